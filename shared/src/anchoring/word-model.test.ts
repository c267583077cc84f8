import { describe, expect, it } from 'vitest';
import { type Skeleton, toSkeleton } from './skeleton.ts';
import { hashWord, priceWords } from './word-model.ts';
import { findWordStarts } from './word-starts.ts';

describe('priceWords', () => {
  it('takes what rows just before had in the same place for likelier than what others had', () => {
    const rows = (by: string) =>
      Array.from({ length: 12 }, (_, at) => `article ${at} question submitted by ${by}\n`);
    const text = ['61', '62', '63', '64'].flatMap(rows).join('');
    const skeleton = toSkeleton(text);
    const priceAtEnd = (by: string) => {
      const end = toSkeleton(`${text}article 12 question submitted by ${by}`);
      const starts = findWordStarts(end, skeleton.codes.length, end.codes.length);
      const hashes = starts.map((start, at) =>
        hashWord(end.codes, start, starts[at + 1] ?? end.codes.length),
      );
      return priceWords(end, starts, hashes).at(-1) as number;
    };
    expect(priceAtEnd('62') - priceAtEnd('64')).toBeGreaterThan(1);
  });

  it('tells of a text that was written over another one what it tells of it alone', () => {
    const text = Array.from({ length: 200 }, (_, at) => `vraag ${at % 7} van de leden ${at % 5}\n`).join('');
    const pricesIn = (skeleton: Skeleton) => {
      const starts = findWordStarts(skeleton, 0, skeleton.codes.length);
      return priceWords(
        skeleton,
        starts,
        starts.map((start, at) => hashWord(skeleton.codes, start, starts[at + 1] ?? skeleton.codes.length)),
      );
    };
    const first = toSkeleton(text.replaceAll('leden', 'ouders'));
    pricesIn(first);
    const second = toSkeleton(text, first);
    expect(second.codes.buffer).toBe(first.codes.buffer);
    expect(pricesIn(second)).toEqual(pricesIn(toSkeleton(text)));
  });
});
