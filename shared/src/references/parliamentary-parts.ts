/** What citations of Kamerstukken and of Handelingen share: chamber, session and pages. */

type Groups = Readonly<Record<string, string | undefined>>;

/** Address of the site on which publications stand by their ids. */
export const publications = 'https://zoek.officielebekendmakingen.nl';
/** First year of which papers stand there under ids of this form. */
export const firstYearOnline = 1995;

/** A chamber as it is named. */
export const chamberWords = 'II|I|TK|EK|Tweede Kamer|Eerste Kamer';

/** A session as it is written, or several in a row: `vergaderjaar 2024–2025`, `1993/94-1996/97`. */
export function sessionPattern(name: string): string {
  return String.raw`(?:(?:vergaderjaar|verg\.\s?jaar|vj\.|zitting(?:sjaar)?)\s+)?(?<${name}>\d{4}\s*[-/]\s*[-']?\s*(?:\d{4}|\d{2}))(?:-\d{4}\/\d{2})?(?!\d)`;
}

/** `2008/09` as `2008-2009`; undefined for years that do not follow each other, which are no session. */
export function toSession(written: string | undefined): string | undefined {
  const [, from = '', to = ''] = /^(\d{4})\D+(\d{2,4})$/u.exec(written ?? '') ?? [];
  const next = String(Number(from) + 1);
  return from !== '' && next.endsWith(to) ? `${from}-${next}` : undefined;
}

/** The chamber that a citation names; undefined where it names none. */
export function toChamber(word: string | undefined): 'I' | 'II' | undefined {
  if (word === undefined) return undefined;
  return /^(?:II|11|TK|Tweede)/u.test(word) ? 'II' : 'I';
}

const page = String.raw`\d{1,6}(?![\d]|[ .]\d{3})`;
const pages = new RegExp(
  String.raw`(?:\s*\([^()]{1,40}\))?(?:\s*,\s*(?:[A-Z][A-Za-z ]{3,40}|(?:par\.|paragraaf|§)\s*\d{1,2}(?:\.\d{1,2})*))?\s*,?\s*(?:pp?|pag|blz|bladz|[Pp]agina(?:'s)?|[Bb]ladzijden?)\.?\s*(?<pages>${page}(?:\s*,\s*${page}(?:\s*-\s*${page}(?!\s*-)|(?=[\d\s,]{0,30}\s+en\s+\d)))*(?:\s*(?:-|\/|en|t\/m|tot en met)\s*${page}(?!\s*,\s*(?:pp?|blz)\.))*)(?:\s*(?:e\.v\.|ev(?![a-z])\.?|ff?\.))?`,
  'y',
);

/** The pages that a citation names at an offset: `7`, `7-8`, `5, 7, 12`, and where they end. */
export function readPages(
  text: string,
  at: number,
): { readonly pages: string; readonly end: number } | undefined {
  const match = matchAt(pages, text, at);
  if (!match) return undefined;
  const written = match.groups.pages ?? '';
  const several = written.replace(/\s*(?:-|t\/m|tot en met)\s*/gu, '-').replace(/\s*(?:,|\/|en)\s*/gu, ', ');
  const isPair = /^\d+(?:-|, )\d+$/u.test(several);
  return { pages: isPair ? several.replace(', ', '-') : several, end: match.end };
}

/** A match of a sticky pattern at an offset. */
export function matchAt(
  pattern: RegExp,
  text: string,
  at: number,
): { groups: Groups; end: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { groups: match.groups ?? {}, end: pattern.lastIndex } : undefined;
}
