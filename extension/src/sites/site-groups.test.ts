import { describe, expect, it } from 'vitest';
import { parseSite } from './site-groups.ts';

describe('parseSite', () => {
  it.each([
    ['example.nl', 'https://example.nl/*'],
    ['http://example.nl/a?b#c', 'http://example.nl/*'],
    ['localhost:8080', 'http://localhost:8080/*'],
    ['http://127.0.0.1:9000/page.html', 'http://127.0.0.1:9000/*'],
  ])('reads %j as %j', (typed, pattern) => {
    expect(parseSite(typed, true)).toBe(pattern);
  });

  it('leaves the port out for Firefox', () => {
    expect(parseSite('http://localhost:8080', false)).toBe('http://localhost/*');
  });

  it.each(['', 'ftp://example.nl', 'chrome://extensions', 'file:///etc/passwd', 'a b', '*.nl'])(
    'refuses %j',
    (typed) => {
      expect(parseSite(typed, true)).toBeUndefined();
    },
  );
});
