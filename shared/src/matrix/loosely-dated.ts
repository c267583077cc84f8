import type { Language } from '../messages/index.ts';
import { matrixMessages } from '../messages/matrix.ts';
import type { MatrixFilters } from './filters.ts';

/** The period for which filters ask. */
type Period = Pick<MatrixFilters, 'from' | 'to'>;

type Documents = Iterable<{ readonly id: string; readonly date?: string | undefined }>;

/** How many documents are dated so loosely that two periods on either side of a day do not add up to the whole. */
export interface LooselyDated {
  /** Without a date: before no day and after none. */
  readonly undated: number;
  /** Of which only the year or month is known, and only a part of that lies in the period: they count in it. */
  readonly straddling: number;
}

/** First and last day, `YYYY-MM-DD`, of a date that may be a year or a month. */
function daysOf(date: string): readonly [first: string, last: string] {
  if (date.length === 10) return [date, date];
  if (date.length === 4) return [`${date}-01-01`, `${date}-12-31`];
  const [year, month] = date.split('-').map(Number);
  const days = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  return [`${date}-01`, `${date}-${days}`];
}

/** Whether a part of a date lies in the period and a part does not. */
function straddles(date: string, { from, to }: Period): boolean {
  const [first, last] = daysOf(date);
  const start = from && daysOf(from)[0];
  const end = to && daysOf(to)[1];
  const isOutside = (start && last < start) || (end && first > end);
  const isWithin = (!start || first >= start) && (!end || last <= end);
  return !isOutside && !isWithin;
}

/** Counts them; none where no period is asked for. `documents` may name one several times. */
export function countLooselyDated(documents: Documents, period: Period): LooselyDated {
  if (!period.from && !period.to) return { undated: 0, straddling: 0 };
  const dates = [...new Map(Array.from(documents, ({ id, date }) => [id, date])).values()];
  return {
    undated: dates.filter((date) => date === undefined).length,
    straddling: dates.filter((date) => date !== undefined && straddles(date, period)).length,
  };
}

/** Says how many there are of either, so that two periods are not taken for the whole; empty where there are none. */
export function looseDatesInWords(documents: Documents, period: Period, language: Language): string {
  const counts = countLooselyDated(documents, period);
  const messages = matrixMessages[language];
  const parts = (['undated', 'straddling'] as const).filter((name) => counts[name] > 0);
  return parts.map((name) => messages[name](counts[name])).join('; ');
}
