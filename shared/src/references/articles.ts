import type { LawNames } from './law-names.ts';
import { circularOf, type Law, linkOfLaw } from './laws.ts';
import type { Reference } from './reference.ts';

/**
 * Articles of laws in running text: `artikel 31, tweede lid, aanhef en onder k, van de Vw`,
 * `artikelen 47 en 50 van het Handvest`, `art. 3.109 Vb 2000`, `Awb, artikel 8:1`, `paragraaf C2/6.2.8 Vc 2000`.
 *
 * Method: from the word `artikel` on, numbers with their qualifications one after the other, then the law.
 * Cost: one pass for the word, and a bounded look ahead for each.
 */

const head = /(?<![A-Za-z])(?:[Aa]rtikel(?:en)?|[Aa]rtt?\.)\s+(?=\d|[IVX]{1,6}(?![A-Za-z]))/g;
const articleNumber =
  /(?:\d{1,4}(?:[a-z]{1,3}(?![a-z]))?(?:[.:]\d{1,4}(?:[a-z]{1,3}(?![a-z]))?){0,3}|[IVX]{1,6}(?![A-Za-z]))/y;
const ordinalWords =
  'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste'.split(
    ' ',
  );
const ordinal = `(?:${ordinalWords.join('|')}|\\d{1,2}(?:e|de|ste)?)`;
const paragraphs = new RegExp(
  String.raw`\s*,?\s*(?:(?<many>${ordinal}(?:(?:\s*,\s*|\s+(?:en|of|tot en met)\s+)${ordinal})*)\s+(?:lid|leden)(?![A-Za-z])|(?:lid|leden)\s+(?<after>\d{1,2}(?:(?:\s*,\s*|\s+en\s+)\d{1,2})*)(?!\d))`,
  'y',
);
const subparagraphs =
  /\s*,?\s*(?:aanhef(?:\s+en|\s*,)?\s*)?(?:onder|sub|onderdeel|onderdelen|letter)\s+(?<list>(?:[a-z]{1,2}(?![a-z])|[A-Z]{1,2}(?![A-Za-z])|\d{1,2}°?)(?:(?:\s*,\s*|\s+(?:en|of|tot en met)\s+)(?:[a-z](?![A-Za-z])|[A-Z](?![A-Za-z])))*)/y;
const heading = /\s*,\s*aanhef(?![a-z])/y;
const sentenceOf = new RegExp(
  String.raw`\s*,?\s*(?:${ordinalWords.slice(0, 5).join('|')}|laatste)\s+(?:vol)?zin(?![a-z])`,
  'y',
);
const joint =
  /\s*(?:(?:,\s*(?:en\s+)?|en\s+|of\s+|tot en met\s+|-\s*)|(?:juncto|jo\.?)\s+(?:(?:artikel|art\.)\s+)?)(?=\d)/y;
const toLaw = /\s*,?\s*(?:van\s+)?(?:(?:de|het)\s+)?/y;
const sameLaw = /\s*,?\s*van\s+(?:die|dezelfde)\s+(?:wet|verordening|richtlijn)(?![A-Za-z])/y;
const circular =
  /(?<![A-Za-z])(?:[Pp]aragraaf|[Pp]ar\.|§)\s*(?<paragraph>[A-D]\d{1,2}\/\d{1,2}(?:\.\d{1,2}){0,4})(?:\s*,?\s*(?:van\s+)?(?:de\s+)?(?:Vreemdelingencirculaire(?:\s+2000)?|Vc(?:\s+2000)?)(?![A-Za-z]))?/g;
const jci =
  /(?<![A-Za-z0-9])jci1\.\d{1,2}:[cv]:(?<law>BWB[RV]\d{7})(?<place>(?:&[a-z]{1,12}=[A-Za-z0-9:.,-]*[A-Za-z0-9])*)/gi;

/** What an article's number is qualified by. */
interface Article {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  /** Number of one paragraph, or several as they are joined: `2`, `1, 2`. */
  readonly paragraph?: string | undefined;
  readonly under?: string | undefined;
}

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}

function toNumber(word: string): string {
  const place = ordinalWords.indexOf(word);
  return place < 0 ? word.replace(/\D+$/u, '') : String(place + 1);
}

/** A list in one form: `1, 2`, and `a t/m c` for a range. */
function toList(written: string, toItem: (item: string) => string): string {
  return written
    .trim()
    .replace(/\s+tot en met\s+/gu, ' t/m ')
    .replace(/\s*,\s*(?:en\s+)?|\s+(?:en|of)\s+/gu, ', ')
    .replace(/[^,\s]+/gu, (item) => (item === 't/m' ? item : toItem(item)));
}

function paragraphsOf(match: RegExpExecArray | undefined): string | undefined {
  const written = match?.groups?.many ?? match?.groups?.after;
  return written && toList(written, toNumber);
}

function readArticle(text: string, start: number): Article | undefined {
  const number = at(articleNumber, text, start)?.[0];
  if (!number) return undefined;
  let end = start + number.length;
  const paragraph = at(paragraphs, text, end);
  end += paragraph?.[0].length ?? 0;
  end += at(sentenceOf, text, end)?.[0].length ?? 0;
  const under = at(subparagraphs, text, end);
  end += under?.[0].length ?? at(heading, text, end)?.[0].length ?? 0;
  return {
    start,
    end,
    number,
    paragraph: paragraphsOf(paragraph),
    under: under?.groups?.list && toList(under.groups.list, (item) => item),
  };
}

/** The articles of one enumeration. */
function readArticles(text: string, start: number): Article[] {
  const articles: Article[] = [];
  for (let next: number | undefined = start; next !== undefined; ) {
    const article = readArticle(text, next);
    if (!article) break;
    articles.push(article);
    const join = at(joint, text, article.end);
    next = join && join.index + join[0].length;
  }
  return articles;
}

/** An article in its canonical words: `art. 31 lid 2 onder k Vw 2000`. */
function canonicalOf({ number, paragraph, under }: Article, law: Law | undefined): string {
  return [
    `art. ${number}`,
    ...(paragraph ? [`lid ${paragraph}`] : []),
    ...(under ? [`onder ${under}`] : []),
    ...(law ? [law.name] : []),
  ].join(' ');
}

function toReference(article: Article, law: Law | undefined, start: number, end: number): Reference {
  const { number, paragraph } = article;
  const one = paragraph && /^\d+$/u.test(paragraph) ? paragraph : undefined;
  return {
    kind: 'article',
    start,
    end,
    canonical: canonicalOf(article, law),
    provision: { article: `art. ${number}`, ...(law ? { law: law.name } : {}) },
    ...(law?.identifier
      ? { identifier: law.identifier, link: linkOfLaw(law.identifier, { number, paragraph: one }) }
      : {}),
  };
}

/** The last law that is named before an offset; by halving, since texts name thousands. */
function lastBefore(named: LawNames['named'], end: number): LawNames['named'][number] | undefined {
  let [low, high] = [0, named.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.end ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return named[low - 1];
}

/** The law that stands after an enumeration; "die wet" is the law that was named last before it. */
function lawAfter(text: string, end: number, names: LawNames): { law: Law; end: number } | undefined {
  const same = at(sameLaw, text, end);
  if (same) {
    const last = lastBefore(names.named, end);
    return last && { law: last.law, end: end + same[0].length };
  }
  return names.readAt(end + (at(toLaw, text, end)?.[0].length ?? 0));
}

/**
 * The law right before an enumeration, in the same sentence: "Vw 2000, artikel 39". Not where the articles are said to
 * be of something else, and not before a heading.
 */
function lawBefore(text: string, { start, end }: Pick<Reference, 'start' | 'end'>, names: LawNames) {
  const last = lastBefore(names.named, start);
  const isBeside = last && /^ ?,? ?$/u.test(text.slice(last.end, start)) && text.charAt(start) === 'a';
  return isBeside && !/^\s*,?\s*van\s/u.test(text.slice(end, end + 8)) ? last : undefined;
}

/** Articles of laws in an evened-out text; one without its law is canonical by its number alone. */
export function findArticles(text: string, names: LawNames): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(head)) {
    // An enumeration repeats the word: what it took is not read again.
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const articles = readArticles(text, match.index + match[0].length);
    const last = articles.at(-1);
    if (!last) continue;
    const after = lawAfter(text, last.end, names);
    const named = after ? undefined : lawBefore(text, { start: match.index, end: last.end }, names);
    // A law that is behind other articles is theirs.
    const before = named && named.start >= (found.at(-1)?.end ?? 0) ? named : undefined;
    const law = (after ?? before)?.law;
    articles.forEach((article, index) => {
      const isLast = index === articles.length - 1;
      const start = index === 0 ? (before?.start ?? match.index) : article.start;
      found.push(toReference(article, law, start, isLast ? (after?.end ?? article.end) : article.end));
    });
  }
  return found;
}

/** Paragraphs of the Vreemdelingencirculaire 2000, which has chapters with letters, in an evened-out text. */
export function findCircularParagraphs(text: string): Reference[] {
  return [...text.matchAll(circular)].map((match) => {
    const paragraph = match.groups?.paragraph ?? '';
    const { name, identifier } = circularOf(paragraph);
    return {
      kind: 'article' as const,
      start: match.index,
      end: match.index + match[0].length,
      canonical: `par. ${paragraph} ${name}`,
      provision: { article: `par. ${paragraph}`, law: name },
      ...(identifier ? { identifier, link: `https://wetten.overheid.nl/${identifier.value}` } : {}),
    };
  });
}

/** Addresses of articles by JCI, with the date of the version that is cited. */
export function findJci(text: string, nameOf: (bwb: string) => string | undefined): Reference[] {
  return [...text.matchAll(jci)].map((match) => {
    const value = match.groups?.law?.toUpperCase() ?? '';
    const place = new URLSearchParams(match.groups?.place?.slice(1));
    const number = place.get('artikel');
    const version = place.get('z');
    const name = nameOf(value) ?? value;
    const parts = [
      ...(number ? [`art. ${number}`] : []),
      ...(place.get('lid') ? [`lid ${place.get('lid')}`] : []),
      name,
      ...(version ? [`(${version})`] : []),
    ];
    return {
      kind: number ? ('article' as const) : ('law' as const),
      start: match.index,
      end: match.index + match[0].length,
      canonical: parts.join(' '),
      provision: { law: name, ...(number ? { article: `art. ${number}` } : {}) },
      identifier: { scheme: 'bwb' as const, value },
      link: `https://wetten.overheid.nl/${match[0]}`,
    };
  });
}
