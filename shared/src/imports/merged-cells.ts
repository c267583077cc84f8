import { columnOf, sheetParts, type WorkbookParts } from './workbook-parts.ts';

/** Cells of a sheet that are shown as one. Rows and columns count from 0. */
export interface MergedCells {
  readonly top: number;
  /** Its last row. */
  readonly bottom: number;
  readonly left: number;
}

const merged = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/gu;

/** Most of them that are read: more than anybody makes. */
const maxMerged = 50_000;

function readSheet(bytes: Uint8Array): MergedCells[] {
  const found = [...new TextDecoder().decode(bytes).matchAll(merged)].slice(0, maxMerged);
  return found.map(([, left = '', top, bottom]) => ({
    top: Number(top) - 1,
    bottom: Number(bottom) - 1,
    left: columnOf(left),
  }));
}

/**
 * The cells of a workbook that are merged, by the name of their sheet (ECMA-376, part 1, 18.3.1.55). Only the first of
 * them has a value.
 *
 * @throws ImportRefusal
 */
export function readMergedCells(parts: WorkbookParts): ReadonlyMap<string, readonly MergedCells[]> {
  return new Map([...sheetParts(parts)].map(([name, { bytes }]) => [name, readSheet(bytes)]));
}
