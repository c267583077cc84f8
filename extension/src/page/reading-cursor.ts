import type { TextPosition } from '@waarborg/shared/anchoring';
import type { TextUnits } from '@waarborg/shared/text';

/** A step through a text by keyboard. */
export interface ReadingStep {
  readonly by: 'paragraph' | 'sentence';
  readonly direction: 1 | -1;
  /** Whether what was chosen before stays chosen. */
  readonly extends: boolean;
}

/** What is chosen while a reviewer steps through a text: everything from `anchor` to `head`. */
export interface ReadingCursor {
  /** The sentence or paragraph in which choosing began. */
  readonly anchor: TextPosition;
  /** The one that was reached last. */
  readonly head: TextPosition;
}

/** Begins with the first sentence at an offset or behind it; undefined in a text without words. */
export function startCursor(units: TextUnits, offset: number): ReadingCursor | undefined {
  const paragraph = units.paragraphs[units.indexAt(offset)];
  if (!paragraph) return undefined;
  const sentences = units.sentencesIn(paragraph);
  const first = sentences.find(({ end }) => end > offset) ?? sentences.at(-1);
  return first && { anchor: first, head: first };
}

/** The passage that is chosen. */
export function chosenBy({ anchor, head }: ReadingCursor): TextPosition {
  return { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) };
}

/** Makes a step; at the beginning and the end of the text the cursor stays as it is. */
export function moveCursor(units: TextUnits, cursor: ReadingCursor, step: ReadingStep): ReadingCursor {
  const reached =
    step.by === 'paragraph' ? toParagraph(units, cursor, step) : toSentence(units, cursor, step);
  if (!reached) return cursor;
  return step.extends ? { anchor: cursor.anchor, head: reached } : { anchor: reached, head: reached };
}

/** Down to the next paragraph; up from a sentence to its own paragraph, and from there to the one before. */
function toParagraph(
  units: TextUnits,
  { head }: ReadingCursor,
  { direction, extends: extending }: ReadingStep,
) {
  const index = units.indexAt(head.start);
  const own = units.paragraphs[index];
  if (direction > 0) {
    const isWhole = !own || own.end <= head.end;
    return extending && !isWhole ? own : units.paragraphs[index + 1];
  }
  const isFirst = own && head.start === own.start && (extending || head.end === own.end);
  return isFirst ? units.paragraphs[index - 1] : own;
}

/** To the next sentence, which for a paragraph is the first one in it; back to the one before. */
function toSentence(
  units: TextUnits,
  { head }: ReadingCursor,
  { direction, extends: extending }: ReadingStep,
) {
  const index = units.indexAt(head.start);
  const own = units.paragraphs[index];
  const sentences = own ? units.sentencesIn(own) : [];
  if (direction > 0) {
    const isWhole = !extending && own?.start === head.start && own.end === head.end && sentences.length > 1;
    const next = isWhole ? sentences[0] : sentences.find(({ start }) => start >= head.end);
    return next ?? firstSentence(units, index + 1);
  }
  return sentences.findLast(({ end }) => end <= head.start) ?? lastSentence(units, index - 1);
}

function firstSentence(units: TextUnits, index: number): TextPosition | undefined {
  const paragraph = units.paragraphs[index];
  return paragraph && units.sentencesIn(paragraph)[0];
}

function lastSentence(units: TextUnits, index: number): TextPosition | undefined {
  const paragraph = units.paragraphs[index];
  return paragraph && units.sentencesIn(paragraph).at(-1);
}
