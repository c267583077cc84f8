/**
 * One article with what qualifies it: `31, tweede lid, aanhef en onder k`, `46, lid 6, onder a) en b)`, `46(3)`.
 *
 * Method: a number, then its qualifications one after the other, each anchored where the one before ended. Cost: a
 * bounded look ahead for each.
 */

/** An article as a text names it. */
export interface Article {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  /** Its parts in canonical words, in their order: `lid 2`, `onder a, c`. */
  readonly parts: readonly string[];
  /** Number of its paragraph, where one is named and no other. */
  readonly paragraph?: string | undefined;
}

const number =
  /(?:\d{1,4}(?:[a-z]{1,3}(?![a-z])|[A-F](?![A-Za-z0-9])|\s?\([A-F]\)|\s(?:bis|ter|quater)(?![a-z]))?(?:[.:]\d{1,4}(?:[a-z]{1,3}(?![a-z]))?){0,3}|[IVX]{1,6}[A-Ea-e]?(?![A-Za-z]))/y;
/** What is counted is no article: "het artikel 5 jaar geleden", "artikel 12, 14 dagen na ontvangst", "en 12 mei". */
const counted =
  /\s*%|\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jaar|jaren|maand(?:en)?|we(?:ek|ken)|(?:werk)?dag(?:en)?|uur|uren|minuten|procent|euro|miljoen|miljard|keer|maal|personen|mensen|asielzoekers|vreemdelingen|zaken|aanvragen|redenen)(?![A-Za-z])/y;

const ordinalWords =
  'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste'.split(
    ' ',
  );
const ordinal = `(?:${ordinalWords.join('|')}|\\d{1,2}(?:e|de|ste))`;
const separator = String.raw`(?:\s*,\s*(?:en\s+|of\s+)?|\s+(?:en|of|t\/m|tot en met|en\/of)\s+|\s*-\s*)`;
const ordinals = `${ordinal}(?:${separator}${ordinal})*`;
const opening = String.raw`(?:\s*,)?\s*(?:(?:en|of|alsmede)\s+)?`;

/** `, eerste en tweede lid`, `, lid 1 en 3`. */
const paragraphs = new RegExp(
  String.raw`${opening}(?:(?<many>${ordinals})\s+(?:lid|leden)(?![A-Za-z])|(?:lid|leden)\s+(?<after>\d{1,2})(?![\d.:]))`,
  'y',
);
/** What goes on with the numbers of paragraphs, as far as they rise: "lid 1 en 2", but "lid 1 en 31" names an article. */
const anotherParagraph = new RegExp(String.raw`(?<separator>${separator})(?<next>\d{1,2})(?![\d.:a-z])`, 'y');
const furthestParagraph = 20;
/** `, tweede volzin`, `, eerste alinea`: they say more, but of no part that has a number. */
const sentences = new RegExp(
  String.raw`${opening}(?:${ordinals}|laatste)\s+(?:(?:vol)?zin(?:nen)?|alinea(?:'s)?|(?:gedachte)?streepje)(?![A-Za-z])`,
  'y',
);
/** A letter, one of a list that went beyond z, a Roman number; never a word of two letters. */
const letter = String.raw`(?:(?:(?!de|en|of|in|is|om|op|te|er|we|ze|je|zo|nu|na|al|af|at|be|ik)[a-z]{1,2}|[ivx]{3,4})(?![a-z])|[A-Z]{1,2}(?![A-Za-z])|\d{1,2}(?![\d.:])[°º]?)`;
const marked = String.raw`\(?${letter}\)?`;
/** A digit goes on with a list of digits only where no article is meant: "onder a, en 29, tweede lid". */
const nextMarked = String.raw`\(?(?:[a-z](?![A-Za-z])|[A-Z](?![A-Za-z]))\)?`;
const under = new RegExp(
  String.raw`(?:\s*,)?\s*(?:(?:en\s+)?aanhef(?:\s+en|\s*,)?\s*)?(?:onder|sub|onderdeel|onderdelen|letters?|punt(?:en)?)\s+(?<list>${marked}(?:${separator}${nextMarked})*)`,
  'y',
);
/** `46(3)`, `46 (3)(a)`. */
const inBrackets = /\s?\((?:(?<paragraph>\d{1,2})|(?<point>[a-z]|i{2,3}|iv|vi{1,3}))\)/y;
/** What adds nothing that has a number. */
const aside = /(?:\s*,)?\s*(?:aanhef|slot)(?![a-z])|\s*\((?:oud|nieuw)\)/y;
/** More qualifications than any article has. */
const mostParts = 8;

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
    .replace(/\s+(?:tot en met|t\/m)\s+|\s*-\s*/gu, ' t/m ')
    .replace(/\s*,\s*(?:(?:en|of)\s+)?|\s+(?:en|of|en\/of)\s+/gu, ', ')
    .replace(/[^,\s]+/gu, (item) => (item === 't/m' ? item : toItem(item)));
}

/** Where a list of paragraphs in digits ends: they rise, and no article has many. */
function endOfParagraphs(text: string, first: string, end: number): number {
  let [last, place] = [Number(first), end];
  for (let next = at(anotherParagraph, text, place); next; next = at(anotherParagraph, text, place)) {
    const value = Number(next.groups?.next);
    if (value <= last || value > furthestParagraph) break;
    [last, place] = [value, next.index + next[0].length];
  }
  return place;
}

/** A qualification: what it says in canonical words, if anything, and where it ends. */
interface Part {
  readonly end: number;
  readonly words?: string;
  readonly paragraph?: string;
}

function readPart(text: string, offset: number): Part | undefined {
  const lid = at(paragraphs, text, offset);
  if (lid) {
    const { many, after = '' } = lid.groups ?? {};
    const start = offset + lid[0].length;
    const end = many ? start : endOfParagraphs(text, after, start);
    const paragraph = toList(many ?? text.slice(start - after.length, end), toNumber);
    return { end, words: `lid ${paragraph}`, paragraph };
  }
  const point = at(under, text, offset);
  if (point) {
    const list = toList(point.groups?.list ?? '', (item) => item.replace(/[()]/gu, ''));
    return { end: offset + point[0].length, words: `onder ${list}` };
  }
  const bracket = at(inBrackets, text, offset);
  if (bracket) {
    const { paragraph, point: named } = bracket.groups ?? {};
    const end = offset + bracket[0].length;
    return paragraph ? { end, words: `lid ${paragraph}`, paragraph } : { end, words: `onder ${named}` };
  }
  const rest = at(sentences, text, offset) ?? at(aside, text, offset);
  return rest && { end: offset + rest[0].length };
}

/** Whether a number that ends at an offset counts something. */
export function isCounted(text: string, offset: number): boolean {
  return at(counted, text, offset) !== undefined;
}

/** The article whose number begins at an offset. */
export function readArticle(text: string, start: number): Article | undefined {
  const written = at(number, text, start)?.[0];
  if (!written || isCounted(text, start + written.length)) return undefined;
  const parts: Part[] = [];
  let end = start + written.length;
  while (parts.length < mostParts) {
    const part = readPart(text, end);
    if (!part) break;
    parts.push(part);
    end = part.end;
  }
  const paragraphsNamed = parts.flatMap(({ paragraph }) => paragraph ?? []);
  const [paragraph] = paragraphsNamed;
  return {
    start,
    end,
    number: written.replace(/\s?\(([A-F])\)/u, '$1').replace(/\s+/gu, ' '),
    parts: parts.flatMap(({ words }) => words ?? []),
    ...(paragraphsNamed.length === 1 && /^\d+$/u.test(paragraph ?? '') ? { paragraph } : {}),
  };
}
