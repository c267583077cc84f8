import { describe, expect, it } from 'vitest';
import type { Piece } from './pieces.ts';
import { toQuotePattern } from './quote-pattern.ts';
import { settleGaps } from './settle-gaps.ts';
import { toSkeleton } from './skeleton.ts';

describe('settleGaps', () => {
  it('leaves a row out that was known as one, where the text does not show that one starts', () => {
    const row = (article: number) => `article ${article} Preliminary question submitted by 62019CN0645`;
    const paragraph = 'Of each article it is said which question was asked of it. '.repeat(40);
    // Its lines are too long to have been broken for a page.
    const pattern = toQuotePattern({
      prefix: `${paragraph}\n`.slice(-250),
      exact: [64, 65, 66].map(row).join('\n'),
    });
    const lines = `article 64\nPreliminary question submitted by 62019CN0645\n${row(66)}\narticle 67`;
    const skeleton = toSkeleton(paragraph.replaceAll('which ', 'which\n') + lines);
    const size = toSkeleton(row(64)).codes.length;
    const first = toSkeleton(paragraph).codes.length;
    const pieces: Piece[] = [
      { old: pattern.start, new: first, length: size },
      { old: pattern.start + 2 * size, new: first + size, length: size },
    ];
    const known = pieces.map(({ old, length }) =>
      String.fromCharCode(...pattern.codes.subarray(old, old + length)),
    );
    expect(known).toEqual([64, 66].map((article) => String.fromCharCode(...toSkeleton(row(article)).codes)));
    expect(settleGaps(skeleton, pattern, pieces).slice(-2)).toEqual(pieces);
  });
});
