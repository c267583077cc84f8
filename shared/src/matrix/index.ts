export { type Axis, axes, noValue } from './axes.ts';
export type { Member } from './axis-members.ts';
export type { Counts, Opposition } from './counts.ts';
export type { Coverage } from './coverage.ts';
export { type CellExplanation, type ClaimPlace, type ExplainedClaim, explainCell } from './explain-cell.ts';
export type { DossierContent } from './facts.ts';
export { type MatrixFilters, matrixFiltersSchema } from './filters.ts';
export { buildMatrix, type Cell, type CellState, type Matrix, type MatrixQuery } from './matrix.ts';
export { type Stance, stanceOf, stances } from './stance.ts';
