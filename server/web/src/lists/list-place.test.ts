import { describe, expect, it } from 'vitest';
import { withValue } from './list-place.ts';

describe('withValue', () => {
  it.each([
    ['', 'q', 'beroep', '?q=beroep'],
    ['?q=beroep&cursor=abc', 'q', 'voornemen', '?q=voornemen'],
    ['?kind=link&by=anna', 'kind', '', '?by=anna'],
    ['?kind=link&cursor=abc', 'kind', '', ''],
    ['', 'q', 'a&b=c', '?q=a%26b%3Dc'],
  ])('of %o with %s = %o is %o', (search, name, value, expected) => {
    expect(withValue(search, name, value)).toBe(expected);
  });
});
