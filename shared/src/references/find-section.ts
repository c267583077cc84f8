/**
 * Finds the part of a document in which a place stands, from the text before it: what a citation names beside the page.
 *
 * Method: numbers at the beginnings of lines are followed from the first on; one counts only if it can follow
 * the last that counted, so that a date or an amount that opens a line is none. Headings come from whoever reads the
 * document, since a text does not say which of its lines they are. Cost: linear in the text before.
 */
import type { Section } from '../annotation/index.ts';
import type { SourceType } from '../dossier/index.ts';
import { type Heading, toHeadedSection } from './headings.ts';

/** A number that opens a line, alone in it or before a sentence: `5.`, `5.2`, `3.4.1.`, `43`. */
const opening =
  /^[ \t]*(?<number>\d{1,3}(?:\.\d{1,3}){0,3})(?<dot>\.?)(?=[ \u00a0]*(?:$|[\n\t]|(?<=[ \u00a0])["'‘’“”„([]*(?:\p{Lu}|\[|…)))/gmu;
/** The heading of an article: `Artikel 39`, `Artikel 3.109a`, `Artikel 8:81`, `ARTIKEL IV`, `Article 6`. */
const articleHeading =
  /^[ \t]*(?:Artikel|ARTIKEL|Article|Art\.)[ \u00a0](?<article>\d+(?:[.:]\d+)*[a-z]{0,2}|[IVXL]+)\b(?=\.?[ \t\u00a0]*(?:$|\p{Lu}|\[|\())/gmu;
/** A recital of an act of the Union, alone in its cell or before its sentence: `(12)`. */
const recital = /^[ \t]*\((?<number>\d{1,3})\)(?<dot>)(?=[ \t\u00a0]|$)/gmu;
/** What stands before the recitals of an act, and what behind them. */
const preamble = /^[ \t]*(?:Overwegende|Whereas)\b/imu;
const enacting = /^[ \t]*(?:HAVE|HAS|HEBBEN|HEEFT)\b.*\b(?:ADOPTED|VASTGESTELD)\b/mu;
/** A numbered question or its answer, alone in a line: `Vraag 3`, `Antwoord op vraag 3`, `Antwoord 3`. */
const question =
  /^[ \t]*(?<kind>Vraag|Antwoord(?: op vraag)?)[ \u00a0](?<number>\d{1,3})[.:]?[ \t\u00a0]*$/gmu;
/** A point of a paragraph, alone in its line or cell or before its words: `a.`, `b)`, `(c)`. */
const point = /^[ \t]*\(?(?<point>[a-z]{1,2})[.)](?:[ \t\u00a0]+\S|[ \t\u00a0]*$)/u;
/** What an act has behind its articles, which is in none of them. */
const afterArticles = /^(?:nota van )?toelichting\b|^bijlage\b|^annex\b/iu;
/** Where a ruling says what is decided, which is in none of its considerations. */
const decision = /^[ \t]*(?:De )?[Bb]eslissing[.:]?[ \t]*$/gmu;

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
function lastNumber(
  text: string,
  offset: number,
  pattern = opening,
): { readonly number: string; readonly start: number } | undefined {
  let last: { number: string; start: number; parts: readonly number[] } | undefined;
  for (const { index, groups } of text.matchAll(pattern)) {
    if (index > offset) break;
    const { number = '', dot } = groups ?? {};
    const parts = number.split('.').map(Number);
    const isSure = dot === '.' || parts.length > 1;
    if (last ? follows(parts, last.parts, isSure) : parts.every((part) => part === 1))
      last = { number, start: index, parts };
  }
  return last;
}

/** The point that the line of an offset begins with, or that stands alone in the line before. */
function findPoint(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  const own = point.exec(text.slice(start))?.groups?.point;
  const marker = /^[ \t]*\(?[a-z]{1,2}[.)][ \t\u00a0]*$/u.test(before) ? point.exec(before) : undefined;
  return own ?? marker?.groups?.point;
}

/** In an act: recitals stand before its articles, which they may name at the beginning of a line; annexes behind. */
function findInAct(text: string, offset: number, heading: Heading | undefined): Section | undefined {
  const before = [...text.matchAll(articleHeading)].findLast(({ index }) => index <= offset);
  const article = before?.groups?.article;
  const headed = heading && toHeadedSection(heading);
  const found = findRecital(text, offset);
  if (found) return found;
  if (!before || article === undefined) return headed;
  if (heading && heading.start > before.index && afterArticles.test(heading.text)) return headed;
  const start = before.index + before[0].length;
  if (offset < start) return { article };
  const paragraph = lastNumber(text.slice(start), offset - start)?.number;
  const ownPoint = findPoint(text.slice(start), offset - start);
  return { article, ...(paragraph ? { paragraph } : {}), ...(ownPoint ? { point: ownPoint } : {}) };
}

function findRecital(text: string, offset: number): Section | undefined {
  const begins = preamble.exec(text)?.index;
  if (begins === undefined || enacting.test(text.slice(0, offset))) return undefined;
  const found = lastNumber(text.slice(begins), offset - begins, recital);
  return found && { recital: found.number };
}

function findConsideration(text: string, offset: number): Section | undefined {
  const found = lastNumber(text, offset);
  if (!found) return undefined;
  const decided = [...text.matchAll(decision)].some(({ index }) => index > found.start && index <= offset);
  return decided ? { heading: 'Beslissing' } : { consideration: found.number };
}

/** The question in which an offset stands, or its answer; questions are numbered from 1. */
function findQuestion(text: string, offset: number) {
  const found = [...text.matchAll(question)].filter(({ index }) => index <= offset);
  const last = found.at(-1);
  if (!last || found[0]?.groups?.number !== '1') return undefined;
  const { kind = '', number = '' } = last.groups ?? {};
  const section: Section = kind === 'Vraag' ? { question: number } : { answer: number };
  return { section, start: last.index };
}

function findInPaper(text: string, offset: number, heading: Heading | undefined): Section | undefined {
  const asked = findQuestion(text, offset);
  if (asked && (!heading || heading.start <= asked.start)) return asked.section;
  return heading && toHeadedSection(heading);
}

/**
 * The part of a document in which an offset of its text stands: a consideration of a ruling, an article or recital of
 * a law, a question of a paper, else what is under the heading. Undefined where the document does not tell.
 *
 * @param heading the last heading before the place, where whoever read the document knows it.
 */
export function findSection(
  text: string,
  offset: number,
  sourceType: SourceType,
  heading?: Heading,
): Section | undefined {
  // No further than the line of the place itself: a passage may begin with its own number.
  const end = text.indexOf('\n', offset);
  const read = text.slice(0, end < 0 ? text.length : end + 1);
  switch (sourceType) {
    case 'press':
      return undefined;
    case 'court-ruling':
      return findConsideration(read, offset);
    case 'legislation':
      return findInAct(read, offset, heading);
    default:
      return findInPaper(read, offset, heading);
  }
}
