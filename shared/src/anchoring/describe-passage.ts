import type { QuoteSelector, TextPosition } from './selectors.ts';

/**
 * Code units of context kept on each side. Longer than usual (Hypothesis: 32): a passage that was removed
 * is told from one that was edited by the words on both sides, and legal texts repeat whole phrases.
 */
const CONTEXT = 96;

/**
 * Describes a passage so that it can be found again: its words, those around it, and where it stood.
 *
 * The context ends between words where there is room, and never inside a character.
 * @throws RangeError when the position is not within the text.
 */
export function describePassage(text: string, position: TextPosition): QuoteSelector {
  const { start, end } = position;
  if (
    !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length)
  ) {
    throw new RangeError(`The passage ${start}–${end} is not within a text of ${text.length} code units.`);
  }
  const from = characterBoundary(text, Math.max(0, start - CONTEXT));
  const to = characterBoundary(text, Math.min(text.length, end + CONTEXT));
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(from, start), start),
    suffix: text.slice(end, Math.max(to, end)),
    start,
    end,
  };
}

/** The offset itself, or the next one when it lies between the halves of a surrogate pair. */
function characterBoundary(text: string, offset: number): number {
  const isInside = offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
  return isInside ? offset + 1 : offset;
}
