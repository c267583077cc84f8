import { withBriefTables } from './brief-tables.ts';
import { chainPassages } from './chain-passages.ts';
import { fillGap, type Gap, isLongEnough } from './fill-gaps.ts';
import { countEqual, type Piece } from './pieces.ts';
import { hasDigit } from './skeleton.ts';
import { slideGaps } from './slide-gaps.ts';
import { withoutStrayed } from './strayed-pieces.ts';
import { findUniquePieces } from './unique-pieces.ts';

/**
 * Lengths of the grams that anchor an alignment, from the whole text down to the smallest gaps. First those without
 * numbers: where articles or questions were renumbered, the next one has the number that this one had.
 */
const LEVELS = [true, false].flatMap((isWordsOnly) => [32, 16, 8].map((gram) => ({ gram, isWordsOnly })));
/** A gap with at most this many pairs of code units is compared directly. */
const SMALL = 6_144;

/**
 * Aligns two versions of a text: the stretches that both have, in order.
 *
 * Method: what both start and end with; then grams that occur once in each, extended and chained in order,
 * anchor the alignment; the gaps between them in the same way with shorter grams; small gaps by the
 * longest stretch in common. A stretch that is too short for the size of its gap counts as chance.
 * Pieces that lie far from where the text is between the others are left out: see `withoutStrayed`.
 * Cost: each level is linear in the text, also for repetitive text, which has no grams that occur once
 * and stays unaligned where its ends differ.
 * Source: patience diff, Bram Cohen, 2003; anchors by grams as in MUMmer, A. Delcher et al., Nucleic Acids
 * Research 27 (1999).
 *
 * @param placeOf where the old text's code units stood, where it is known in parts only, in code units of a skeleton.
 */
export function alignTexts(
  oldCodes: Uint16Array,
  newCodes: Uint16Array,
  placeOf: (old: number) => number = (old) => old,
): Piece[] {
  const pieces: Piece[] = [];
  const whole = { oldFrom: 0, oldTo: oldCodes.length, newFrom: 0, newTo: newCodes.length };
  alignGap({ oldCodes, newCodes, placeOf }, whole, 0, pieces);
  return slideGaps(oldCodes, newCodes, pieces);
}

interface Texts {
  readonly oldCodes: Uint16Array;
  readonly newCodes: Uint16Array;
  readonly placeOf: (old: number) => number;
}

function alignGap(texts: Texts, gap: Gap, level: number, result: Piece[]): void {
  const { oldCodes, newCodes } = texts;
  const { oldFrom, oldTo, newFrom, newTo } = gap;
  const most = Math.min(oldTo - oldFrom, newTo - newFrom);
  const head = countEqual(oldCodes, newCodes, oldFrom, newFrom, 1, most);
  if (head > 0) result.push({ old: oldFrom, new: newFrom, length: head });
  const tail = countEqual(oldCodes, newCodes, oldTo - 1, newTo - 1, -1, most - head);
  const inner = {
    oldFrom: oldFrom + head,
    oldTo: oldTo - tail,
    newFrom: newFrom + head,
    newTo: newTo - tail,
  };
  const cells = (inner.oldTo - inner.oldFrom) * (inner.newTo - inner.newFrom);
  if (cells > 0) {
    if (cells <= SMALL) fillGap(oldCodes, newCodes, result, inner);
    else if (level < LEVELS.length) anchorGap(texts, inner, level, result);
  }
  if (tail > 0) result.push({ old: inner.oldTo, new: inner.newTo, length: tail });
}

function anchorGap(texts: Texts, gap: Gap, level: number, result: Piece[]): void {
  const { oldCodes, newCodes } = texts;
  const { gram, isWordsOnly } = LEVELS[level] as (typeof LEVELS)[number];
  if (!isWordsOnly && !hasDigits(oldCodes, newCodes, gap)) return;
  const unique = withBriefTables(() => findUniquePieces(oldCodes, newCodes, gap, gram, isWordsOnly));
  const found = unique.filter((piece) => isLongEnough(piece.length, gap));
  let { oldFrom, newFrom } = gap;
  for (const piece of withoutStrayed(inOrder(found), gap, texts.placeOf)) {
    const overlap = Math.max(0, oldFrom - piece.old, newFrom - piece.new);
    if (overlap >= piece.length) continue;
    const start = { old: piece.old + overlap, new: piece.new + overlap, length: piece.length - overlap };
    alignGap(texts, { oldFrom, oldTo: start.old, newFrom, newTo: start.new }, level + 1, result);
    result.push(start);
    oldFrom = start.old + start.length;
    newFrom = start.new + start.length;
  }
  alignGap(texts, { ...gap, oldFrom, newFrom }, level + 1, result);
}

/** Whether numbers can align what words did not: both sides have some. */
function hasDigits(oldCodes: Uint16Array, newCodes: Uint16Array, gap: Gap): boolean {
  return hasDigit(oldCodes, gap.oldFrom, gap.oldTo) && hasDigit(newCodes, gap.newFrom, gap.newTo);
}

/** The heaviest of the pieces that rise in both texts. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const chosen = chainPassages(
    pieces.map((piece) => ({ expected: piece.old, options: [{ start: piece.new, weight: piece.length }] })),
  );
  return pieces.filter((_, at) => chosen[at] === 0);
}
