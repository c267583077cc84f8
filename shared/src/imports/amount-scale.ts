import { findQuantities } from '../references/index.ts';

/** What stands above or beside numbers and says of all of them what they count. */
export interface AmountScale {
  /** What a number is to be multiplied with. */
  readonly factor: number;
  readonly unit?: string | undefined;
  /** Span over which the amounts hold (ISO 8601). */
  readonly period?: string | undefined;
}

/** How a table says that its numbers are to be multiplied by one: `x € 1.000`, `in € 1.000.000`. */
const times = String.raw`(?<![\p{L}\d])(?:x|×|\*|maal|in)\s*(?:(?:€|EUR)\s*)?`;

const factors = (
  [
    ['miljarden|miljard|mld|mrd|billions?', '1[. ]?000[. ]?000[. ]?000', 1e9],
    ['miljoenen|miljoen|mln|millions?|m€|€m', '1[. ]?000[. ]?000', 1e6],
    ['duizenden|duizend|dzd|thousands?|k€|€k', '1[. ]?000', 1e3],
  ] as const
).map(
  ([words, digits, factor]) =>
    [
      new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})|${times}${digits}(?![. ]?\d)`, 'iu'),
      factor,
    ] as const,
);

/** Words of spans are no units there: `per jaar`, `op jaarbasis`, `jaarlijks`. */
const spans = /(?:per|elk|ieder)\s+(?:kalender)?(?:jaar|kwartaal|maand|week|dag)|jaarlijks|op\s+jaarbasis/iu;

/** What the head of a column of amounts, or a cell for their unit, says: `Bedrag (€ mln)`, `x € 1.000 per jaar`, `Termijn in weken`. */
export function readAmountScale(text: string): AmountScale {
  const [, factor = 1] = factors.find(([written]) => written.test(text)) ?? [];
  const [span] = spans.exec(text) ?? [];
  const words = text.replace(spans, ' ').match(/[€%]|\p{L}+/gu) ?? [];
  const [quantity] = words.flatMap((word) =>
    findQuantities(/^(?:€|EUR)$/iu.test(word) ? '€ 2' : `2 ${word}`),
  );
  const [spanned] = span ? findQuantities(`2 fte ${span.replace(/^jaarlijks$/iu, 'per jaar')}`) : [];
  return { factor, unit: quantity?.quantity.unit, period: spanned?.quantity.period };
}
