import { z } from 'zod';
import {
  bases,
  directions,
  measures,
  type Status,
  stages,
  statuses,
  textSchema,
} from '../annotation/index.ts';
import { calendarDateSchema, sourceTypes, speakerKinds } from '../dossier/index.ts';
import { foldText } from '../text/index.ts';
import { type Axis, axes, noValue } from './axes.ts';
import { type Facts, monthOf } from './facts.ts';
import { maxQuestionLength } from './limits.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { documentResolver } from './merges.ts';
import { stances } from './stance.ts';

/** Whether a reviewer confirmed that a passage is not in its document any more: nobody did, somebody did. */
export const goneValues = ['false', 'true'] as const;

/** Values wanted on one axis: any of them. Absent: all. */
function wanted(value: z.ZodType<string>) {
  return z.array(value).max(200).optional();
}

/** The filters in the order in which they are shown. */
export const filterNames = [
  ...axes,
  ...(['direction', 'stance', 'basis', 'status', 'gone', 'from', 'to', 'q'] as const),
] as const;

/** The axes whose values are known beforehand: a value that is none of them is a slip, and not a count of 0. */
const knownValueFields: Partial<Record<Axis, z.ZodType<string>>> = {
  speakerKind: z.enum([...speakerKinds, noValue]),
  sourceType: z.enum([...sourceTypes, noValue]),
  measure: z.enum([...measures, noValue]),
  stage: z.enum([...stages, noValue]),
  /** A year alone is of documents of which no more is known. */
  month: z.string().regex(/^(\d{4}(-(0[1-9]|1[0-2]))?|none)$/, 'YYYY-MM, YYYY or none'),
};

/**
 * Which codings count. Conditions on different things must all hold; of several values for
 * one thing, any. Without `status`, codings that a curator sent back do not count.
 */
export const matrixFiltersSchema = z.object({
  ...(Object.fromEntries(
    axes.map((axis) => [axis, wanted(knownValueFields[axis] ?? textSchema(200, 1))]),
  ) as Record<Axis, ReturnType<typeof wanted>>),
  direction: z.array(z.enum(directions)).optional(),
  stance: z.array(z.enum(stances)).optional(),
  basis: z.array(z.enum(bases)).optional(),
  status: z.array(z.enum(statuses)).optional(),
  /** Whether a reviewer confirmed that the passage is not in its document any more. */
  gone: z.array(z.enum(goneValues)).optional(),
  /** First and last date of the document, inclusive as far as either is known. */
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
  /** Words that all stand in the passage or its note. */
  q: textSchema(maxQuestionLength).optional(),
} satisfies Record<(typeof filterNames)[number], z.ZodType>);
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

/** Whether a value is wanted; without a list every value is. */
function isAmong(wanted: readonly string[] | undefined, value: string | undefined): boolean {
  return !wanted?.length || (value !== undefined && wanted.includes(value));
}

/** Gives those of some facts that pass one condition, in their order; it may write over the list of all. */
type Condition = (facts: Uint32Array) => Uint32Array;

/** Facts that say, by their codes, what is wanted. All facts together at once: a call for each would cost more. */
function isWanted(codes: Uint32Array | Uint8Array, wanted: readonly boolean[]): Condition {
  const passes = Uint8Array.from(wanted, Number);
  return (facts) => {
    let size = 0;
    for (let place = 0; place < facts.length; place++) {
      const fact = facts[place] as number;
      if (passes[codes[fact] as number] === 1) facts[size++] = fact;
    }
    return facts.subarray(0, size);
  };
}

function axisConditions({ axes: columns }: Facts, filters: MatrixFilters): Condition[] {
  return axes.flatMap((axis) => {
    const values = filters[axis];
    if (!values?.length) return [];
    const wanted = new Set(values);
    const { codes, values: known } = columns[axis];
    return [
      isWanted(
        codes,
        known.map((value) => wanted.has(value)),
      ),
    ];
  });
}

function vocabularyConditions(facts: Facts, filters: MatrixFilters): Condition[] {
  const lists = [
    [facts.direction, directions, filters.direction],
    [facts.stance, stances, filters.stance],
    [facts.basis, bases, filters.basis],
    [facts.status, statuses, filters.status?.length ? filters.status : standingStatuses],
    [facts.gone, goneValues, filters.gone],
  ] as const;
  return lists.flatMap(([codes, vocabulary, values]) =>
    values?.length
      ? [
          isWanted(
            codes,
            vocabulary.map((value) => (values as readonly string[]).includes(value)),
          ),
        ]
      : [],
  );
}

function periodConditions({ facts, frame }: MatrixIndex, filters: MatrixFilters): Condition[] {
  if (!filters.from && !filters.to) return [];
  const dates = new Map(frame.documents.map(({ id, date }) => [id, date]));
  const { codes, values } = facts.axes.document;
  return [
    isWanted(
      codes,
      values.map((id) => isInPeriod(dates.get(id), filters)),
    ),
  ];
}

/** Whether all words stand in a passage, by its number, or in its note. */
function wordsCondition({ table, found }: MatrixIndex, q = ''): (passage: number) => boolean {
  if (found && q.trim() !== '') return (passage) => found.has(table.ids[passage] ?? '');
  const words = foldText(q)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (passage) => {
    const text = words.length === 0 ? '' : table.searchedText(passage);
    return words.every((word) => text.includes(word));
  };
}

function textConditions(index: MatrixIndex, { q = '' }: MatrixFilters): Condition[] {
  if (q.trim() === '') return [];
  const hasWords = wordsCondition(index, q);
  /** By passage, since each is searched once. */
  const known: boolean[] = [];
  const passes = (fact: number) => {
    const passage = index.facts.passage[fact] ?? 0;
    known[passage] ??= hasWords(passage);
    return known[passage];
  };
  return [(some) => some.filter(passes)];
}

/** What counts without a filter by status. */
const standingStatuses = statuses.filter((status) => status !== 'rejected');

/** Whether codings that a curator sent back are asked for. */
export function includesRejected({ status }: MatrixFilters): boolean {
  return status?.includes('rejected') ?? false;
}

/** The facts that pass, in their order. The dearest condition, the text, comes last. */
export function selectFacts(index: MatrixIndex, filters: MatrixFilters): Uint32Array {
  const { facts } = index;
  const conditions = [
    ...vocabularyConditions(facts, filters),
    ...axisConditions(facts, filters),
    ...periodConditions(index, filters),
    ...textConditions(index, filters),
  ];
  const all = new Uint32Array(facts.size);
  for (let fact = 0; fact < all.length; fact++) all[fact] = fact;
  return conditions.reduce<Uint32Array>((some, narrow) => narrow(some), all);
}

/**
 * Ids of the passages of which a coding passes, and of those that nobody coded where no filter is about codings.
 */
export function selectPassages(index: MatrixIndex, filters: MatrixFilters): Set<string> {
  const { facts, table } = index;
  const passages = new Set(selectUncoded(index, filters));
  for (const fact of selectFacts(index, filters)) passages.add(facts.passage[fact] ?? 0);
  return new Set([...passages].map((passage) => table.ids[passage] ?? ''));
}

/** Numbers of the passages without codings that pass; none where a filter is about codings. */
function selectUncoded(index: MatrixIndex, filters: MatrixFilters): number[] {
  const { facts, table, frame } = index;
  const { reviewer, gone, q, ...others } = filters;
  if (filtersCodings(others)) return [];
  const idNow = documentResolver(frame.documents);
  const documents = new Map(frame.documents.map((document) => [document.id, document]));
  const coded = new Set(facts.passage);
  const passesWords = wordsCondition(index, q);
  const passes = (passage: number) => {
    const document = documents.get(idNow(table.documents.values[table.document.at(passage)] ?? ''));
    return (
      document !== undefined &&
      passesDocument(document, filters) &&
      isAmong(reviewer, table.reviewers.values[table.reviewer.at(passage)]) &&
      isAmong(gone, goneValues[table.gone.at(passage)]) &&
      passesWords(passage)
    );
  };
  return [...table.ids.keys()].filter(
    (passage) => table.isPresent(passage) && !coded.has(passage) && passes(passage),
  );
}

/** Ids of the codings that pass. */
export function selectCodings(index: MatrixIndex, filters: MatrixFilters): Set<string> {
  const { facts, table } = index;
  const codings = Array.from(
    selectFacts(index, filters),
    (fact) => table.codingIds[facts.coding[fact] ?? 0] ?? '',
  );
  return new Set(codings);
}

/** How many codings pass by what a curator decided about them, whatever the filters ask of that. */
export function countByStatus(index: MatrixIndex, filters: MatrixFilters): Record<Status, number> {
  const count = (status: Status) => selectCodings(index, { ...filters, status: [status] }).size;
  return { draft: count('draft'), accepted: count('accepted'), rejected: count('rejected') };
}

/** The filters on documents alone: what they leave is read, or not. */
export function documentFilters({ document, sourceType, month, from, to }: MatrixFilters): MatrixFilters {
  return { document, sourceType, month, from, to };
}

/**
 * Whether filters leave only a part of what was read: certain documents, or what certain reviewers read. What is not
 * read within them may well have been read.
 */
export function narrowsReading({ reviewer, ...filters }: MatrixFilters): boolean {
  return Object.values({ reviewer, ...documentFilters(filters) }).some((value) => value?.length);
}

/** Whether there is any filter but those on documents. */
export function filtersCodings(filters: MatrixFilters): boolean {
  const ofDocuments = documentFilters(filters);
  return Object.entries(filters).some(
    ([name, value]) => value !== undefined && value.length > 0 && !(name in ofDocuments),
  );
}

/** Whether a document can have facts that pass: the filters on documents alone. */
export function passesDocument(
  document: { id: string; sourceType: string; date?: string | undefined },
  filters: MatrixFilters,
): boolean {
  return (
    isAmong(filters.document, document.id) &&
    isAmong(filters.sourceType, document.sourceType) &&
    isAmong(filters.month, monthOf(document.date) ?? noValue) &&
    isInPeriod(document.date, filters)
  );
}
