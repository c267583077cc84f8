export { codingTable, passageTable, valueSeparator } from './coding-table.ts';
export { withoutApostrophe, writeCsv } from './csv.ts';
export type { ColumnName as TableColumnName } from './describe-columns.ts';
export { createDossierWords, type DossierWords } from './dossier-words.ts';
export { type CountKind, cellTable, matrixTable } from './matrix-tables.ts';
export { type OfflineDossier, offlineDossierSchema } from './offline-dossier.ts';
export { referenceTable } from './reference-table.ts';
export { type Table, type TableName, type TableValue, tableNames } from './table.ts';
export { codebookTable, documentTable, speakerTable } from './vocabulary-tables.ts';
