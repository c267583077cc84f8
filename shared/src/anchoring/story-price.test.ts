import { describe, expect, it } from 'vitest';
import { extendPiece, type Piece } from './pieces.ts';
import { toQuotePattern } from './quote-pattern.ts';
import { toSkeleton } from './skeleton.ts';
import { isLikelier } from './story-price.ts';

const row = (article: string, by: string) => `article ${article} Preliminary question submitted by ${by}`;
const KEPT = ['37 paragraph 1', '38 paragraph 3', '44', '45', '46', '47'].map((article) =>
  row(article, '62020CN0601'),
);

/** The stretch that starts in the pattern and in the text with these words. */
function pieceAt(codes: Uint16Array, text: Uint16Array, old: number, at: number): Piece {
  return extendPiece(codes, text, old, at, old, codes.length, at, text.length);
}

describe('isLikelier', () => {
  it('prefers a row that was taken out to two that were renumbered', () => {
    const [first, second, third, fourth] = KEPT as [string, string, string, string];
    const pattern = toQuotePattern({
      exact: [first, second, row('25 paragraph 2', '62020CN0601'), third].join('\n'),
    });
    const skeleton = toSkeleton([first, second, third, fourth].join('\n'));
    const size = (lines: string[]) => toSkeleton(lines.join('\n')).codes.length;
    const head = { old: 0, new: 0, length: size([first, second]) };
    const removed = [head, pieceAt(pattern.codes, skeleton.codes, pattern.end - size([third]), head.length)];
    const behind = (article: string, old: number, now: number) =>
      pieceAt(pattern.codes, skeleton.codes, old + size([article]), now + size(['article 44']));
    const renumbered = [
      head,
      behind('article 25 paragraph 2', head.length, head.length),
      behind('article 44', pattern.end - size([third]), head.length + size([third])),
    ];
    const rates = { edited: 0.05, removed: 0.15, unseen: 3 };
    expect(isLikelier(skeleton, pattern, rates, removed, renumbered)).toBe(true);
    expect(isLikelier(skeleton, pattern, rates, renumbered, removed)).toBe(false);
  });
});
