import type { Quantity } from '../annotation/index.ts';
import { evenOut } from './even-out.ts';

/** An amount or a period that a text names. Offsets are UTF-16 code units. */
export interface FoundQuantity {
  readonly start: number;
  /** First offset after it. */
  readonly end: number;
  readonly quantity: Quantity;
}

const words: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  achttien: 18,
  twintig: 20,
  eenentwintig: 21,
  dertig: 30,
  veertig: 40,
};
const factors: Readonly<Record<string, number>> = {
  duizend: 1e3,
  miljoen: 1e6,
  mln: 1e6,
  miljard: 1e9,
  mld: 1e9,
};
/** What is counted, by the beginning of its word, as the unit of a quantity: its readers read Dutch. */
const units: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^(?:euro|€)/u, 'EUR'],
  [/^(?:procent|%|percent)/u, '%'],
  [/^werkdag/u, 'werkdagen'],
  [/^dag/u, 'dagen'],
  [/^we(?:ek|ken)/u, 'weken'],
  [/^maand/u, 'maanden'],
  [/^ja(?:ar|ren)/u, 'jaar'],
  [/^u(?:ur|ren)/u, 'uur'],
  [/^minu/u, 'minuten'],
  [/^fte/u, 'fte'],
  [/^(?:personen|mensen|vreemdelingen|asielzoekers)/u, 'personen'],
  [/^(?:besluiten|beschikkingen)/u, 'besluiten'],
];
/** What is counted under its own name, also as the last part of another one: `beroepszaken`. */
const counted = 'zaken|aanvragen|dossiers|beroepen|plaatsen|uitspraken';
const periods: Readonly<Record<string, string>> = {
  jaar: 'P1Y',
  kwartaal: 'P3M',
  maand: 'P1M',
  week: 'P1W',
  dag: 'P1D',
};

const digits = String.raw`\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const numeral = `${digits}|${Object.keys(words).join('|')}`;
const factor = String.raw`(?:\s+(?:duizend|miljoen|mln\.?|miljard|mld\.?))?`;
const unitWord =
  "euro|procent|%|werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren)|u(?:ur|ren)|minu(?:ut|ten)|fte(?:'s)?|personen|mensen|vreemdelingen|asielzoekers|besluiten|beschikkingen";
/** A word that says more of what is counted: `2.400 extra beroepszaken`, `140 onderzochte dossiers`. */
const attribute = String.raw`(?:(?:extra|meer|minder|\p{Ll}{3,}e)\s+)?`;
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d.,:/])(?<sign>€\s?)?(?<from>${numeral})(?<fromFactor>${factor})(?:\s*(?:-|tot(?: en met)?|à|en)\s*(?:€\s?)?(?<to>${numeral})(?<toFactor>${factor}))?(?:,-)?(?:\s*(?:(?<unit>${unitWord})|(?<attribute>${attribute})(?<counted>\p{L}*(?:${counted})))(?![\p{L}]))?(?:\s+(?:per|elk|ieder)\s+(?<period>jaar|kwartaal|maand|week|dag)(?!\p{L}))?`,
  'giu',
);

const year = /^(?:19|20)\d\d$/u;

function toNumber(written: string, scale: string): number {
  const text = written.toLowerCase();
  const value = words[text] ?? Number(text.replace(/[. ]/g, '').replace(',', '.'));
  return value * (factors[scale.trim().replace(/\.$/u, '').toLowerCase()] ?? 1);
}

function toUnit(sign: string | undefined, word: string | undefined): string | undefined {
  if (sign) return 'EUR';
  const lower = word?.toLowerCase();
  return lower && units.find(([known]) => known.test(lower))?.[1];
}

/**
 * Amounts of money, shares, periods and counts of a Dutch text, in its order: `€ 660.000 tot € 800.000 per
 * jaar`, `zes weken`, `12,5 procent`. A number without sign or unit is none: it may be a year or an article.
 */
export function findQuantities(text: string): FoundQuantity[] {
  return [...evenOut(text).matchAll(pattern)].flatMap((match) => {
    const { sign, from = '', fromFactor = '', to, toFactor = '', period, ...what } = match.groups ?? {};
    const unit = toUnit(sign, what.unit) ?? what.counted?.toLowerCase();
    // "In 2025 ingediende aanvragen" counts nothing.
    if (unit === undefined || (what.attribute && year.test(from))) return [];
    // In "2 tot 3 miljoen" the factor counts for both ends.
    const value = toNumber(from, fromFactor || (to ? toFactor : ''));
    const upper = to === undefined ? undefined : toNumber(to, toFactor);
    const isRange = upper !== undefined && upper >= value;
    if (upper !== undefined && !isRange) return [];
    const span = period && periods[period.toLowerCase()];
    return [
      {
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        quantity: { value, ...(isRange ? { to: upper } : {}), unit, ...(span ? { period: span } : {}) },
      },
    ];
  });
}
