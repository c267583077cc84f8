import type { MatrixResponse } from '@waarborg/shared/api';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { type MatrixFilters, passesDocument } from '@waarborg/shared/matrix';
import { compareText } from '@waarborg/shared/text';
import { stackedStances } from './stance-look.ts';

type Total = MatrixResponse['totals']['rows'][string];

/** The claims of one month. */
export interface MonthColumn {
  /** Id of the row: `YYYY-MM`; `YYYY` where only the year is known, and `none` where no date is. */
  readonly id: string;
  readonly total: Total;
  /** First day of the month in UTC; absent where the month is not known. */
  readonly begin?: Date;
}

/** A paper of the bill, on its day. */
export interface Milestone {
  /** From 1, in the order of time. */
  readonly number: number;
  readonly title: string;
  /** As the document has it: `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** In UTC; the first of the month where the day is not known. */
  readonly day: Date;
  /** Document id. */
  readonly document: string;
}

/** The months that have a column: they are known, and reviewers agree on a claim in them. In the same order. */
export function drawnMonths(months: readonly MonthColumn[]): (MonthColumn & { readonly begin: Date })[] {
  return months.flatMap((month) => {
    const { begin, total } = month;
    return begin && stackedStances.some((stance) => total.stances[stance] > 0) ? [{ ...month, begin }] : [];
  });
}

/** The day that a date of a document names, in UTC; undefined for a bare year. */
function dayOf(date: string): Date | undefined {
  const [year, month, day = '1'] = date.split('-');
  return month === undefined ? undefined : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

/** The months with claims, from a matrix whose rows are months, in order; what has no month comes last. */
export function shapeMonths({ rows, totals }: Pick<MatrixResponse, 'rows' | 'totals'>): MonthColumn[] {
  const months = rows.flatMap(({ id }) => {
    const total = totals.rows[id];
    const begin = /^\d{4}-\d{2}$/u.test(id) ? dayOf(id) : undefined;
    return total && total.claims > 0 ? [{ id, total, ...(begin && { begin }) }] : [];
  });
  return [...months.filter(({ begin }) => begin), ...months.filter(({ begin }) => !begin)];
}

/** The number of a parliamentary paper: `kst-36704-11`. */
function paperNumberOf({ sourceType, identifiers }: SourceDocument): string | undefined {
  if (sourceType !== 'parliamentary-paper') return undefined;
  return identifiers.find(({ scheme, value }) => scheme === 'official-publication' && isPaper.test(value))
    ?.value;
}

const isPaper = /^kst-(\d{5})-/u;

/** The number of the bill in that of a paper: `36704` of `kst-36704-11`. */
function billOf(document: SourceDocument): string | undefined {
  return isPaper.exec(paperNumberOf(document) ?? '')?.[1];
}

/** The bill under review: the one of which the dossier has most papers, the later one of two. */
function findBill(documents: readonly SourceDocument[]): string | undefined {
  const counts = new Map<string, number>();
  for (const bill of documents.map(billOf)) if (bill) counts.set(bill, (counts.get(bill) ?? 0) + 1);
  return [...counts].toSorted(([a, some], [b, more]) => more - some || compareText(b, a))[0]?.[0];
}

/**
 * The milestones of the bill: its papers and the advice on it, on their dates, those of a day by their numbers. Where
 * no paper says of which bill it is, every parliamentary paper. What has no month is left out, and what is not in the period of the filters.
 */
export function findMilestones(
  documents: readonly SourceDocument[],
  { month, from, to }: MatrixFilters = {},
): Milestone[] {
  const bill = findBill(documents);
  return documents
    .filter(
      (document) =>
        passesDocument(document, { month, from, to }) &&
        (document.sourceType === 'legislative-advice' ||
          (document.sourceType === 'parliamentary-paper' && billOf(document) === bill)),
    )
    .toSorted(
      (a, b) =>
        compareText(a.date ?? '', b.date ?? '') ||
        compareText(paperNumberOf(a) ?? '', paperNumberOf(b) ?? '', true) ||
        compareText(a.title, b.title),
    )
    .flatMap(({ id, title, date = '' }) => {
      const day = dayOf(date);
      return day ? [{ title, date, day, document: id }] : [];
    })
    .map((milestone, index) => ({ number: index + 1, ...milestone }));
}
