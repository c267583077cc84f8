import type { MatrixFilters } from './filters.ts';

/**
 * How many documents a filter on dates leaves out because they have none: they are before no date and after none, so
 * that two periods do not add up to the whole. 0 where no period is asked for.
 *
 * @param documents may name one several times.
 */
export function countUndated(
  documents: Iterable<{ readonly id: string; readonly date?: string | undefined }>,
  { from, to }: Pick<MatrixFilters, 'from' | 'to'>,
): number {
  if (!from && !to) return 0;
  return new Set([...documents].flatMap(({ id, date }) => (date === undefined ? [id] : []))).size;
}
