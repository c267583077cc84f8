import type { TextPosition } from '@waarborg/shared/anchoring';
import type { DocumentText, SelectionReading } from './document-text.ts';

const isLetter = /[\p{L}\p{M}]/u;
/** Longest run of letters that is a word, in UTF-16 code units; script without spaces is not taken for one. */
const maxWordLength = 60;

/** How far from an offset inside a word its end is, in the direction of `step`; 0 between words. */
function restOfWord(text: string, offset: number, step: 1 | -1): number {
  const letterAt = (at: number) => isLetter.test(text[at] ?? '');
  if (!letterAt(offset - 1) || !letterAt(offset)) return 0;
  let rest = 0;
  while (letterAt(step === 1 ? offset + rest : offset - rest - 1) && rest <= maxWordLength) rest += 1;
  return rest <= maxWordLength ? rest : 0;
}

/**
 * The passage with the whole of its first and its last word: half a word misquotes ("rechtbank" of "rechtbanken"). A
 * digit behind a word is no part of it: it can be a footnote's.
 */
export function toWholeWords(text: string, { start, end }: TextPosition): TextPosition {
  return { start: start - restOfWord(text, start, -1), end: end + restOfWord(text, end, 1) };
}

/** The passage of whole words that a reviewer means by a range; why not, when there is none. */
export function readSelection(text: DocumentText, range: AbstractRange): SelectionReading {
  const reading = text.toPosition(range);
  return reading.ok ? { ok: true, position: toWholeWords(text.text, reading.position) } : reading;
}
