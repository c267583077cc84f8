import { z } from 'zod';
import { bases, directions, statuses, textSchema } from '../annotation/index.ts';
import { type Axis, axes, noValue, valueOnAxis } from './axes.ts';
import type { Fact } from './facts.ts';
import { stances } from './stance.ts';

const dateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');

/** Values wanted on one axis: any of them. Absent: all. */
const wantedSchema = z.array(textSchema(200, 1)).max(200).optional();

/**
 * Which codings count. Conditions on different things must all hold; of several values for
 * one thing, any. Without `status`, codings that a curator sent back do not count.
 */
export const matrixFiltersSchema = z.object({
  ...(Object.fromEntries(axes.map((axis) => [axis, wantedSchema])) as Record<Axis, typeof wantedSchema>),
  direction: z.array(z.enum(directions)).optional(),
  stance: z.array(z.enum(stances)).optional(),
  basis: z.array(z.enum(bases)).optional(),
  status: z.array(z.enum(statuses)).optional(),
  /** First and last date of the document, inclusive as far as either is known. */
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** Words that all stand in the passage or its note. */
  q: textSchema(200).optional(),
});
export type MatrixFilters = z.infer<typeof matrixFiltersSchema>;

/** Whether a document's date lies in the period; a date known only in part counts if it can. */
function isInPeriod(date: string | undefined, { from, to }: MatrixFilters): boolean {
  if (!from && !to) return true;
  if (!date) return false;
  const sameLength = (a: string, b: string) => Math.min(a.length, b.length);
  if (from && date.slice(0, sameLength(date, from)) < from.slice(0, sameLength(date, from))) return false;
  if (to && date.slice(0, sameLength(date, to)) > to.slice(0, sameLength(date, to))) return false;
  return true;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A predicate for facts; the filters are read once. */
export function createFilter(filters: MatrixFilters): (fact: Fact) => boolean {
  const wanted = axes.flatMap((axis) => {
    const values = filters[axis];
    return values?.length ? [{ axis, values: new Set(values) }] : [];
  });
  const words = fold(filters.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const passesList = <T>(list: readonly T[] | undefined, value: T) => !list?.length || list.includes(value);

  return (fact) =>
    (filters.status?.length
      ? filters.status.includes(fact.coding.status)
      : fact.coding.status !== 'rejected') &&
    wanted.every(({ axis, values }) => values.has(valueOnAxis(axis, fact))) &&
    passesList(filters.direction, fact.coding.direction) &&
    passesList(filters.stance, fact.stance) &&
    passesList(filters.basis, fact.coding.basis) &&
    isInPeriod(fact.date, filters) &&
    (words.length === 0 || includesAll(fact, words));
}

function includesAll(fact: Fact, words: readonly string[]): boolean {
  const { ranges, note } = fact.annotation;
  const text = fold([...ranges.map(({ exact }) => exact), note ?? ''].join(' '));
  return words.every((word) => text.includes(word));
}

/** Whether a document can have facts that pass: the filters on documents alone. */
export function passesDocument(
  document: { id: string; sourceType: string; date?: string | undefined },
  filters: MatrixFilters,
): boolean {
  const passesList = (list: readonly string[] | undefined, value: string) =>
    !list?.length || list.includes(value);
  return (
    passesList(filters.document, document.id) &&
    passesList(filters.sourceType, document.sourceType) &&
    passesList(filters.month, document.date?.slice(0, 7) ?? noValue) &&
    isInPeriod(document.date, filters)
  );
}
