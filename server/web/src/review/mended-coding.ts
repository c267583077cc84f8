import type { Coding } from '@waarborg/shared/annotation';

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

/** The coding with one part said otherwise, or not said where the value is empty. */
export function changeStatement(coding: Coding, field: StatementField, value: string): Coding {
  const { [field]: _, ...rest } = coding;
  return { ...rest, ...(value === '' ? {} : { [field]: value }) } as Coding;
}

/** Whether both say the same, as far as it can be mended on the page. */
export function isSameStatement(one: Coding, other: Coding): boolean {
  return statementFields.every((field) => one[field] === other[field]);
}
