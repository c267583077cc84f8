import type { Table } from '@waarborg/shared/exchange';

/** Narrowest and widest column of text, in characters; what is longer is cut off by what stands beside it. */
const narrowest = 10;
const widest = 60;

/** Widths of the other columns, by what they hold. An address is opened and not read. */
const widths = { number: 16, date: 12, instant: 18, link: 30 } as const;

/** The heads of a matrix stand upright, so that it is no wider than a page and a screen can show. */
const uprightWidth = 7;

/** Whether a column is one of the many narrow ones of a matrix. */
export function isUpright({ name }: Table, { kind }: Table['columns'][number]): boolean {
  return name === 'matrix' && kind === 'number';
}

/** How wide each column of a sheet is, in characters: as wide as its text is long, within bounds. */
export function columnWidths(table: Table): number[] {
  return table.columns.map((column, place) => {
    if (isUpright(table, column)) return uprightWidth;
    if (column.kind !== 'text') return widths[column.kind];
    const longest = table.rows.reduce(
      (most, row) => Math.max(most, String(row[place] ?? '').length),
      // Of a head only its words have to fit: it takes up to three lines.
      Math.max(...column.header.split(' ').map(({ length }) => length)),
    );
    return Math.min(widest, Math.max(narrowest, longest + 2));
  });
}
