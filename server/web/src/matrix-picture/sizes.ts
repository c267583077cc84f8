/** Sizes of the picture of a matrix, in CSS pixels. */
export const sizes = {
  margin: 16,
  cell: { width: 46, height: 32 },
  total: 54,
  read: 58,
  rowLabel: 280,
  groupHeight: 22,
  headHeight: 118,
  lineHeight: 20,
  /** Room to the right of the last column for its slanted label. */
  slant: 74,
  /** Least width of a whole picture: its title and legend have to fit. */
  least: 760,
  legendEntry: 380,
} as const;

/** About the width of a letter in ems; most texts are a little narrower. */
const letter = 0.48;

/** As much of a text as fits, with … where something is left out. */
export function fit(text: string, width: number, fontSize: number): string {
  const most = Math.max(1, Math.floor(width / (fontSize * letter)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
