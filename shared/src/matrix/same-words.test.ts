import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageRange } from '../annotation/index.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { type PassageWords, readWords } from './passage-words.ts';
import { joinSameWords } from './same-words.ts';

const groupsOf = (passages: readonly PassageWords[]) => {
  const sets = new DisjointSets(passages.length);
  joinSameWords(passages, sets);
  return sets.toNumbering();
};

/** Whether one quote stands in the other, or ends where the other begins, read plainly. */
function sharesQuote(one: PassageWords['ranges'][number], other: PassageWords['ranges'][number]): boolean {
  const [a, b] = [one.letters, other.letters];
  if (b.length < 24) {
    if (b === '' || !a.includes(b)) return false;
    const [before, after] = [other.lettersBefore.slice(-8), other.lettersAfter.slice(0, 8)];
    if (before === '' && after === '') return b.length * 2 >= a.length;
    return `${one.lettersBefore}${a}${one.lettersAfter}`.includes(`${before}${b}${after}`);
  }
  for (let place = 0; place + 24 <= a.length; place++) {
    if (b.startsWith(a.slice(place)) || a.startsWith(b, place)) return true;
  }
  return false;
}

/** Whether two quotes are the same and stand for one place, by their length or by their surroundings. */
function isSameQuote(one: PassageWords['ranges'][number], other: PassageWords['ranges'][number]): boolean {
  const partsOf = ({ letters, lettersBefore, lettersAfter }: typeof one) =>
    letters.length < 24 ? [lettersBefore.slice(-8), letters, lettersAfter.slice(0, 8)] : [letters];
  const [own, others] = [partsOf(one), partsOf(other)];
  const isPlaced = one.letters.length >= 24 || own.join('').length > one.letters.length;
  return one.letters !== '' && isPlaced && own.join(' ') === others.join(' ');
}

/** Whether two passages share words, read plainly. */
function sharesWords(one: PassageWords, other: PassageWords): boolean {
  return one.ranges.some((a) =>
    other.ranges.some((b) => {
      const areInOneText = one.text === other.text && a.hasPosition && b.hasPosition;
      if (areInOneText && (a.start ?? 0) < (b.end ?? 0) && (b.start ?? 0) < (a.end ?? 0)) return true;
      return areInOneText ? !one.isKept && isSameQuote(a, b) : sharesQuote(a, b) || sharesQuote(b, a);
    }),
  );
}

/** The same groups by comparing every passage with every other. */
function plainGroupsOf(passages: readonly PassageWords[]) {
  const sets = new DisjointSets(passages.length);
  for (const [index, one] of passages.entries()) {
    for (const [place, other] of passages.entries()) {
      if (place < index && sharesWords(one, other)) sets.join(place, index);
    }
  }
  return sets.toNumbering();
}

/** A text that says much the same again and again. */
const text = 'De wet zegt dat de wet zegt dat de minister de wet wijzigt zoals de wet zegt dat. '.repeat(3);
const arbitraryRange = fc
  .record({
    start: fc.nat(text.length - 1),
    length: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 24, max: 70 })),
    context: fc.constantFrom(0, 0, 5, 20),
    moved: fc.constantFrom(undefined, 0, 1_000, 2_000),
  })
  .map(({ start, length, context, moved }): PassageRange => {
    const end = Math.min(text.length, start + length);
    const exact = text.slice(start, end);
    const surroundings = {
      prefix: text.slice(Math.max(0, start - context), start),
      suffix: text.slice(end, end + context),
    };
    return {
      exact,
      ...(context > 0 ? surroundings : {}),
      ...(moved === undefined ? {} : { start: moved + start, end: moved + start + exact.length }),
    };
  });
const arbitraryPassage = fc
  .record({
    ranges: fc.array(arbitraryRange, { minLength: 1, maxLength: 2 }),
    text: fc.constantFrom('hash-1', 'hash-1', 'hash-2', 'hash-3', 'at one', 'at one', 'at two'),
  })
  .map(({ ranges, text: name }) => readWords(ranges, name));

const count = 20_000;
const many = (toRange: (index: number) => PassageRange, name = (index: number) => `at ${index}`) =>
  Array.from({ length: count }, (_, index) => readWords([toRange(index)], name(index)));
/** A number in letters that no other number begins or ends with. */
const inLetters = (index: number) =>
  `x${[...String(index + 100_000)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}y`;

describe('passages that share words', () => {
  it('are the same as by comparing every passage with every other', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPassage, { maxLength: 12 }), (passages) => {
        expect(groupsOf(passages)).toEqual(plainGroupsOf(passages));
      }),
      { numRuns: 2_000 },
    );
  });

  it(`are found among ${count} short quotes, of the same words or of others`, () => {
    const shortQuote = (index: number) => ({ exact: 'de minister', prefix: `woord ${inLetters(index)} ` });
    expect(groupsOf(many(shortQuote)).size).toBe(count);
    expect(groupsOf(many((index) => ({ exact: inLetters(index) }))).size).toBe(count);
    expect(groupsOf(many(() => ({ exact: 'de minister' }))).size).toBe(1);
  });

  it(`are found among ${count} quotes that begin alike, or begin as others end`, () => {
    const same = 'de minister is van oordeel dat het voornemen';
    const beginsAlike = (index: number) => ({ exact: `${same} ${inLetters(index)}` });
    expect(groupsOf(many(beginsAlike)).size).toBe(count);
    const endsAlike = (index: number) => ({ exact: `${same} ${inLetters(index)} ${same}`, start: 0, end: 1 });
    expect(groupsOf(many(endsAlike)).size).toBe(1);
    const inTwoTexts = (index: number) => ({
      ...endsAlike(index),
      start: index * 200,
      end: index * 200 + 100,
    });
    expect(groupsOf(many(inTwoTexts, (index) => `hash-${index % 2}`)).size).toBe(1);
  });
});
