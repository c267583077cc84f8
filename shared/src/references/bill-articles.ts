/**
 * The articles of a bill, and the parts of those that change a law, read from its own text.
 *
 * Method: lines that look like headings are gone through in order, and one counts only if its number follows the last
 * that counted: I, II, III; 1.1, 1.2, 2.1; A, B, Ba, C. So articles that the bill quotes of the laws that it changes,
 * and lines of a text that begin with "Artikel 28", are none of its own. Read is what stands between the formulas that
 * every bill has, without the contents before and the explanation behind. Cost: linear in the text.
 */
import { romanNumber } from '../text/index.ts';

/** An article of a bill, or a part of an article. */
export interface BillArticle {
  /** As codings name it: `art. I`, `art. 3.2a`, `art. I, onderdeel C`, `enig artikel`. */
  readonly provision: string;
  /** `I`, `3.2a`, `enig`; of a part the number of its article. */
  readonly number: string;
  /** `C`, `Ba`, `0A`; absent for an article. */
  readonly part?: string;
  /** First words of it behind its heading, in one line, as they stand in the text: they lead to its place. */
  readonly words: string;
}

/** A line that may be a heading. */
interface Candidate {
  /** Place among the lines. */
  readonly line: number;
  readonly written: string;
  readonly style: 'arabic' | 'roman' | 'letters';
  /** What is counted: `[3, 2]` of `3.2a`, `[53]` of `BA`. */
  readonly counts: readonly number[];
  /** What follows the number where something was put between: `a` of `3.2a` and of `Ba`, `A` of `0A`. */
  readonly suffix: string;
}

const enacting = /goedgevonden\s+en\s+verstaan/iu;
const closing =
  /^(?:Lasten en bevelen dat|(?:Memorie van |Nota van )?[Tt]oelichting$|[A-Z ]{0,16}TOELICHTING$)/u;
/** The heading of an article, alone or with its title: `ARTIKEL IIA`, `Artikel 3.2a. Begripsbepalingen`. */
const articleHeading =
  /^(?:Artikel|ARTIKEL)[ \u00a0](?:(?<arabic>\d{1,4}(?:[.:]\d{1,4}){0,3})(?<suffix>[a-z]{0,2})|(?<roman>[IVXLC]{1,9})(?<between>[A-Ha-h]?))[.:]?(?:[ \u00a0](?<title>[\p{Lu}[(].{0,150}))?$/u;
/** No title ends or goes on like this: it is a sentence about an article, or a line of the contents. */
const noTitle =
  /[:;,]$|\b(?:wordt|worden|komt|komen|vervalt|vervallen|luidt|luiden|treedt|treden)\b|\.{3}|…|\t/u;
/** The heading of a bill that has one article. */
const soleHeading = /^enig[ \u00a0]artikel\.?$/iu;
/**
 * A part of an article that changes a law, alone in its line or before its words: `A`, `Ba`, `AA.`, `B. Artikel 3`; `0A`
 * where it was put before the first.
 */
const partHeading =
  /^(?<zero>0?)(?<letters>[A-Z]{1,2})(?<suffix>[a-z]?)(?:\.?(?:$|\t)|\.[ \u00a0](?=\p{Lu}))/u;
const chapterHeading = /^(?:hoofdstuk|afdeling|paragraaf|titel|§)[ \u00a0]/iu;
/** Says that quoted text follows. */
const quotes = /\bluid(?:en|ende|t)\s?:$/u;
/** Fewest words by which a place can be found in a page. */
const tellingWords = 4;
/** Longest text by which it is looked for, in UTF-16 code units. */
const maxWordsLength = 200;

/** `A` is 1, `Z` 26, `AA` 27. */
function fromLetters(written: string): number {
  return Array.from(written).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function readArticleHeading(text: string, line: number): Candidate | undefined {
  const groups = articleHeading.exec(text)?.groups;
  if (!groups || noTitle.test(groups.title ?? '')) return undefined;
  const { arabic, suffix = '', roman = '', between = '' } = groups;
  if (arabic !== undefined)
    return {
      ...{ line, written: arabic + suffix, style: 'arabic', suffix },
      counts: arabic.split(/[.:]/u).map(Number),
    };
  return {
    ...{ line, written: roman + between, style: 'roman', suffix: between.toLowerCase() },
    counts: [romanNumber(roman)],
  };
}

function readPartHeading(text: string, line: number): Candidate | undefined {
  const { zero = '', letters, suffix = '' } = partHeading.exec(text)?.groups ?? {};
  if (letters === undefined) return undefined;
  const shared = { line, written: zero + letters + suffix, style: 'letters' } as const;
  if (zero === '') return { ...shared, suffix, counts: [fromLetters(letters)] };
  return { ...shared, suffix: letters + suffix, counts: [0] };
}

const keyOf = (style: string, counts: readonly number[]) => `${style} ${counts.join('.')}`;

/** Whether a bill can begin with a number: with the first, or with what was put before it. */
function isFirst({ counts, suffix, style }: Candidate): boolean {
  if (style === 'letters' && counts[0] === 0) return suffix === 'A';
  return suffix === '' && counts.every((count) => count === 1);
}

/** How far a number is behind another in the order of a bill; undefined where it cannot follow it. */
function stepBetween(next: Candidate, last: Candidate | undefined): number | undefined {
  if (!last) return isFirst(next) ? 1 : undefined;
  if (next.style !== last.style || next.counts.length !== last.counts.length) return undefined;
  const place = next.counts.findIndex((count, index) => count !== last.counts[index]);
  if (place < 0) return next.suffix > last.suffix ? 1 : undefined;
  if (next.suffix !== '' || next.counts.slice(place + 1).some((count) => count !== 1)) return undefined;
  return (next.counts[place] ?? 0) - (last.counts[place] ?? 0);
}

/** The candidates that count on from the first on. One that nobody finds, as a PDF may lose it, is passed over. */
function inOrder(candidates: readonly Candidate[]): Candidate[] {
  const lastLines = new Map(candidates.map(({ style, counts, line }) => [keyOf(style, counts), line]));
  const own: Candidate[] = [];
  for (const next of candidates) {
    const last = own.at(-1);
    const step = stepBetween(next, last);
    const missing = keyOf(next.style, next.counts.with(-1, (next.counts.at(-1) ?? 0) - 1));
    const isLost = step === 2 && (lastLines.get(missing) ?? -1) < next.line;
    if (step === 1 || isLost) own.push(next);
  }
  return own;
}

/** The lines of the bill itself. */
function linesOf(text: string): string[] {
  const formula = enacting.exec(text);
  const lines = text
    .slice(formula ? formula.index + formula[0].length : 0)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // What ends a bill stands behind an article: a table of contents may name an explanation too.
  const first = lines.findIndex((line) => articleHeading.test(line) || soleHeading.test(line));
  const end = lines.findIndex((line, place) => place > first && closing.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

/** Whether a line has words of its article behind it: in a table of contents another heading follows. */
function isFollowedByText(lines: readonly string[], { line }: Candidate): boolean {
  const next = lines[line + 1];
  return next !== undefined && !chapterHeading.test(next) && !readArticleHeading(next, line + 1);
}

/** The first line behind a heading, before the next one, that finds its place; where none does, what there is. */
function wordsBehind(lines: readonly string[], line: number, end: number): string {
  const isTelling = (text: string) => text.split(/\s+/u).length >= tellingWords;
  const own = lines.slice(line + 1, Math.min(line + 4, end));
  const telling = own.find(isTelling) ?? own[0] ?? lines[line] ?? '';
  const [cell = ''] = telling.split('\t');
  if (cell.length <= maxWordsLength) return cell;
  return cell.slice(0, cell.lastIndexOf(' ', maxWordsLength)).slice(0, maxWordsLength);
}

/** The parts of the article between two lines: what says that it is changed ends with a colon. */
function partsBetween(lines: readonly string[], start: number, end: number): Candidate[] {
  const candidates = lines.slice(start, end).flatMap((line, place) => {
    return readPartHeading(line, start + place) ?? [];
  });
  const parts = inOrder(candidates);
  const [first] = parts;
  return first && lines[first.line - 1]?.endsWith(':') ? parts : [];
}

/** Where the articles of a bill stand, with their numbers and how they are named. */
function headingsOf(lines: readonly string[]): { line: number; number: string; name: string }[] {
  const sole = lines.findIndex((line) => soleHeading.test(line));
  if (sole >= 0 && sole < lines.length - 1) return [{ line: sole, number: 'enig', name: 'enig artikel' }];
  const candidates = lines.flatMap((line, place) => readArticleHeading(line, place) ?? []);
  return inOrder(
    candidates.filter((one) => isFollowedByText(lines, one) && !quotes.test(lines[one.line - 1] ?? '')),
  ).map(({ line, written }) => ({ line, number: written, name: `art. ${written}` }));
}

/** The articles of a bill in its order, each before its parts. Empty where the text has none. */
export function readBillArticles(text: string): BillArticle[] {
  const lines = linesOf(text);
  const articles = headingsOf(lines);
  return articles.flatMap(({ line, number, name }, place) => {
    const end = articles[place + 1]?.line ?? lines.length;
    const parts = partsBetween(lines, line + 1, end);
    return [
      { provision: name, number, words: wordsBehind(lines, line, parts[0]?.line ?? end) },
      ...parts.map((part, index) => ({
        provision: `${name}, onderdeel ${part.written}`,
        number,
        part: part.written,
        words: wordsBehind(lines, part.line, parts[index + 1]?.line ?? end),
      })),
    ];
  });
}
