/** Tables that a dossier is exported as, in the order in which they stand in a workbook. */
export const tableNames = [
  'matrix',
  'cells',
  'codings',
  'passages',
  'documents',
  'references',
  'speakers',
  'codebook',
] as const;
export type TableName = (typeof tableNames)[number];

/** What the values of a column are: a date is `2026`, `2026-05` or `2026-05-12`, an instant ISO 8601, a link an address. */
export type ColumnKind = 'text' | 'number' | 'date' | 'instant' | 'link';

/** A value; undefined where there is none. A number can stand in a column of text, never the other way round. */
export type TableValue = string | number | undefined;

/** A column with what its values are. */
export interface TableColumn {
  readonly header: string;
  readonly kind: ColumnKind;
}

/** A table as it leaves a dossier. */
export interface Table {
  readonly name: TableName;
  readonly columns: readonly TableColumn[];
  /** Each has a value for every column, in their order. */
  readonly rows: readonly (readonly TableValue[])[];
}
