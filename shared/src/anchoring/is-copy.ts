import { findSameWords } from './find-same-words.ts';
import type { Rates } from './known-changes.ts';
import { countEqual, type Piece } from './pieces.ts';
import { toSearchedText } from './searched-text.ts';
import type { Skeleton } from './skeleton.ts';
import { APART_CODE } from './sparse-original.ts';

/** Where more of a text was removed or edited, what a place lacks of a quote was so too: other copies lack less. */
const MOST_REMOVED = 0.03;
const MOST_EDITED = 0.025;
/** Unchanged words of this many code units are no turn of phrase. */
const ENOUGH_WORDS = 48;
/** Of words that moved no more stood in their new place all along than this share. */
const MOST_OCCUPIED = 0.1;
/** Where a stretch stands nowhere, the next one that is looked for starts so much further: a cell ends within it. */
const STEP = 16;
/** Stretches that are looked for. */
const MOST_STRETCHES = 4000;

/** Two texts as they are aligned. */
interface Aligned {
  readonly original: Skeleton;
  readonly text: Skeleton;
  readonly pieces: readonly Piece[];
  readonly rates: Rates;
}

/** The share of a stretch of the text to which the alignment carried something. */
type ShareCarried = (start: number, end: number) => number;

const known = new WeakMap<readonly Piece[], boolean>();

/**
 * Whether a text has nearly all of the old one, in whatever order, so that what is not here is elsewhere.
 *
 * Method: what the alignment lacks is looked for, stretch by stretch, where nothing else of the old text stands: cells of
 * a table and columns come in another order, and that looks as if they had been removed. What stands elsewhere goes on
 * there as far as it does: the next stretch is the start of what follows it.
 * Cost: linear in what the alignment lacks, once.
 */
export function isCopy(carried: Aligned, shareCarried: ShareCarried): boolean {
  let result = known.get(carried.pieces);
  if (result === undefined) {
    const { edited, removed } = carried.rates;
    result =
      edited < MOST_EDITED &&
      (removed < MOST_REMOVED || removed * shareNowhere(carried, shareCarried) < MOST_REMOVED);
    known.set(carried.pieces, result);
  }
  return result;
}

/** The share of what the alignment lacks that stands nowhere else either. */
function shareNowhere({ original, text, pieces }: Aligned, shareCarried: ShareCarried): number {
  const searched = toSearchedText(text.text);
  let looked = 0;
  let found = 0;
  let stretches = 0;
  for (let at = 0; at <= pieces.length && stretches < MOST_STRETCHES; at += 1) {
    const before = pieces[at - 1];
    const to = pieces[at]?.old ?? original.codes.length;
    let start = before === undefined ? 0 : before.old + before.length;
    for (; start + ENOUGH_WORDS <= to; stretches += 1) {
      const codes = original.codes.subarray(start, start + ENOUGH_WORDS);
      if (codes.includes(APART_CODE)) {
        start += codes.lastIndexOf(APART_CODE) + 1;
        continue;
      }
      const pattern = {
        quote: { exact: '' },
        codes,
        start: 0,
        end: ENOUGH_WORDS,
        source: original,
        from: start,
      };
      const place = findSameWords(searched, pattern)
        .places.slice(0, 8)
        .find((one) => shareCarried(one, one + ENOUGH_WORDS) <= MOST_OCCUPIED);
      const length =
        place === undefined
          ? STEP
          : countEqual(
              original.codes,
              text.codes,
              start,
              place,
              1,
              Math.min(to - start, text.codes.length - place),
            );
      looked += length;
      if (place !== undefined) found += length;
      start += length;
    }
  }
  return looked === 0 ? 1 : 1 - found / looked;
}
