import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts } from './align-texts.ts';
import { coveredOld } from './pieces.ts';
import { toSkeleton } from './skeleton.ts';

const codesOf = (text: string) => toSkeleton(text).codes;

describe('alignTexts', () => {
  it.each([
    ['words', ['de', 'minister', 'besluit', 'niet', 'op', 'de', 'aanvraag', 'tijdig', '.'], ' '],
    ['periods', ['ab', 'aab', 'abab', 'a', 'ababababababababababababababababab', '.'], ''],
    ['halves of surrogate pairs', ['\ud83d', '\ude00', '\ud800', '👩🏽‍⚖️', 'e\u0301', '\ufdfa'], ''],
  ])('gives equal stretches that rise in both texts, of %s', { timeout: 60_000 }, (_, parts, between) => {
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 400 }).map((words) => words.join(between));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const oldCodes = codesOf(one);
        const newCodes = codesOf(other);
        let oldEnd = 0;
        let newEnd = 0;
        for (const piece of alignTexts(oldCodes, newCodes)) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.old).toBeGreaterThanOrEqual(oldEnd);
          expect(piece.new).toBeGreaterThanOrEqual(newEnd);
          oldEnd = piece.old + piece.length;
          newEnd = piece.new + piece.length;
          expect(newCodes.slice(piece.new, newEnd)).toEqual(oldCodes.slice(piece.old, oldEnd));
        }
      }),
    );
  });

  it('covers a text by itself with one piece', () => {
    const codes = codesOf('De minister besluit niet tijdig op de aanvraag.');
    expect(alignTexts(codes, codes)).toEqual([{ old: 0, new: 0, length: codes.length }]);
  });

  it('keeps what surrounds a removed sentence, and removes it whole', () => {
    const before = 'Verweerder heeft dat erkend. ';
    const removed = 'Verweerder heeft daarop het besluit ingetrokken. ';
    const after = 'Verweerder heeft nadien opnieuw beslist.';
    const old = codesOf(before + removed + after);
    const pieces = alignTexts(old, codesOf(before + after));
    const from = codesOf(before).length;
    expect(coveredOld(pieces, 0, from)).toBe(from);
    expect(coveredOld(pieces, from, from + codesOf(removed).length)).toBe(0);
  });
});
