import type { Skeleton } from './skeleton.ts';

const FULL_STOP = 0x2e;
/** Full stop, exclamation mark, question mark. */
const SENTENCE_ENDS = [FULL_STOP, 0x21, 0x3f];

const OPENING = /^[\p{Lu}"(]/u;

/** Whether a sentence starts at the place `at` of a skeleton, as far as its white space tells. */
export function isSentenceStart(skeleton: Skeleton, at: number): boolean {
  return at > 0 && SENTENCE_ENDS.includes(skeleton.codes[at - 1] as number) && isBetweenWords(skeleton, at);
}

/** The same for code units of which the white space is not known. */
export function startsSentence(codes: Uint16Array, at: number): boolean {
  if (!SENTENCE_ENDS.includes(codes[at - 1] as number)) return false;
  const isInitial = codes[at - 3] === FULL_STOP && OPENING.test(String.fromCharCode(codes[at - 2] as number));
  return !isInitial && OPENING.test(String.fromCharCode(codes[at] as number));
}

/** Whether white space precedes the place `at` of a skeleton. */
export function isBetweenWords(skeleton: Skeleton, at: number): boolean {
  if (at <= 0 || at >= skeleton.codes.length) return true;
  const offset = skeleton.offsets[at] as number;
  return offset > 0 && /\s/.test(skeleton.text[offset - 1] as string);
}
