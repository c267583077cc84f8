import { romanNumber } from '../text/index.ts';

/** The provision of a coding as lawyers read it: an article, and what changes it. */
export interface ProvisionParts {
  /** The article by itself: `art. I, onderdeel C`; absent where only a change is named. */
  readonly article?: string;
  /** What changes the article, or says how it became what it is: `amendement 39990, nr. 14`. */
  readonly change?: string;
  /** The law in which the article stands: `Vw 2000`; absent in the bill. */
  readonly law?: string;
}

/** A change by its own name, with the paper that holds it: `amendement 39990, nr. 14`, `nota van wijziging nr. 8`. */
const change =
  /(?:gewijzigd\s+|nader\s+gewijzigd\s+)?(?:(?:sub)?amendement|(?:tweede|derde|vierde|vijfde|zesde)?\s*nota\s+van\s+(?:wijziging|verbetering)|novelle)(?:\s+(?:op\s+stuk\s+)?(?:\d{5}(?:-[A-Z]+)?,?\s*)?nr\.?\s*\d+|\s+\d{5}(?:-[A-Z]+)?(?:,?\s*nr\.?\s*\d+)?)?/iu;
const article = /\b(?:art(?:ikel|\.)|onderdeel|paragraaf|§)\s*\S.*$/iu;
/**
 * The law behind an article of a law: `Vw 2000` in `art. 31 lid 2 onder k Vw 2000`; letters and Roman numbers name none,
 * nor does the part of an article of a bill: `art. I, onderdeel Ba`.
 */
function lawOf(article: string): string | undefined {
  const words = article.split(/\s+/u);
  const start = words.findIndex(
    (word, place) =>
      place > 1 &&
      /^\p{Lu}\p{L}+$/u.test(word) &&
      !/^[IVXLC]+$/u.test(word) &&
      !/^onderde(?:el|len)$/iu.test(words[place - 1] ?? ''),
  );
  return start === -1 || words[0] !== 'art.' ? undefined : words.slice(start).join(' ');
}

function trimmed(text: string): string {
  return text
    .replace(/\(\s*\)/gu, '')
    .replace(/^[\s,;()–-]+|[\s,;(–-]+$/gu, '')
    .replace(/^(?:op|bij|van|tot)\s+/iu, '')
    .trim();
}

/**
 * Takes a provision apart. What it does not recognise is an article by itself, so nothing that was coded is without
 * its place. Linear.
 */
export function readProvision(provision: string): ProvisionParts {
  const found = change.exec(provision);
  const rest = found ? provision.replace(found[0], ' ') : provision;
  const place = trimmed(found ? (article.exec(rest)?.[0] ?? '') : rest);
  const unclosed = place.endsWith(')') && !place.includes('(') ? trimmed(place.slice(0, -1)) : place;
  const law = lawOf(unclosed);
  return {
    ...(unclosed === '' ? {} : { article: unclosed }),
    ...(found ? { change: found[0].trim() } : {}),
    ...(law ? { law } : {}),
  };
}

/** An article in a form that sorts as a law counts: `art. IV` before `art. IX`, and behind `art. III`. */
function sortable(text: string): string {
  return text.replace(/(?<=^art\.\s)[IVXLC]+(?![A-Za-z])/u, (roman) => String(romanNumber(roman)));
}

/** A provision with what decides its place. */
interface PlacedProvision {
  readonly provision: string;
  readonly law: string;
  readonly article: string;
}

function toPlaced(provision: string): PlacedProvision {
  const { law = '', article = '' } = readProvision(provision);
  return { provision, law, article: sortable(article) };
}

const collator = new Intl.Collator('nl', { numeric: true });

function comparePlaced(one: PlacedProvision, other: PlacedProvision): number {
  return (
    Number(one.article === '') - Number(other.article === '') ||
    collator.compare(one.law, other.law) ||
    collator.compare(one.article, other.article) ||
    collator.compare(one.provision, other.provision)
  );
}

/** Puts articles in the order of a law; those of the bill before those of laws, and changes of none of them last. */
export function compareProvisions(one: string, other: string): number {
  return comparePlaced(toPlaced(one), toPlaced(other));
}

/** The same for a list, of which each is taken apart once. */
export function sortProvisions(provisions: readonly string[]): string[] {
  return provisions
    .map(toPlaced)
    .toSorted(comparePlaced)
    .map(({ provision }) => provision);
}
