import type { Law } from './known-laws.ts';
import type { LawNames } from './law-names.ts';
import { linkOfLaw } from './laws.ts';
import { type Article, readArticle } from './read-article.ts';
import type { Reference } from './reference.ts';

/**
 * Articles of laws in running text: `artikel 31, tweede lid, aanhef en onder k, van de Vw`,
 * `artikelen 47 en 50 van het Handvest`, `art. 3.109 Vb 2000`, `Awb, artikel 8:1`, `het eerste lid van artikel 39 Vw`.
 *
 * Method: from the word `artikel` on, numbers with their qualifications one after the other, then the law.
 * Cost: one pass for the word, and a bounded look ahead for each.
 */

const head =
  /(?<![A-Za-z])(?:(?:[Aa]rtikel(?:en)?|ARTIKEL(?:EN)?|[Aa]rtt?)\s+|[Aa]rtt?\.\s*)(?=\d|[IVX]{1,6}[A-Ea-e]?(?![A-Za-z]))/g;
const wordAgain = String.raw`(?:(?:de\s+)?(?:artikel(?:en)?\s|artt?\.)\s*)?`;
const joint = new RegExp(
  String.raw`\s*(?:,\s*(?:(?:en|of|alsmede|juncto|jo\.?|j[°º]\.?)\s+)?|-\s*|(?:en|of|en\/of|alsmede|dan wel|tot en met|t\/m|juncto|jo\.?|j[°º]\.?)\s+)${wordAgain}(?=\d)`,
  'y',
);
const toLaw =
  /\s*,?\s*(?:(?:van|uit|in)\s+)?(?:(?:de|het)\s+)?(?:(?:genoemde|voornoemde|huidige)\s+)?(?:op\s+\d{1,2}\s+[a-z]{3,9}\s+\d{4}\s+te\s+[\p{L}' -]{2,40}?\s+(?:tot\s+stand\s+gekomen|gesloten)\s+)?/uy;
const sameLaw =
  /\s*,?\s*van\s+(?:die|dezelfde|laatstgenoemde)\s+(?<kind>wet|verordening|richtlijn)(?![A-Za-z])/y;

/** An article of an enumeration, with the word before its number where that is said again. */
interface Enumerated extends Article {
  readonly wordStart: number;
}

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}

/** Length of the word `artikel` at the end of what joins two articles. */
function wordAtEnd(join: string): number {
  return /(?:artikel(?:en)?|artt?\.)\s*$/u.exec(join)?.[0].length ?? 0;
}

/** The articles of one enumeration. */
function readArticles(text: string, start: number): Enumerated[] {
  const articles: Enumerated[] = [];
  for (let [next, wordStart] = [start, start]; ; ) {
    const article = readArticle(text, next);
    if (!article) break;
    articles.push({ ...article, wordStart });
    const join = at(joint, text, article.end);
    if (!join) break;
    next = article.end + join[0].length;
    wordStart = next - wordAtEnd(join[0]);
  }
  return articles;
}

/** An article in its canonical words: `art. 31 lid 2 onder k Vw 2000`. */
function canonicalOf({ number, parts }: Article, law: Law | undefined): string {
  const isAnotherParagraph = (part: string, place: number) => place > 0 && part.startsWith('lid');
  const place = parts.map((part, index) => `${isAnotherParagraph(part, index) ? ',' : ''} ${part}`);
  return `art. ${number}${place.join('')}${law ? ` ${law.name}` : ''}`;
}

function toReference(article: Article, law: Law | undefined, start: number, end: number): Reference {
  const { number, paragraph } = article;
  return {
    kind: 'article',
    start,
    end,
    canonical: canonicalOf(article, law),
    provision: { article: `art. ${number}`, ...(law ? { law: law.name } : {}) },
    ...(law?.identifier
      ? { identifier: law.identifier, link: linkOfLaw(law.identifier, { number, paragraph }) }
      : {}),
  };
}

/** Place in `named` behind the last law that is named before an offset; by halving, since texts name thousands. */
function placeBefore(named: LawNames['named'], end: number): number {
  let [low, high] = [0, named.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.end ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far "die wet" looks back among the laws that were named. */
const furthestBack = 20;
const celexLetters: Readonly<Record<string, string>> = { richtlijn: 'L', verordening: 'R' };

/** The law that "die wet", "die richtlijn" means: the last of its kind that was named. */
function lastOfKind(named: LawNames['named'], end: number, kind: string): Law | undefined {
  const place = placeBefore(named, end);
  const letter = celexLetters[kind];
  return named
    .slice(Math.max(0, place - furthestBack), place)
    .findLast(({ law: { identifier } }) =>
      letter
        ? identifier?.scheme === 'celex' && identifier.value.charAt(5) === letter
        : identifier?.scheme !== 'celex',
    )?.law;
}

/** The law that stands after an enumeration. */
function lawAfter(text: string, end: number, names: LawNames): { law: Law; end: number } | undefined {
  const same = at(sameLaw, text, end);
  if (same) {
    const law = lastOfKind(names.named, end, same.groups?.kind ?? '');
    return law && { law, end: end + same[0].length };
  }
  return names.readAt(end + (at(toLaw, text, end)?.[0].length ?? 0));
}

/**
 * The law right before an enumeration, in the same sentence: "Vw 2000, artikel 39". Not where the articles are said to
 * be of something else, and not before a heading.
 */
function lawBefore(text: string, { start, end }: Pick<Reference, 'start' | 'end'>, names: LawNames) {
  const last = names.named[placeBefore(names.named, start) - 1];
  const isBeside = last && /^ ?,? ?$/u.test(text.slice(last.end, start)) && text.charAt(start) === 'a';
  return isBeside && !/^\s*,?\s*van\s/u.test(text.slice(end, end + 8)) ? last : undefined;
}

/**
 * Whether two articles are numbered alike. What stands at the end of an enumeration is the law of all of it, but
 * "artikel 30b juncto artikel 3.106b Vb 2000" names two laws.
 */
function isNumberedLike({ number }: Article, other: Article): boolean {
  const style = (written: string) => /[.:]/u.exec(written)?.[0];
  return style(number) === style(other.number);
}

/** The articles of one enumeration with their law, from the word before them on. */
function readEnumeration(
  text: string,
  names: LawNames,
  place: { readonly wordStart: number; readonly start: number; readonly after: number },
): { readonly found: Reference[]; readonly lawEnd: number | undefined } | undefined {
  const articles = readArticles(text, place.start);
  const last = articles.at(-1);
  if (!last) return undefined;
  const after = lawAfter(text, last.end, names);
  const named = after ? undefined : lawBefore(text, { start: place.wordStart, end: last.end }, names);
  // A law that is behind other articles is theirs.
  const before = named && named.start >= place.after ? named : undefined;
  const law = (after ?? before)?.law;
  const found = articles.map((article, index) => {
    const start = index === 0 ? (before?.start ?? place.wordStart) : article.wordStart;
    const own = isNumberedLike(article, last) ? law : undefined;
    return toReference(article, own, start, (article === last && after?.end) || article.end);
  });
  return { found, lawEnd: after?.end };
}

/** Articles of laws in a plain text; one without its law is canonical by its number alone. */
export function findArticles(text: string, names: LawNames): Reference[] {
  const found: Reference[] = [];
  const endOfLast = () => found.at(-1)?.end ?? 0;
  for (const match of text.matchAll(head)) {
    // An enumeration repeats the word: what it took is not read again.
    if (match.index < endOfLast()) continue;
    const start = match.index + match[0].length;
    let read = readEnumeration(text, names, { wordStart: match.index, start, after: endOfLast() });
    for (const one of read?.found ?? []) found.push(one);
    // "artikel 59b Vw en 59c Vw": without the word, what has a law of its own behind it goes on.
    while (read?.lawEnd !== undefined) {
      const join = at(joint, text, read.lawEnd);
      const next = read.lawEnd + (join?.[0].length ?? 0);
      const wordStart = next - wordAtEnd(join?.[0] ?? '');
      read = join && readEnumeration(text, names, { wordStart, start: next, after: wordStart });
      if (read?.lawEnd !== undefined) for (const one of read.found) found.push(one);
    }
  }
  return found;
}
