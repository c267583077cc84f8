/**
 * The articles of a bill of which a page by article tells nothing, so that nobody takes what was not looked at for what
 * has no effect. Cost: linear in the codings and in the articles of the bill.
 */
import type { BillArticle } from '../references/index.ts';
import { noValue } from './axes.ts';
import type { Article } from './by-article.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { readProvision } from './provision.ts';

/**
 * How codings name an article of which nothing is told: none does, whatever the filters; only the article is named
 * whose part it is; or the filters leave out whatever names it.
 */
export const namings = ['nowhere', 'as-a-whole', 'left-out'] as const;
export type Naming = (typeof namings)[number];

/** An article of the bill, or a part of one, of which nothing is told. */
export interface BillRow {
  readonly article: string;
  readonly naming: Naming;
  /** First words of it in the bill. */
  readonly words: string;
  /** Place among the articles that are told before which it stands in the bill. */
  readonly before: number;
}

/** What stands for an article or part wherever they are compared: articles in any letters, but part `Aa` is not `AA`. */
function keyOf(number: string, part = ''): string {
  return `${number.toLowerCase()} ${part}`;
}

const articleWord = /\bart(?:t?\.|ikel(?:en)?(?= ))/iu;
const partWord = /\bonder(?:de(?:el|len))? /iu;
/** A bill of one article calls it so. */
const soleArticle = /^enig artikel\b/iu;
const number = /^(?:enig|\d{1,4}(?:[.:]\d{1,4}){0,3}[a-z]{0,2}|[IVXLC]{1,9}[A-Ha-h]?)$/u;
const part = /^0?[A-Z]{1,2}[a-z]?$/u;
const upTo = /^(?:t\/m|[–-])$/u;

/** The names with which a text begins, `A, B en D t/m F`; what is between two is looked up in `known`. */
function readNames(text: string, name: RegExp, known: readonly string[]): string[] {
  const found: string[] = [];
  let isRange = false;
  for (const token of text.match(/t\/m|[\p{L}\p{N}.:]+|[–-]/gu) ?? []) {
    const word = token.replace(/[.:]+$/u, '');
    if (upTo.test(token)) isRange = true;
    else if (name.test(word)) {
      const from = known.indexOf(found.at(-1) ?? '');
      if (isRange && from >= 0) found.push(...known.slice(from + 1, Math.max(from + 1, known.indexOf(word))));
      found.push(word);
      isRange = false;
    } else if (token !== 'en' && token !== 'of') break;
  }
  return found;
}

/** Keys of the articles of a bill, and of parts of them, that a provision names: `art. I, onderdelen A t/m C`. */
function keysIn(provision: string, parts: ReadonlyMap<string, readonly string[]>): string[] {
  const { article = '', law } = readProvision(provision);
  if (law !== undefined) return [];
  const [, ...named] = article.replace(/\s+/gu, ' ').replace(soleArticle, 'artikel enig').split(articleWord);
  return named.flatMap((text) => {
    const [before = '', after = ''] = text.split(partWord);
    const numbers = readNames(before, number, [...parts.keys()]);
    const last = numbers.at(-1) ?? '';
    const own = readNames(after, part, parts.get(last) ?? []);
    if (own.length === 0) return numbers.map((one) => keyOf(one));
    return [...numbers.slice(0, -1).map((one) => keyOf(one)), ...own.map((one) => keyOf(last, one))];
  });
}

/** Provisions that codings of present passages name, whatever their status. */
function provisionsOf({ facts }: MatrixIndex): string[] {
  const { codes, values } = facts.axes.provision;
  const named = new Set(codes);
  return values.filter((value, code) => value !== noValue && named.has(code));
}

/** Whether keys name an article. What somebody says of a part that the text does not have is said of the article. */
function whetherIn(keys: Iterable<string>): (article: BillArticle) => boolean {
  const all = new Set(keys);
  const numbers = new Set([...all].map((key) => key.slice(0, key.indexOf(' '))));
  return ({ number: own, part: letter }) =>
    letter === undefined ? numbers.has(own.toLowerCase()) : all.has(keyOf(own, letter));
}

/**
 * The articles of a bill of which `told`, what codings say of articles under some filters, tells nothing: in the order
 * of the bill, of an article that has parts those.
 */
export function listBillRows(
  index: MatrixIndex,
  bill: readonly BillArticle[],
  told: readonly Article[],
): BillRow[] {
  const parts = new Map(
    [...Map.groupBy(bill, (one) => one.number)].map(([own, all]) => [
      own,
      all.flatMap((one) => one.part ?? []),
    ]),
  );
  const named = new Set(provisionsOf(index).flatMap((provision) => keysIn(provision, parts)));
  const places = new Map<string, number>();
  for (const [place, { article = '' }] of told.entries())
    for (const key of keysIn(article, parts)) places.set(key, place);
  const isNamed = whetherIn(named);
  const isTold = whetherIn(places.keys());
  const namingOf = (one: BillArticle): Naming => {
    if (isNamed(one)) return 'left-out';
    if (!named.has(keyOf(one.number))) return 'nowhere';
    return places.has(keyOf(one.number)) ? 'as-a-whole' : 'left-out';
  };
  let before = 0;
  return bill.flatMap((one) => {
    before = Math.max(before, (places.get(keyOf(one.number, one.part)) ?? -1) + 1);
    const hasParts = one.part === undefined && (parts.get(one.number)?.length ?? 0) > 0;
    if (hasParts || isTold(one)) return [];
    return [{ article: one.provision, naming: namingOf(one), words: one.words, before }];
  });
}
