import type { Table } from '@waarborg/shared/exchange';

/** Narrowest and widest column of text, in characters; what is longer is cut off by what stands beside it. */
const narrowest = 10;
const widest = 60;

/** Widths of the other columns, by what they hold. An address is opened and not read. */
const widths = { number: 16, date: 12, instant: 18, link: 30 } as const;

/** Narrowest column under a head that stands upright, as in a matrix: else it is wider than a page and a screen can show. */
const uprightWidth = 7;

/** Whether a column is one of the many narrow ones of a matrix. */
export function isUpright({ name }: Table, { kind }: Table['columns'][number]): boolean {
  return name === 'matrix' && kind === 'number';
}

/** Characters of the longest value of a column, or `least`. */
function longestIn({ rows }: Table, place: number, least: number): number {
  return rows.reduce((most, row) => Math.max(most, String(row[place] ?? '').length), least);
}

/** How wide each column of a sheet is, in characters: as wide as its text is long, within bounds. */
export function columnWidths(table: Table): number[] {
  return table.columns.map((column, place) => {
    // Where nobody read, words stand among numbers: widths are counted in digits, and letters are narrower.
    if (isUpright(table, column)) return longestIn(table, place, uprightWidth);
    if (column.kind !== 'text') return widths[column.kind];
    // Of a head only its words have to fit: it takes up to three lines.
    const longestWord = Math.max(...column.header.split(' ').map(({ length }) => length));
    return Math.min(widest, Math.max(narrowest, longestIn(table, place, longestWord) + 2));
  });
}
