import { describe, expect, it } from 'vitest';
import { isOneList, isWholeView, readReferenceView, referencesPath } from './reference-view.ts';

const path = (search: string) => referencesPath('d', readReferenceView(search));

describe('what of the references an address asks for', () => {
  it.each([
    ['', '/dossiers/d/references?limit=25&sort=-documents'],
    ['?q=vw+2000&sort=name', '/dossiers/d/references?limit=25&sort=name&q=vw+2000'],
    ['?group=laws&cursor=abc', '/dossiers/d/references?limit=25&sort=-documents&group=laws&cursor=abc'],
    ['?group=nothing&sort=nothing&inDossier=maybe', '/dossiers/d/references?limit=25&sort=-documents'],
  ])('%o is %o', (search, expected) => {
    expect(path(search)).toBe(expected);
  });

  it('is a few of each kind, or one list', () => {
    const views = ['', '?q=awb', '?group=laws', '?inDossier=no'].map(readReferenceView);
    expect(views.map(isWholeView)).toEqual([true, false, false, false]);
    expect(views.map(isOneList)).toEqual([false, false, true, true]);
    expect(referencesPath('d', readReferenceView('?q=awb&cursor=abc'), { group: 'laws' })).toBe(
      '/dossiers/d/references?limit=8&sort=-documents&q=awb&group=laws',
    );
  });
});
