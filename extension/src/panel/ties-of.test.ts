import { describe, expect, it } from 'vitest';
import type { DossierPassage, LocalLink } from '../messaging/index.ts';
import { tiesOf } from './ties-of.ts';

const passage = (id: string): DossierPassage => ({
  id,
  source: 'https://example.nl/brief',
  ranges: [{ exact: `passage ${id}` }],
  codings: [],
  modified: '2026-05-01T00:00:00Z',
  document: { id: 'brief', title: 'Brief' },
});
const link = (id: string, from: string, to: string): LocalLink => {
  return { id, from, to, kind: 'contradicts', sync: 'sent' };
};

describe('tiesOf', () => {
  it('shows a link at both ends, each in its own direction', () => {
    const ties = tiesOf({ links: [link('1', 'a', 'b')], passages: [passage('a'), passage('b')] });
    expect(ties.get('a')).toMatchObject([{ id: '1', direction: 'to', other: { id: 'b' } }]);
    expect(ties.get('b')).toMatchObject([{ id: '1', direction: 'from', other: { id: 'a' } }]);
  });

  it('keeps several links of one passage in their order', () => {
    const passages = ['a', 'b', 'c'].map(passage);
    const ties = tiesOf({ links: [link('1', 'a', 'b'), link('2', 'c', 'a')], passages });
    expect(ties.get('a')?.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('leaves out an end that is not known here', () => {
    const ties = tiesOf({ links: [link('1', 'a', 'b')], passages: [passage('b')] });
    expect([...ties.keys()]).toEqual(['a']);
  });
});
