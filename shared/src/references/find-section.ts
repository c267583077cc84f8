/**
 * Finds the numbered part of a ruling or a law in which a place stands, from the text before it.
 *
 * Method: numbers at the beginnings of lines are followed from the first on; one counts only if it can follow
 * the last that counted, so that a date or an amount that opens a line is none. Cost: linear in the text before.
 */
import type { Section } from '../annotation/index.ts';
import type { SourceType } from '../dossier/index.ts';

/** A number that opens a line, alone in it or before a sentence: `5.`, `5.2`, `3.4.1.`, `43`. */
const opening =
  /^[ \t]*(?<number>\d{1,3}(?:\.\d{1,3}){0,3})(?<dot>\.?)(?=[ \t\u00a0]*(?:$|[\n\t]|[ \u00a0]+["'‘’“”„([]*(?:\p{Lu}|\[|…)))/gmu;
/** The heading of an article: `Artikel 39`, `Artikel 3.109a`, `Artikel 8:81`, `Artikel IV`, `Article 6`. */
const heading =
  /^[ \t]*(?:Artikel|Article|Art\.)[ \u00a0](?<article>\d+(?:[.:]\d+)*[a-z]{0,2}|[IVXL]+)\b(?=\.?[ \t\u00a0]*(?:$|\p{Lu}|\[|\())/gmu;

/** How far a number may run ahead of the one before: one can be lost where a text was read from a PDF. */
const longestStep = 2;

/** Whether one number can follow another in the order of a text. */
function follows(number: readonly number[], before: readonly number[], isSure: boolean): boolean {
  const place = number.findIndex((part, index) => part !== before[index]);
  if (place < 0) return false;
  const step = (number[place] ?? 0) - (before[place] ?? 0);
  const isFirstBelow = number.slice(place + 1).every((part) => part === 1);
  return step >= 1 && step <= (isSure ? longestStep : 1) && isFirstBelow;
}

/** The last number in a run of numbered parts that begins at 1; undefined before its first. */
function lastNumber(text: string, offset: number): string | undefined {
  let last: { number: string; parts: readonly number[] } | undefined;
  for (const { index, groups } of text.matchAll(opening)) {
    if (index > offset) break;
    const { number = '', dot } = groups ?? {};
    const parts = number.split('.').map(Number);
    const isSure = dot === '.' || parts.length > 1;
    if (last ? follows(parts, last.parts, isSure) : parts.every((part) => part === 1))
      last = { number, parts };
  }
  return last?.number;
}

function findArticle(text: string, offset: number): Section | undefined {
  const before = [...text.matchAll(heading)].findLast(({ index }) => index <= offset);
  const article = before?.groups?.article;
  if (!before || article === undefined) return undefined;
  const start = before.index + before[0].length;
  const paragraph = offset < start ? undefined : lastNumber(text.slice(start), offset - start);
  return { article, ...(paragraph === undefined ? {} : { paragraph }) };
}

/**
 * The consideration of a ruling, or the article of a law, in which an offset of its text stands. Undefined in
 * documents of another kind, and where the text before does not tell.
 */
export function findSection(text: string, offset: number, sourceType: SourceType): Section | undefined {
  // No further than the line of the place itself: a passage may begin with its own number.
  const end = text.indexOf('\n', offset);
  const read = text.slice(0, end < 0 ? text.length : end + 1);
  if (sourceType === 'legislation') return findArticle(read, offset);
  const consideration = sourceType === 'court-ruling' ? lastNumber(read, offset) : undefined;
  return consideration === undefined ? undefined : { consideration };
}
