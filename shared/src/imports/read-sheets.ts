import { zipSync } from 'fflate';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { plainNumber, withoutApostrophe } from '../exchange/index.ts';
import { readCellLinks, withAddresses } from './cell-links.ts';
import { countRemarks } from './cell-remarks.ts';
import { decodeText } from './decode-text.ts';
import { maxColumns, maxRows } from './import-limits.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type MergedCells, readMergedCells } from './merged-cells.ts';
import { readSignedNumbers, type SignedNumber, withSign } from './signed-numbers.ts';
import { unzip } from './unzip.ts';

/** A table as it was found in a file: among its first rows is its head. */
export interface Sheet {
  readonly name: string;
  /** The rows that say something. All have as many values; empty where there is none. */
  readonly rows: readonly (readonly string[])[];
  /** Number of each row in the file, from 1. */
  readonly numbers: readonly number[];
  /** How many of its cells have a remark beside them, which is no part of any row. Absent: none. */
  readonly remarks?: number;
}

/** Declares which sign separates the values, as Excel writes it for itself. */
const separatorLine = /^sep=(.)\r?\n/u;

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(plainNumber(value));
  if (!(value instanceof Date)) return String(value);
  const instant = value.toISOString();
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant;
}

/** Most rows that are looked at: many may be empty or only formatted. */
const maxLookedAt = 10 * maxRows;

/** Rows that say something, evened out to the widest of them. */
function toSheet(name: string, rows: readonly (readonly unknown[])[]): Sheet {
  const numbered = rows
    .map((row, index) => ({
      texts: row.slice(0, maxColumns).map((value) => toText(value).trim()),
      number: index + 1,
    }))
    .filter(({ texts }) => texts.some((text) => text !== ''));
  if (rows.length > maxLookedAt || numbered.length > maxRows + 1) throw new ImportRefusal('too-many-rows');
  const width = numbered.reduce(
    (widest, { texts }) => Math.max(widest, texts.findLastIndex((text) => text !== '') + 1),
    0,
  );
  return {
    name,
    rows: numbered.map(({ texts }) => Array.from({ length: width }, (_, place) => texts[place] ?? '')),
    numbers: numbered.map(({ number }) => number),
  };
}

/** Signs that separate values, the likeliest first. */
const separators = [',', ';', '\t', '|'];
/** Rows by which it is told which sign separates the values. */
const rowsToGuess = 50;

/**
 * The sign by which most rows fall into as many values, and then the one that makes most of them. How often a sign
 * occurs says little: names are listed with semicolons between the quotation marks of one value.
 */
function guessSeparator(text: string): string {
  const guesses = separators.flatMap((separator) => {
    const { data } = Papa.parse<string[]>(text, {
      ...{ delimiter: separator, preview: rowsToGuess, skipEmptyLines: true },
    });
    const byWidth = [...Map.groupBy(data, ({ length }) => length)].filter(([width]) => width > 1);
    const [usual] = byWidth.toSorted(([, a], [, b]) => b.length - a.length);
    return usual ? [{ separator, width: usual[0], share: usual[1].length / data.length }] : [];
  });
  const [best] = guesses.toSorted((a, b) => b.share - a.share || b.width - a.width);
  return best?.separator ?? ',';
}

/** A value that stands as a whole between quotation marks, without them; any other as it is. */
function withoutMarks(value: string): string {
  const inner = value.slice(1, -1);
  const isBetween = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return isBetween && !inner.replaceAll('""', '').includes('"') ? inner.replaceAll('""', '"') : value;
}

/** A sign that no text has, where no mark is to be read. */
const noMark = '\u0000';

/**
 * The rows of a text. A quotation mark that opens a value and does not close it takes in all rows behind it: where the
 * lines are rows without it, it is a sign like any other.
 *
 * @throws ImportRefusal `csv-quotes`
 */
function readRows(text: string, delimiter: string): string[][] {
  // One row more than is looked at tells that there are too many.
  const settings = { delimiter, preview: maxLookedAt + 1 };
  const { data, errors } = Papa.parse<string[]>(text, settings);
  if (!errors.some(({ type }) => type === 'Quotes')) return data;
  const lines = Papa.parse<string[]>(text, { ...settings, quoteChar: noMark }).data;
  const widths = new Set(
    lines.filter((values) => values.some((value) => value !== '')).map(({ length }) => length),
  );
  if (widths.size > 1) throw new ImportRefusal('csv-quotes');
  return lines.map((values) => values.map(withoutMarks));
}

function readCsv(bytes: Uint8Array): Sheet[] {
  const decoded = decodeText(bytes);
  const text = decoded.replace(separatorLine, '');
  const rows = readRows(text, separatorLine.exec(decoded)?.[1] ?? guessSeparator(text));
  return [
    toSheet(
      'csv',
      rows.map((row) => row.map(withoutApostrophe)),
    ),
  ];
}

/** Whether a part of a workbook declares a document type or entities, which none needs. */
function declaresEntities(bytes: Uint8Array): boolean {
  return /<!(?:DOCTYPE|ENTITY)/iu.test(new TextDecoder().decode(bytes.subarray(0, 4_000)));
}

/** Rows that the sheets of a workbook say they have; counted before they become values. */
function countRows(parts: ReadonlyMap<string, Uint8Array>): number {
  let most = 0;
  for (const [name, bytes] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) continue;
    const text = new TextDecoder().decode(bytes);
    let rows = 0;
    for (let at = text.indexOf('<row'); at !== -1; at = text.indexOf('<row', at + 4)) rows++;
    most = Math.max(most, rows);
  }
  return most;
}

/**
 * The parts once more in one file, not compressed. What reads workbooks unpacks large ones in threads of its own, which
 * the content security policy of our pages does not let it start; then it would wait for ever.
 */
function pack(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const { buffer } = zipSync(Object.fromEntries(parts), { level: 0 });
  return buffer as ArrayBuffer;
}

async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const parts = unzip(bytes);
  if ([...parts.values()].some(declaresEntities)) throw new ImportRefusal('xml-forbidden');
  if (countRows(parts) > maxLookedAt) throw new ImportRefusal('too-many-rows');
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(pack(parts));
  } catch (cause) {
    throw new ImportRefusal('workbook-broken', { cause });
  }
  const merged = readMergedCells(parts);
  const signed = readSignedNumbers(parts);
  const links = readCellLinks(parts);
  const remarks = countRemarks(parts);
  return sheets.map(({ sheet, data }) => {
    const shown = withAddresses(signNumbers(data, signed.get(sheet) ?? []), links.get(sheet) ?? []);
    const count = remarks.get(sheet) ?? 0;
    return {
      ...toSheet(sheet, fillMerged(shown, merged.get(sheet) ?? [])),
      ...(count > 0 && { remarks: count }),
    };
  });
}

/** The rows with numbers as their cells show them, where that is with a sign. */
function signNumbers(rows: readonly (readonly unknown[])[], signed: readonly SignedNumber[]) {
  const shown = rows.map((row) => [...row]);
  for (const { row, column, sign } of signed) {
    const number = shown[row]?.[column];
    if (shown[row] && typeof number === 'number') shown[row][column] = withSign(number, sign);
  }
  return shown;
}

/**
 * Gives each row that says something the value of cells that are merged over it, as one reads them. What is merged to
 * the side is a title or a remark, and belongs to its first column only.
 */
function fillMerged(rows: readonly (readonly unknown[])[], merged: readonly MergedCells[]) {
  const filled = rows.map((row) => ({ row: [...row], says: row.some((value) => value !== null) }));
  for (const { top, bottom, left } of merged) {
    const value = rows[top]?.[left];
    for (const { row, says } of filled.slice(top + 1, bottom + 1)) if (says) row[left] ??= value;
  }
  return filled.map(({ row }) => row);
}

/**
 * The tables in a CSV file or a workbook that have at least one row under their head.
 *
 * @throws ImportRefusal
 */
export async function readSheets(bytes: Uint8Array, format: 'csv' | 'xlsx'): Promise<Sheet[]> {
  const sheets = format === 'xlsx' ? await readXlsx(bytes) : readCsv(bytes);
  const filled = sheets.filter(({ rows }) => rows.length > 1);
  if (filled.length === 0) throw new ImportRefusal('empty');
  return filled;
}
