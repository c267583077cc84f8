import type { ImportField } from './import-field.ts';

/** A row with its values by what they are; empty where there is none. */
export type RowReader = (field: ImportField) => string;

/** Why a row is not imported. */
export type RowProblem =
  | 'no-quote'
  | 'no-document'
  | 'no-speaker'
  | 'unknown-value'
  | 'not-a-date'
  | 'not-a-number'
  | 'too-long'
  | 'not-allowed';

/** Ends the reading of a row. */
export class RowError extends Error {
  readonly problem: RowProblem;
  readonly field: ImportField;

  constructor(problem: RowProblem, field: ImportField) {
    super(problem);
    this.problem = problem;
    this.field = field;
  }
}

/** What is wrong with a value that cannot be kept. */
export function problemOf(
  issue: { readonly code: string; readonly origin?: string } | undefined,
): RowProblem {
  return issue?.code === 'too_big' && issue.origin === 'string' ? 'too-long' : 'not-allowed';
}
