import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { withoutApostrophe } from '../exchange/index.ts';
import { decodeText } from './decode-text.ts';
import { maxColumns, maxRows } from './import-limits.ts';
import { ImportRefusal } from './import-refusal.ts';
import { unzip } from './unzip.ts';

/** A table as it was found in a file: the first row is its head. */
export interface Sheet {
  readonly name: string;
  /** Every row has as many values as the head; empty where there is none. */
  readonly rows: readonly (readonly string[])[];
}

/** Declares which sign separates the values, as Excel writes it for itself. */
const separatorLine = /^sep=(.)\r?\n/u;

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  const instant = value.toISOString();
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant;
}

/** Rows that say something, evened out to the width of the head. */
function toSheet(name: string, rows: readonly (readonly unknown[])[]): Sheet {
  const texts = rows
    .map((row) => row.slice(0, maxColumns).map((value) => toText(value).trim()))
    .filter((row) => row.some((text) => text !== ''));
  if (texts.length > maxRows + 1) throw new ImportRefusal('too-many-rows');
  const width = texts[0]?.length ?? 0;
  return { name, rows: texts.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? '')) };
}

function readCsv(bytes: Uint8Array): Sheet[] {
  const text = decodeText(bytes);
  const separator = separatorLine.exec(text)?.[1];
  const { data } = Papa.parse<string[]>(text.replace(separatorLine, ''), {
    ...(separator ? { delimiter: separator } : { delimitersToGuess: [',', ';', '\t', '|'] }),
    skipEmptyLines: 'greedy',
    // One row more than fits tells that there are too many.
    preview: maxRows + 2,
  });
  return [
    toSheet(
      'csv',
      data.map((row) => row.map(withoutApostrophe)),
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

async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const parts = unzip(bytes);
  if ([...parts.values()].some(declaresEntities)) throw new ImportRefusal('xml-forbidden');
  // Rows may be empty or only formatted; ten times as many as fit are read to find that out.
  if (countRows(parts) > 10 * maxRows) throw new ImportRefusal('too-many-rows');
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(bytes.slice().buffer);
  } catch (cause) {
    throw new ImportRefusal('workbook-broken', { cause });
  }
  return sheets.map(({ sheet, data }) => toSheet(sheet, data));
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
