import type { TextRun } from './join-pages.ts';

/** Those with which pdf.js draws text layers, so that the numbers of the runs agree. */
export const textParameters = { includeMarkedContent: true, disableNormalization: true };

/** What pdf.js says of a piece of text; marks without text are among them. */
type TextItem =
  | { readonly str: string; readonly hasEOL: boolean; readonly height: number; readonly transform: unknown[] }
  | { readonly type: string };

/** The runs among the items of a page; those of a page that is turned have their places as they are read. */
export function toRuns(items: readonly TextItem[]): TextRun[] {
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const { str, hasEOL, height, transform } = item;
    return [{ str, hasEOL, height, ...placeInReading(transform.map(Number)) }];
  });
}

/** The place of a run along and across the direction in which its line runs, which its matrix tells. */
function placeInReading([along = 1, up = 0, , , x = 0, y = 0]: readonly number[]): { x: number; y: number } {
  const size = Math.hypot(along, up);
  if (size === 0) return { x, y };
  const [cos, sin] = [along / size, up / size];
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}
