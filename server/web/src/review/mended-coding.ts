import type { Coding } from '@waarborg/shared/annotation';
import type { Fields } from '../edits/field-edit.ts';

/** The parts of a coding that are mended on the page, in the order of a sentence; the rest stays as it is. */
export const statementFields = [
  'safeguard',
  'measure',
  'stage',
  'impact',
  'direction',
  'basis',
  'speaker',
] as const satisfies (keyof Coding)[];
export type StatementField = (typeof statementFields)[number];

/** What a coding says, as it is chosen in a form; empty where it says nothing. */
export function statementOf(coding: Coding): Fields<StatementField> {
  return Object.fromEntries(
    statementFields.map((field) => [field, coding[field] ?? '']),
  ) as Fields<StatementField>;
}

/** The coding with another statement. */
export function withStatement(coding: Coding, statement: Fields<StatementField>): Coding {
  return statementFields.reduce((mended, field) => {
    const { [field]: _, ...rest } = mended;
    return { ...rest, ...(statement[field] === '' ? {} : { [field]: statement[field] }) } as Coding;
  }, coding);
}
