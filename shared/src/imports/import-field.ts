import type { TableColumnName } from '../exchange/index.ts';

/** What names a document, and what else is said of it. */
const documentFields = [
  'document',
  'identifier',
  'address',
  'date',
  'sourceType',
  'issuer',
] as const satisfies readonly TableColumnName[];
export type DocumentField = (typeof documentFields)[number];

/** By which of these a row names its document. */
export const namingFields: readonly DocumentField[] = ['document', 'identifier', 'address'];

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
  ...documentFields,
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
