import type { MatrixResponse } from '@waarborg/shared/api';
import { type CountKind, stateOfTotal } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';

export type Cell = MatrixResponse['cells'][number];
export type Counts = MatrixResponse['totals']['all'] | MatrixResponse['totals']['columns'][string] | Cell;
export type Member = MatrixResponse['rows'][number];

/**
 * Whether a number is a cell and not a total. Only in a cell do speakers oppose each other: who says
 * that a safeguard helps one impact does not contradict who says that it hurts another.
 */
export function isCell(counts: Counts): counts is Cell {
  return 'row' in counts;
}

/** "4 beweringen" */
export function countInWords(counts: Pick<Counts, CountKind>, kind: CountKind, language: Language): string {
  return matrixMessages[language][kind](counts[kind]);
}

/** What is remarkable about a number: contested, denied, mixed (in a cell), reviewers who differ. */
function remarks(counts: Counts, language: Language): string[] {
  const messages = matrixMessages[language];
  const { helps, hurts, normMeetsExpectation } = counts.opposing;
  const found: string[] = [];
  if (isCell(counts)) {
    if (normMeetsExpectation) found.push(messages.normMeetsExpectation);
    else if (counts.contested) found.push(messages.contestedBy(helps, hurts));
    if (counts.denied) found.push(messages.denied);
    if (counts.mixed) found.push(messages.mixed);
  }
  if (counts.disagreements > 0) found.push(messages.disagreements(counts.disagreements));
  return found;
}

/** "4 beweringen, 3 documenten, 2 sprekers" */
export function sizeInWords(counts: Counts, language: Language): string {
  return (['claims', 'documents', 'speakers'] as const)
    .map((kind) => countInWords(counts, kind, language))
    .join(', ');
}

/** Why a number is 0. */
export function emptyInWords(state: Cell['state'], language: Language): string {
  const { notRead, nothingFound, filteredOut } = matrixMessages[language];
  return { 'not-read': notRead, 'nothing-found': nothingFound, evidence: filteredOut }[state];
}

export const stateOfRow = (matrix: MatrixResponse, row: string) => stateOfTotal(matrix, 'row', row);
export const stateOfColumn = (matrix: MatrixResponse, column: string) =>
  stateOfTotal(matrix, 'column', column);

/** The total of a column, which says of itself why it looks as it does; undefined for a column without. */
export function totalOfColumn(matrix: MatrixResponse, column: string) {
  const total = matrix.totals.columns[column];
  return total && { ...total, state: stateOfColumn(matrix, column) };
}

/**
 * A number of the matrix as one sentence, for whoever cannot see the cell:
 * "Voornemen en zienswijze → Kosten: 4 beweringen, 3 documenten, 2 sprekers; 1 helpt, …; omstreden, 1 tegen 1."
 */
export function cellSentence(name: string, counts: Counts & { state?: Cell['state'] }, language: Language) {
  const messages = matrixMessages[language];
  const { stances } = counts;
  const read = 'read' in counts ? messages.readOf(counts.read.documents, counts.read.of) : undefined;
  const { state = 'nothing-found' } = counts;
  const parts =
    counts.claims > 0
      ? [
          sizeInWords(counts, language),
          messages.stanceCounts(stances.helps, stances.hurts, stances.noEffect, stances.none),
          ...remarks(counts, language),
        ]
      : [...(state === 'not-read' ? [] : [messages.claims(0)]), emptyInWords(state, language)];
  return `${name}: ${[...parts, ...(read ? [read] : [])].join('; ')}.`;
}

/** Largest number of steps of colour. */
const maxSteps = 5;

/** A step of colour strength: the counts from `from` to `to`, both included. */
export interface StrengthStep {
  readonly from: number;
  readonly to: number;
}

/**
 * Divides 1 to `max` into at most five steps of colour. Steps widen (by square root), since
 * the difference between 1 and 3 claims matters more than that between 21 and 23.
 */
export function strengthSteps(max: number): StrengthStep[] {
  if (max < 1) return [];
  const steps = Math.min(max, maxSteps);
  const ends = Array.from({ length: steps }, (_, index) =>
    Math.max(index + 1, Math.round(((index + 1) / steps) ** 2 * max)),
  );
  return ends.map((to, index) => ({ from: (ends[index - 1] ?? 0) + 1, to }));
}

/** Step of a count, from 1; 0 for a count of nothing. */
export function strengthOf(count: number, steps: readonly StrengthStep[]): number {
  return count === 0 ? 0 : steps.findIndex(({ to }) => count <= to) + 1;
}
