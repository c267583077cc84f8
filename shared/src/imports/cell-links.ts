import { columnOf, type SheetPart, sheetParts, targetsOf, type WorkbookParts } from './workbook-parts.ts';

/** A cell whose words lead somewhere. Row and column count from 0. */
export interface CellLink {
  readonly row: number;
  readonly column: number;
  readonly address: string;
}

const hyperlink = /<(?:\w+:)?hyperlink\s[^<>]*>/gu;

function readSheet(parts: WorkbookParts, { path, bytes }: SheetPart): CellLink[] {
  const tags = [...new TextDecoder().decode(bytes).matchAll(hyperlink)];
  if (tags.length === 0) return [];
  const targets = targetsOf(parts, path);
  return tags.flatMap(([tag]) => {
    const [, letters, row] = /\sref="([A-Z]{1,3})(\d{1,7})[":]/u.exec(tag) ?? [];
    const address = targets.get(/:id="([^"]*)"/u.exec(tag)?.[1]) ?? '';
    const isOnTheWeb = /^https?:/iu.test(address);
    return letters && row && isOnTheWeb ? [{ row: Number(row) - 1, column: columnOf(letters), address }] : [];
  });
}

/**
 * The cells of a workbook that lead to the web, by the name of their sheet (ECMA-376, part 1, 18.3.1.47). The address
 * is no part of what a cell says.
 *
 * @throws ImportRefusal
 */
export function readCellLinks(parts: WorkbookParts): ReadonlyMap<string, readonly CellLink[]> {
  return new Map([...sheetParts(parts)].map(([name, sheet]) => [name, readSheet(parts, sheet)]));
}

/** The rows with a column more for each in which words lead somewhere, which has the addresses; one that shows them has none. */
export function withAddresses(
  rows: readonly (readonly unknown[])[],
  links: readonly CellLink[],
): (readonly unknown[])[] {
  const hidden = links.filter(({ row, column }) => !/^https?:/iu.test(String(rows[row]?.[column] ?? '')));
  const columns = [...new Set(hidden.map(({ column }) => column))].toSorted((a, b) => a - b);
  if (columns.length === 0) return [...rows];
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  const addresses = new Map(hidden.map(({ row, column, address }) => [`${row} ${column}`, address]));
  return rows.map((row, number) => [
    ...Array.from({ length: width }, (_, place) => row[place] ?? null),
    ...columns.map((column) => addresses.get(`${number} ${column}`) ?? null),
  ]);
}
