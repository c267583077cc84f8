import type { TextPosition } from './selectors.ts';
import { isHyphenCode } from './skeleton.ts';

/** White space that is looked through between two dashes. */
const MAX_SPACE = 16;

/**
 * Takes in the hyphens and dashes with which a quote starts and ends, which its skeleton leaves out: the dash of an
 * item, a rule of hyphens under a heading.
 * Cost: linear in those dashes.
 *
 * @param position where the skeleton of the quote stands in the text.
 */
export function withOuterDashes(text: string, exact: string, { start, end }: TextPosition): TextPosition {
  const [before, after] = [countDashes(exact, 0, 1), countDashes(exact, exact.length - 1, -1)];
  return { start: passDashes(text, start - 1, -1, before) + 1, end: passDashes(text, end, 1, after) };
}

/** How many dashes a quote has before its first word, or after its last. */
function countDashes(exact: string, from: number, step: 1 | -1): number {
  let count = 0;
  for (let at = from; isDashOrSpace(exact, at); at += step)
    if (isHyphenCode(exact.charCodeAt(at))) count += 1;
  return count;
}

/** The first offset beyond at most `most` dashes, stepping from `from`; `from` when none stands there. */
function passDashes(text: string, from: number, step: 1 | -1, most: number): number {
  let passed = from;
  let left = most;
  for (let at = from; left > 0 && isDashOrSpace(text, at) && Math.abs(at - passed) <= MAX_SPACE; at += step) {
    if (!isHyphenCode(text.charCodeAt(at))) continue;
    left -= 1;
    passed = at + step;
  }
  return passed;
}

function isDashOrSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code === 0xa0 || isHyphenCode(code);
}
