import { isBetweenWords } from './sentences.ts';
import { hasDigit, isDigitCode, type Skeleton } from './skeleton.ts';

/**
 * Where words start from `from` up to `to` (exclusive) of a skeleton; what stands at `from` starts one.
 *
 * A word starts after white space, and after punctuation that follows a letter or digit: of an address or a path an
 * author changes one part and not the whole. A number with points and commas is one word.
 * Cost: linear in the stretch.
 */
export function findWordStarts(skeleton: Skeleton, from: number, to: number): number[] {
  const { codes, offsets } = skeleton;
  const starts: number[] = [];
  let hasLetter = false;
  let wasLetter = false;
  for (let at = from; at < to; at += 1) {
    const code = codes[at] as number;
    const isLetter = isLetterOrDigit(code);
    // Nothing was dropped before most places of a text: these are within a word, and that is told without asking more.
    const mayStart = at === from || (offsets[at] as number) - (offsets[at - 1] as number) !== 1;
    if (mayStart && (at === from || isBetweenWords(skeleton, at))) {
      starts.push(at);
      hasLetter = false;
    } else if (hasLetter && isLetter && !wasLetter && !(isDigitCode(code) && isDigitCode(codes[at - 2])))
      starts.push(at);
    hasLetter ||= isLetter;
    wasLetter = isLetter;
  }
  return starts;
}

/** Code units of the letter of an item, with its marks. */
const LONGEST_LABEL = 4;

/**
 * Whether a word, from `from` up to `to` (exclusive), is a number, or the letter of an item: "(c)", "b.". An author seldom
 * edits these: another one is another article, amount or item.
 */
export function isNumbering(codes: Uint16Array, from: number, to: number): boolean {
  if (hasDigit(codes, from, to)) return true;
  if (to - from > LONGEST_LABEL || isLetterOrDigit(codes[to - 1])) return false;
  let letters = 0;
  for (let at = from; at < to; at += 1) if (isLetterOrDigit(codes[at])) letters += 1;
  return letters === 1;
}

/** Whether a code unit is anything but punctuation of ASCII, which is what parts words. */
export function isLetterOrDigit(code: number | undefined): boolean {
  if (code === undefined) return false;
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code > 0x7f || isDigitCode(code);
}
