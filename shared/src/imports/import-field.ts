import type { TableColumnName } from '../exchange/index.ts';

/** What a column of somebody's table can hold, in the order in which people choose from them. */
export const importFields = [
  'quote',
  'safeguard',
  'measure',
  'impact',
  'direction',
  'basis',
  'stage',
  'speaker',
  'reportedBy',
  'provision',
  'quantity',
  'quantityTo',
  'unit',
  'period',
  'note',
  'document',
  'identifier',
  'address',
  'date',
  'sourceType',
  'issuer',
  'page',
  'prefix',
  'suffix',
  'safeguardId',
  'impactId',
  'passageId',
] as const satisfies readonly TableColumnName[];
export type ImportField = (typeof importFields)[number];

/** Which field each column holds; undefined for one that is left out. No field is held by two columns. */
export type Columns = readonly (ImportField | undefined)[];
