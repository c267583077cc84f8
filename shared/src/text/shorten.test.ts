import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it.each([
  ['zes', 3, 'zes'],
  ['zeven', 3, 'zev…'],
  ['een twee', 4, 'een…'],
  ['😀😀😀', 3, '😀😀😀'],
  ['😀😀😀😀', 3, '😀😀😀…'],
  ['', 3, ''],
])('shortens %j to %i characters as %j', (text, most, short) => {
  expect(shorten(text, most)).toBe(short);
});
