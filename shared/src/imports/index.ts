export { checkBundle } from './check-bundle.ts';
export { importFieldOf } from './column-heads.ts';
export { decodeText } from './decode-text.ts';
export type { OtherwiseDocument } from './find-row-document.ts';
export { findHead, guessColumns, rowsWithHead } from './guess-columns.ts';
export {
  type Columns,
  type DocumentField,
  type ImportField,
  importFields,
  namingFields,
} from './import-field.ts';
export { maxFileBytes, maxRows } from './import-limits.ts';
export { ImportRefusal, type RefusalCode, refusalCodes } from './import-refusal.ts';
export { assertNoCycle, conceptOfName, groupOfName } from './new-concepts.ts';
export { planRows, type RefusedRow, type RowContext, type RowPlan } from './plan-rows.ts';
export { readAnnotations } from './read-annotations.ts';
export { findCodebookTable, leftOutOfCodebook, readCodebookTable } from './read-codebook-table.ts';
export { readSheets, type Sheet } from './read-sheets.ts';
export { leftOutOfSkos, readSkos, type Statement } from './read-skos.ts';
export { readIdentifiers } from './read-values.ts';
export type { RowProblem } from './row-error.ts';
export { countGaps, type GapCounts, gapsOf, type RowGap, rowGaps } from './row-gaps.ts';
export {
  applyChoices,
  type Choices,
  choiceKey,
  listUnknownWords,
  proposeChoices,
  type UnknownWord,
} from './unknown-words.ts';
export { isZip, unzip } from './unzip.ts';
export {
  type ClosedField,
  closedFields,
  createVocabularyReader,
  type VocabularyReader,
} from './vocabulary-reader.ts';
export { childOf, childrenOf, readXml, type XmlNode } from './xml-reader.ts';
