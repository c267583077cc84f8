import fc from 'fast-check';
import { it } from 'vitest';
import { compareText } from './compare-text.ts';

/** Characters of names and titles, those most that differ little, and some that have their own ideas of order. */
const characters = [
  ...Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)),
  ...'aaabbbAAABBB  --áéëïÉçñøßĳœ§€–’“\u0301\u00ad\t123456789000',
];
const words = fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 });

it.each([false, true])('orders as the language does, numeric: %s', (isNumeric) => {
  const collator = new Intl.Collator('nl', { numeric: isNumeric });
  const agree = (start: string, one: string, other: string) =>
    Math.sign(compareText(start + one, start + other, isNumeric)) ===
    Math.sign(collator.compare(start + one, start + other));
  fc.assert(fc.property(words, words, words, agree), { numRuns: 20_000 });
});
