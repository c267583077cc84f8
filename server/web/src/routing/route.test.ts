import { describe, expect, it } from 'vitest';
import { parseNext, parseRoute } from './route.ts';

describe('parseRoute', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/dossiers', { page: 'dossiers' }],
    ['/dossiers/voorbeeld', { page: 'matrix', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/', { page: 'matrix', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/artikelen', { page: 'articles', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/grafieken', { page: 'pictures', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/publiceren', { page: 'publish', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/documenten', { page: 'documents', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/codeboek', { page: 'codebook', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/iets-anders', { page: 'not-found' }],
    ['/dossiers/%2e%2e', { page: 'not-found' }],
    ['/dossiers/Voor Beeld', { page: 'not-found' }],
    ['/device', { page: 'device' }],
    ['/dossiers/voorbeeld/leden', { page: 'members', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/instellingen', { page: 'settings', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/zoeken', { page: 'search', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/geschiedenis', { page: 'history', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/uitwisselen', { page: 'exchange', slug: 'voorbeeld' }],
    ['/dossiers/voorbeeld/nakijken', { page: 'review', slug: 'voorbeeld' }],
    ['/account', { page: 'account' }],
    ['/uitnodiging', { page: 'invitation' }],
    ['/wachtwoord', { page: 'reset-password' }],
    ['/account/meer', { page: 'not-found' }],
    ['/constructor', { page: 'not-found' }],
    ['/aanmelden', { page: 'sign-in' }],
    ['/elders', { page: 'not-found' }],
  ])('takes %s to %o', (path, route) => {
    expect(parseRoute(path)).toEqual(route);
  });
});

describe('parseNext', () => {
  const origin = 'http://127.0.0.1:8787';
  it.each([
    ['/device?user_code=ABCD1234', '/device?user_code=ABCD1234'],
    [null, '/'],
    ['//elders.example/', '/'],
    ['https://elders.example/', '/'],
    ['/\\elders.example', '/'],
    ['/.//elders.example/', '/'],
    ['/a/..//elders.example/', '/'],
    ['javascript:alert(1)', '/'],
  ])('takes %s to %s', (next, path) => {
    expect(parseNext(next, origin)).toBe(path);
  });
});
