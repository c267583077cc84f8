import Papa from 'papaparse';
import type { Language } from '../messages/index.ts';
import { plainNumber } from './plain-number.ts';
import type { Table, TableValue } from './table.ts';

/** Tells Excel that the file is UTF-8. */
const byteOrderMark = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula, also behind the apostrophes that we put before it. */
const formula = /^'*[=+\-@\t\r]/u;

/** Text as it stood before it was written: without the apostrophe that kept it from being a formula. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

/**
 * What stands between the values of a row: a comma, as RFC 4180 has it and programs expect it; or a semicolon, beside
 * a comma in numbers, without which a spreadsheet that is set to Dutch puts every row into one cell.
 */
export const csvSeparators = ['comma', 'semicolon'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

/** What a spreadsheet expects that is set to a language. */
export function separatorOf(language: Language): CsvSeparator {
  return language === 'nl' ? 'semicolon' : 'comma';
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
