import Papa from 'papaparse';
import { plainNumber } from './plain-number.ts';
import type { CsvSeparator } from './separator.ts';
import type { Table, TableValue } from './table.ts';

/** Tells Excel that the file is UTF-8. */
const byteOrderMark = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula, also behind the apostrophes that we put before it. */
const formula = /^'*[=+\-@\t\r]/u;

/** Text as it stood before it was written: without the apostrophe that kept it from being a formula. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

function toField(value: TableValue, separator: CsvSeparator): string {
  if (typeof value !== 'number')
    return value !== undefined && formula.test(value) ? `'${value}` : (value ?? '');
  const number = String(plainNumber(value));
  return separator === 'semicolon' ? number.replace('.', ',') : number;
}

/**
 * A table as CSV: UTF-8 with byte order mark, so that Excel shows every letter. Text that a spreadsheet would take for
 * a formula gets an apostrophe before it, which `withoutApostrophe` takes away again; numbers have none.
 */
export function writeCsv(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  separator: CsvSeparator = 'comma',
): string {
  const fields = columns.map(({ header }) => header);
  const data = rows.map((row) => row.map((value) => toField(value, separator)));
  const text = Papa.unparse(
    { fields, data },
    { newline: '\r\n', delimiter: separator === 'semicolon' ? ';' : ',' },
  );
  return `${byteOrderMark}${text}\r\n`;
}
