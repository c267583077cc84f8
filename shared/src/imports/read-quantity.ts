import { type CodingDraft, quantityDraftSchema } from '../annotation/index.ts';
import { readQuantityWord } from '../messages/quantity-words.ts';
import { findQuantities } from '../references/index.ts';
import { type AmountScale, readAmountScale } from './amount-scale.ts';
import type { ImportField } from './import-field.ts';
import { readNumber, readPeriod } from './read-values.ts';
import { problemOf, RowError, type RowReader } from './row-error.ts';

/**
 * How much: a number with the unit beside or above it, or all of it in one cell (`€ 660.000 tot € 800.000 per jaar`).
 * Undefined where there is none, and for one that says nothing that can be compared: without a unit, or in other words.
 *
 * @param above what the head of its column says.
 * @throws RowError where a value cannot be what its column says.
 */
export function readQuantity(read: RowReader, above: AmountScale): CodingDraft['quantity'] {
  const text = read('quantity');
  if (text === '') return undefined;
  const number = readNumber(text);
  const [only] = number === undefined || read('unit') === '' ? findQuantities(text) : [];
  const said = only?.start === 0 && only.end === text.length ? only.quantity : undefined;
  const value = number ?? said?.value;
  if (value === undefined) return undefined;
  const beside = scaleBeside(read('unit'));
  // An amount that is written out says by itself what it is multiplied with.
  const factor = number === undefined ? 1 : Math.max(above.factor, beside.factor);
  if (factor > 1 && value >= doubtful) return undefined;
  const to = numberOf(read, 'quantityTo');
  const sign = /^(?:€|EUR)|EUR$/iu.test(text) ? 'EUR' : undefined;
  const named = beside.unit || said?.unit || sign || above.unit || '';
  // Of what it is a share stands beside it.
  const isShare = said?.unit === '%' && beside.unit !== '%';
  const unit = readQuantityWord('unit', isShare ? ['%', beside.unit].filter(Boolean).join(' ') : named);
  const period = readPeriod(read('period')) || said?.period || beside.period || above.period;
  if (unit === '') return undefined;
  const parsed = quantityDraftSchema.safeParse({
    ...{ value: times(value, factor), unit },
    ...(to === undefined ? said?.to !== undefined && { to: said.to } : { to: times(to, factor) }),
    ...(period ? { period } : {}),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field =
    ({ value: 'quantity', unit: 'unit', period: 'period' } as const)[String(issue?.path[0])] ?? 'quantityTo';
  throw new RowError(problemOf(issue), field);
}

/** From here on a number in a column of thousands or millions may well be written out in full. */
const doubtful = 1e6;

/** A unit as the row has it, unless it says also what numbers are multiplied with (`€ mln`), or is one word that is known (`euro`). */
function scaleBeside(unit: string): AmountScale {
  const scale = readAmountScale(unit);
  return scale.factor > 1 || (scale.unit && /^\S+$/u.test(unit)) ? scale : { factor: 1, unit };
}

/** A product as one would write it: 1.15 million is not 1,149,999.9999999998. */
function times(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

function numberOf(read: RowReader, field: ImportField): number | undefined {
  const text = read(field);
  const [share] = text.endsWith('%') ? findQuantities(text) : [];
  const value = text === '' ? undefined : (share?.quantity.value ?? readNumber(text));
  if (text !== '' && value === undefined) throw new RowError('not-a-number', field);
  return value;
}

/** Columns of an amount. */
const amountFields = ['quantity', 'quantityTo', 'period'] as const satisfies readonly ImportField[];

/** An amount that is no quantity, as the row has it: `Aantal: ca. 3`. It is kept as a note. */
export function amountInWords(
  read: RowReader,
  headOf: RowReader,
  coding: CodingDraft | undefined,
): string | undefined {
  if (!coding || coding.quantity || read('quantity') === '') return undefined;
  const said = amountFields.filter((field) => read(field) !== '');
  return said.map((field) => `${headOf(field) || field}: ${read(field)}`).join('; ');
}
