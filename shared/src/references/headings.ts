import type { Section } from '../annotation/index.ts';
import { maxHeadingLength, onOneLine } from '../text/index.ts';

/** A heading as it was read in a document. */
export interface Heading {
  readonly text: string;
  /** Where it begins in the text of the document, in UTF-16 code units. */
  readonly start: number;
}

/** A number before the words of a heading: `1.`, `2.3`, `§ 4.1`, `Paragraaf 5`, `C2/6.2.8`. */
const numbered =
  /^(?:(?:§|[Pp]ar\.|[Pp]aragraaf|[Hh]oofdstuk)\s*)?(?<number>[A-C]\d{1,2}\/\d{1,2}(?:\.\d{1,2}){0,4}|\d{1,2}(?:\.\d{1,2}){0,4}[a-z]?)[.:)]?(?:\s+(?<words>["'‘’“”„(]*\p{Lu}.*))?$/u;

/** The part of a document under a heading; undefined where the heading says nothing, or is none by its length. */
export function toHeadedSection({ text }: Heading): Section | undefined {
  const plain = onOneLine(text);
  if (plain === '' || plain.length > maxHeadingLength) return undefined;
  const { number, words } = numbered.exec(plain)?.groups ?? {};
  return { heading: words ?? plain, ...(number ? { number } : {}) };
}
