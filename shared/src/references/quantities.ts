import type { Quantity } from '../annotation/index.ts';
import { evenOut } from './even-out.ts';
import { numberInWords, readNumberInWords } from './number-words.ts';

/** An amount or a period that a text names. Offsets are UTF-16 code units. */
export interface FoundQuantity {
  readonly start: number;
  /** First offset after it. */
  readonly end: number;
  readonly quantity: Quantity;
}

const factors: Readonly<Record<string, number>> = {
  duizend: 1e3,
  miljoen: 1e6,
  mln: 1e6,
  miljard: 1e9,
  mld: 1e9,
  mrd: 1e9,
  k: 1e3,
  m: 1e6,
};
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
/** What is counted, by the beginning of its word, as the unit of a quantity: its readers read Dutch. */
const units: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^euro/u, 'EUR'],
  [/^procentpunt/u, 'procentpunt'],
  [/^(?:procent|%|percent)/u, '%'],
  [/^werkdag/u, 'werkdagen'],
  [/^kalenderdag/u, 'kalenderdagen'],
  [/^dag/u, 'dagen'],
  [/^we(?:ek|ken)/u, 'weken'],
  [/^maand/u, 'maanden'],
  [/^kwarta/u, 'kwartalen'],
  [/^ja(?:ar|ren)/u, 'jaar'],
  [/^u(?:ur|ren)/u, 'uur'],
  [/^minu/u, 'minuten'],
  [/^fte/u, 'fte'],
  [/^(?:personen|mensen|vreemdelingen|asielzoekers)/u, 'personen'],
  [/^(?:besluiten|beschikkingen)/u, 'besluiten'],
];
/** What is counted under its own name, also as the last part of another one: `beroepszaken`. */
const counted =
  'zaken|aanvragen|dossiers|beroepen|plaatsen|plekken|uitspraken|verzoeken|procedures|bezwaren|bezwaarschriften|vergunningen|statushouders|vluchtelingen|kinderen|medewerkers|rechters|woningen|locaties|gemeenten|klachten|meldingen|overdrachten|inwilligingen|afwijzingen';
const periods: Readonly<Record<string, string>> = {
  jaar: 'P1Y',
  kwartaal: 'P3M',
  maand: 'P1M',
  week: 'P1W',
  dag: 'P1D',
  uur: 'PT1H',
};

/** Of one case or the other: a browser would work out anew which letters are the other case of all letters. */
const letter = String.raw`(?-i:\p{L})`;
/** Points before three digits group, other points and commas are decimal. */
const digits = String.raw`(?:\d{1,3}(?:[. ]\d{3})+(?![.\d])(?:,\d+)?|\d+\.\d{1,2}(?![.\d])|\d+(?:,\d+)?[½¼¾]?|[½¼¾])`;
const numeral = `(?:${digits}|${numberInWords})`;
const factor = String.raw`(?:(?:\s+(?:duizend|miljoen|mln\.?|miljard|m[lr]d\.?)|(?<=\d)[km])(?!${letter}|[\d²³]))?`;
const euro = String.raw`(?:€|EUR)\s?`;
const unitWord =
  "euro|procentpunt(?:en)?|procent|percent|%|(?:werk|kalender)?dag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwarta(?:al|len)|ja(?:ar|ren)|u(?:ur|ren)|minu(?:ut|ten)|fte(?:'s)?|personen|mensen|vreemdelingen|asielzoekers|besluiten|beschikkingen";
/** A word that says more of what is counted: `2.400 extra beroepszaken`, `140 onderzochte dossiers`. */
const attribute = String.raw`(?:(?:extra|meer|minder|aantal|${letter}{3,20}e)\s+)?`;
const what = String.raw`(?:,-{1,2})?(?:\s*\(\d{1,4}\))?(?:\s*(?:(?<unit>${unitWord})|(?<attribute>${attribute})(?<counted>${letter}{0,20}(?:${counted})))(?!${letter}))?`;
const period = String.raw`(?:\s+per\s+(?:persoon|zaak|vreemdeling|asielzoeker|plaats|fte))?(?:\s+(?:(?:per|elk|ieder)\s+(?:kalender)?(?<period>jaar|kwartaal|maand|week|dag|uur)|op\s+(?<basis>jaar)basis)(?!${letter}))?`;

function toPattern(before: string, joint: string, isRange: boolean): RegExp {
  const upper = String.raw`\s*${joint}\s*(?:${euro})?(?<to>${numeral})(?<toFactor>${factor})`;
  return new RegExp(
    String.raw`(?<!${letter}|[\d.,:/])${before}(?<yearly>jaarlijks\s+(?:circa\s+|ruim\s+|ongeveer\s+|bijna\s+)?)?(?<sign>${euro})?(?<from>${numeral})(?<fromFactor>${factor})(?:,-{1,2})?${isRange ? upper : `(?:${upper})?`}${what}${period}`,
    'giu',
  );
}

const between = toPattern(String.raw`tussen\s+(?:de\s+)?`, 'en', true);
const plain = toPattern(
  '',
  // "Zes of acht weken" is at least the one and at most the other; "artikel 3 of 4 weken later" is not.
  String.raw`(?:-|tot(?:\s+en\s+met)?(?!${letter})|t\/m|à|(?<!(?:artikel(?:en)?|art\.|lid|leden|punt|nrs?\.)\s+\S{1,8}\s+)of(?=\s)|en\s+(?:maximaal|hoogstens|ten\s+hoogste))`,
  false,
);
/** What stands between the ends of a range of which both say their unit: "minimaal 2 weken en maximaal 4 weken". */
const betweenEnds = /^\s+(?:en|tot)\s+(?:maximaal|hoogstens|ten\s+hoogste)\s+$/iu;
/** Shares without a percentage: "een derde van de zaken", "1 op de 5 zaken". */
const shares =
  /(?<![A-Za-zé\d.,])(?:(?:(?<half>[Dd]e\s+helft)|(?<top>[Éé]én|[Ee]en|[Tt]wee|[Dd]rie|[Vv]ier)\s*(?<part>derde|kwart|vierde|vijfde|tiende))(?=(?:\s+deel)?\s+van\s+(?:[a-z]+e|het|die|hun|ons)\s)|(?<some>\d{1,2}|[A-Za-zé]{3,6})\s+(?:op\s+(?:de|elke|iedere)\s+(?<all>[a-z]{3,10}|\d{1,4})|van\s+de\s+(?<few>[a-z]{3,7}|\d{1,2}))(?=\s+[a-z]))/g;
const parts: Readonly<Record<string, number>> = { derde: 3, kwart: 4, vierde: 4, vijfde: 5, tiende: 10 };

const year = /^(?:19|20)\d\d$/u;
/** Before what is a year: "in 2024 aanvragen". */
const tellsWhen = /(?<!\p{L})(?:in|sinds|vanaf|uit|van|tot|voor|na|over|eind|begin|medio|per|jaar)\s+$/iu;
/** Before what is a time of the day: "om 9 uur", "van 9 tot 17 uur". */
const tellsTime = /(?<!\p{L})(?:om|van|vanaf|rond|tot)\s+$/iu;

function toNumber(written: string, scale: string): number {
  const name = scale.trim().replace(/\.$/u, '').toLowerCase();
  const fraction = /[½¼¾]$/u.exec(written)?.[0];
  const text = fraction ? written.slice(0, -1) : written;
  const plainText = /^\d+\.\d{1,2}$/u.test(text) ? text : text.replace(/[. ]/gu, '').replace(',', '.');
  const value = readNumberInWords(text) ?? Number(plainText || 0);
  return (value + (fraction ? (fractions[fraction] ?? 0) : 0)) * (factors[name] ?? 1);
}

function unitOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  if (groups.sign) return 'EUR';
  const word = groups.unit?.toLowerCase();
  return word ? units.find(([known]) => known.test(word))?.[1] : groups.counted?.toLowerCase();
}

function toQuantity({ groups = {}, index, input }: RegExpExecArray): Quantity | undefined {
  const { from = '', fromFactor = '', to, toFactor = '' } = groups;
  const unit = unitOf(groups);
  const before = input.slice(Math.max(0, index - 12), index);
  if (unit === undefined) return undefined;
  // "In 2025 ingediende aanvragen" counts nothing.
  if (year.test(from) && !groups.sign && (groups.attribute || tellsWhen.test(before))) return undefined;
  // In "2 tot 3 miljoen" the factor counts for both ends.
  const value = toNumber(from, fromFactor || (to ? toFactor : ''));
  const upper = to === undefined ? undefined : toNumber(to, toFactor);
  if (Number.isNaN(value) || Number.isNaN(upper)) return undefined;
  if (upper !== undefined && upper < value) return undefined;
  if (unit === 'uur' && value <= 24 && tellsTime.test(before)) return undefined;
  const span = groups.period ?? groups.basis ?? (groups.yearly && 'jaar');
  const duration = span && periods[span.toLowerCase()];
  return {
    value,
    ...(upper === undefined ? {} : { to: upper }),
    unit,
    ...(duration ? { period: duration } : {}),
  };
}

function findBy(pattern: RegExp, text: string): FoundQuantity[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const quantity = toQuantity(match);
    const end = match.index + match[0].trimEnd().length;
    return quantity ? [{ start: match.index, end, quantity }] : [];
  });
}

/** A share as a percentage in tenths: a third is 33.3 %. */
function findShares(text: string): FoundQuantity[] {
  // Most passages name none: a page need not wait for the pattern.
  if (!/\s(?:van|op)\s/u.test(text)) return [];
  return [...text.matchAll(shares)].flatMap(({ index, 0: written, groups = {} }) => {
    const { half, top = '', part = '', some = '', few = '', all = few } = groups;
    const [above, below] = half ? [1, 2] : part ? [top, parts[part]] : [some, all];
    const share = toNumber(String(above), '') / toNumber(String(below), '');
    // "Een van de drie rechters" is one of them, and no share.
    if (!(share <= 1) || (few && /^[eé][eé]n$/iu.test(some))) return [];
    const quantity = { value: Math.round(share * 1_000) / 10, unit: '%' };
    return [{ start: index, end: index + written.length, quantity }];
  });
}

/** Quantities of which the two ends of a range are one. */
function joinEnds(text: string, found: readonly FoundQuantity[]): FoundQuantity[] {
  const joined: FoundQuantity[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    const [lower, upper] = [last?.quantity, one.quantity];
    const isRange =
      last &&
      lower?.to === undefined &&
      lower?.unit === upper.unit &&
      upper.to === undefined &&
      upper.value > lower.value &&
      betweenEnds.test(text.slice(last.end, one.start));
    if (!isRange || !lower) joined.push(one);
    else
      joined[joined.length - 1] = {
        ...{ start: last.start, end: one.end },
        quantity: { ...upper, value: lower.value, to: upper.value },
      };
  }
  return joined;
}

/**
 * Amounts of money, shares, periods and counts of a Dutch text, in its order: `€ 660.000 tot € 800.000 per
 * jaar`, `zes weken`, `anderhalf jaar`, `12,5 procent`, `een derde van de zaken`. A number without sign or unit is none:
 * it may be a year or an article.
 */
export function findQuantities(text: string): FoundQuantity[] {
  const even = evenOut(text);
  const first = [...findShares(even), ...(/tussen/iu.test(even) ? findBy(between, even) : [])];
  const others = findBy(plain, even).filter(
    ({ start, end }) => !first.some((one) => start < one.end && end > one.start),
  );
  return joinEnds(
    even,
    [...first, ...others].toSorted((one, other) => one.start - other.start),
  );
}
