import type { Table, TableValue } from '@waarborg/shared/exchange';
import type { Language } from '@waarborg/shared/messages';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { toXmlText } from '@waarborg/shared/text';
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { columnWidths, isUpright } from './column-widths.ts';
import { layOutSheets } from './lay-out-sheets.ts';
import { type FileContent, linkCells } from './link-cells.ts';

/** Most characters that Excel takes in a cell. */
const maxCellLength = 32_767;

type Column = Table['columns'][number];

function cutOff(text: string, mark: string): string {
  return text.length <= maxCellLength ? text : `${text.slice(0, maxCellLength - mark.length)}${mark}`;
}

/** A whole day as a date; `2026` and `2026-05` are no days and stay text. */
function toDay(value: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) && Number(value.slice(0, 4)) >= 1900
    ? new Date(value)
    : undefined;
}

/** Text is told to be text, so that none of it becomes a formula. */
function toCell(value: TableValue, { kind }: Column, mark: string): Cell {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  const day = kind === 'date' ? toDay(value) : kind === 'instant' ? new Date(value) : undefined;
  if (day)
    return {
      value: day,
      type: Date,
      format: kind === 'date' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm',
    };
  const text = { value: toXmlText(cutOff(value, mark)), type: String } as const;
  return kind === 'link' ? { ...text, textColor: '#0b4f9e', textDecoration: { underline: true } } : text;
}

/** Heads are longer than numbers are wide: they take up to three lines, as many as the height in points holds. */
const headStyle = {
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
  height: 48,
} as const;

const uprightStyle = { ...headStyle, textRotation: 90, height: 190 } as const;

function toSheet(table: Table, language: Language): Sheet<FileContent> {
  const { name, columns, rows } = table;
  const messages = tableMessages[language];
  // How far the reading got stands beside a number, and apart from it.
  const align = name === 'matrix' ? ({ align: 'right' } as const) : {};
  const toOwnCell = (value: TableValue, column: Column, place: number): Cell => {
    const cell = toCell(value, column, messages.cutOff);
    return cell && place > 0 ? { ...cell, ...align } : cell;
  };
  const head = columns.map(
    (column, place): Cell => ({
      value: column.header,
      ...(isUpright(table, column) ? uprightStyle : headStyle),
      ...(place > 0 ? align : {}),
      ...(column.kind === 'number' ? { align: 'right' as const } : {}),
    }),
  );
  return {
    sheet: messages[`table.${name}`],
    data: [head, ...rows.map((row) => columns.map((column, place) => toOwnCell(row[place], column, place)))],
    columns: columnWidths(table).map((width) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    dateFormat: 'yyyy-mm-dd',
  };
}

/** Tables as an Excel workbook (XLSX), a sheet for each: numbers, days and links are what they are, and nothing is a formula. */
export async function writeWorkbook(tables: readonly Table[], language: Language): Promise<Uint8Array> {
  const sheets = tables.map((table) => toSheet(table, language));
  return writeExcelFile(sheets, {
    features: [linkCells(tables), layOutSheets(tables, sheets)],
  }).toBuffer();
}
