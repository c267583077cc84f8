import type { Skeleton } from './skeleton.ts';

const FULL_STOP = 0x2e;
const EXCLAMATION_MARK = 0x21;
const QUESTION_MARK = 0x3f;

const OPENING = /^[\p{Lu}"(]/u;

/** Whether a sentence starts at the place `at` of a skeleton, as far as its white space tells. */
export function isSentenceStart(skeleton: Skeleton, at: number): boolean {
  return at > 0 && endsSentence(skeleton.codes[at - 1]) && isBetweenWords(skeleton, at);
}

/** The same for code units of which the white space is not known. */
export function startsSentence(codes: Uint16Array, at: number): boolean {
  if (!endsSentence(codes[at - 1])) return false;
  const isInitial = codes[at - 3] === FULL_STOP && OPENING.test(String.fromCharCode(codes[at - 2] as number));
  return !isInitial && OPENING.test(String.fromCharCode(codes[at] as number));
}

function endsSentence(code: number | undefined): boolean {
  return code === FULL_STOP || code === EXCLAMATION_MARK || code === QUESTION_MARK;
}

/** Whether white space precedes the place `at` of a skeleton. */
export function isBetweenWords(skeleton: Skeleton, at: number): boolean {
  if (at <= 0 || at >= skeleton.codes.length) return true;
  const offset = skeleton.offsets[at] as number;
  return offset > 0 && /\s/.test(skeleton.text[offset - 1] as string);
}
