import type { TextRun } from './join-pages.ts';

/** Those with which pdf.js draws text layers, so that the numbers of the runs agree. */
export const textParameters = { includeMarkedContent: true, disableNormalization: true };

/** What pdf.js says of a piece of text; marks without text are among them. */
type TextItem =
  | { readonly str: string; readonly hasEOL: boolean; readonly height: number; readonly transform: unknown[] }
  | { readonly type: string };

/** The runs among the items of a page. */
export function toRuns(items: readonly TextItem[]): TextRun[] {
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const { str, hasEOL, height, transform } = item;
    return [{ str, hasEOL, height, x: Number(transform[4]), y: Number(transform[5]) }];
  });
}
