export { type Axis, axes, type Hideable, hideable, noValue } from './axes.ts';
export type { Member } from './axis-members.ts';
export { type BillReading, billReadings, readingOf } from './bill-reading.ts';
export { type BillRow, listBillRows, type Naming, namings } from './bill-rows.ts';
export {
  type Article,
  type ArticleEffect,
  type ArticleVersion,
  countByArticle,
} from './by-article.ts';
export type { ClaimPlace, ExplainedClaim, NumberOfMatrix } from './claims-behind.ts';
export { contradicts } from './contradicts.ts';
export { type CountKind, type Counts, countKinds } from './counts.ts';
export type { Coverage } from './coverage.ts';
export { currentFilters } from './current-filters.ts';
export { type CellExplanation, type ExplainedDispute, explainCell } from './explain-cell.ts';
export type { DossierFrame } from './facts.ts';
export {
  countByStatus,
  filterNames,
  filtersCodings,
  goneValues,
  includesRejected,
  type MatrixFilters,
  matrixFiltersSchema,
  narrowsReading,
  passesDocument,
  selectCodings,
  selectPassages,
} from './filters.ts';
export {
  type FacetName,
  type FilterInWords,
  type FilterNames,
  facetName,
  filtersInWords,
} from './filters-in-words.ts';
export { type FoundCell, foundElsewhere, withFoundElsewhere } from './found-elsewhere.ts';
export { maxQuestionLength } from './limits.ts';
export { looseDatesInWords } from './loosely-dated.ts';
export { buildMatrix, type Cell, type CellState, type Matrix, type MatrixQuery } from './matrix.ts';
export {
  createIndex,
  type DossierContent,
  indexDossier,
  type MatrixIndex,
  type PackedIndex,
  unpackIndex,
} from './matrix-index.ts';
export { currentReadings, documentResolver, mergeResolver } from './merges.ts';
export { type CountedPassage, PassageTable, toCountedPassage } from './passage-table.ts';
export type { PlainTexts } from './passage-texts.ts';
export {
  type CellPart,
  cellParts,
  readCell,
  shareOut,
  type ToldClaims,
  type WantedClaims,
} from './read-cell.ts';
export { readingsBy, readingsWithin } from './readings-within.ts';
export { type Stance, stanceMarks, stanceOf, stances } from './stance.ts';
export { blindRows, isLeftOut, stateOfTotal } from './state-of-total.ts';
export type { Opposing, Opposition } from './voices.ts';
