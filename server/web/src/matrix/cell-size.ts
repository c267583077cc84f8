/** Most columns that get wide cells. */
const fewColumns = 10;

/** Whether there are so few columns that their cells are wide. */
export function hasFewColumns(columns: number): boolean {
  return columns <= fewColumns;
}

/** About how wide cells are, in CSS pixels: where the sheet is narrow the style sheet makes them less so. */
export function cellWidth(columns: number): number {
  return hasFewColumns(columns) ? 52 : 40;
}

/** Of a total of a row, and of cells and totals with two numbers. */
export const totalWidth = 50;
export const pairWidth = 50;
export const totalPairWidth = 68;
