import type { Skeleton } from './skeleton.ts';

/** Full stop, exclamation mark, question mark. */
const SENTENCE_ENDS = [0x2e, 0x21, 0x3f];

const OPENING = /^[\p{Lu}"(]/u;

/** Whether a sentence starts at the place `at` of a skeleton, as far as its white space tells. */
export function isSentenceStart(skeleton: Skeleton, at: number): boolean {
  return at > 0 && SENTENCE_ENDS.includes(skeleton.codes[at - 1] as number) && isBetweenWords(skeleton, at);
}

/** The same for code units of which the white space is not known. */
export function startsSentence(codes: Uint16Array, at: number): boolean {
  return (
    SENTENCE_ENDS.includes(codes[at - 1] as number) && OPENING.test(String.fromCharCode(codes[at] as number))
  );
}

/** Whether white space precedes the place `at` of a skeleton. */
export function isBetweenWords(skeleton: Skeleton, at: number): boolean {
  if (at <= 0 || at >= skeleton.codes.length) return true;
  const offset = skeleton.offsets[at] as number;
  return offset > 0 && /\s/.test(skeleton.text[offset - 1] as string);
}
