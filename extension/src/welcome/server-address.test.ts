import { describe, expect, it } from 'vitest';
import { parseServerAddress } from './server-address.ts';

describe('parseServerAddress', () => {
  it.each([
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    [' http://127.0.0.1:8787/ ', 'http://127.0.0.1:8787'],
    ['localhost:8787', 'http://localhost:8787'],
    ['waarborg.example.nl', 'https://waarborg.example.nl'],
    ['waarborg.example.nl:8443', 'https://waarborg.example.nl:8443'],
    ['https://example.nl/waarborg/?a=1#b', 'https://example.nl/waarborg'],
  ])('reads %j as %j', (typed, address) => {
    expect(parseServerAddress(typed)).toBe(address);
  });

  it.each([
    '',
    '   ',
    'ftp://example.nl',
    'javascript:alert(1)',
    'https://u:p@example.nl',
    'http://',
    'a b',
    '*.nl',
  ])('refuses %j', (typed) => {
    expect(parseServerAddress(typed)).toBeUndefined();
  });
});
