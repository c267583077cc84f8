import type { Table } from '@waarborg/shared/exchange';
import type { Feature, Sheet } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { FileContent } from './link-cells.ts';

/** The widest sheet, in characters, that can still be read when it is printed as wide as one page. */
const readableWidth = 230;

/**
 * Whether a sheet is printed as wide as one page: a matrix always, since what stands beside each other belongs together
 * there, others where they do not become too small to read.
 */
function fitsPage({ name }: Table, { columns = [] }: Sheet<FileContent>): boolean {
  const sum = columns.reduce((before, { width = 0 }) => before + width, 0);
  return name === 'matrix' || sum <= readableWidth;
}

/** The cells of a table with its head: `A1:D12`. */
function areaOf({ columns, rows }: Table): string {
  return `A1:${getCellAddress(rows.length, columns.length - 1)}`;
}

/** `A1:D12` as names of a workbook refer to it: `$A$1:$D$12`. */
function toAbsolute(area: string): string {
  return area.replace(/[A-Z]+|\d+/gu, '$$$&');
}

/** Rows of a list can be chosen by their values; those of a matrix are no list. */
const isList = ({ name }: Table) => name !== 'matrix';

/** What stands at the foot of each printed page: the name of the sheet, and which page of how many. */
const footer = '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

/** That of Excel itself. */
const font = '<name val="Calibri"/><sz val="11"/>';

function insert(xml: string, markup: string): string {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
}

/** Names by which a workbook knows what is repeated on each printed page, and what its lists are chosen from. */
function namesOf(table: Table, sheet: string, place: number): string {
  const quoted = sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'`);
  const name = (kind: string, area: string, more = '') =>
    `<definedName name="_xlnm.${kind}" localSheetId="${place}"${more}>${area}</definedName>`;
  const filter = isList(table)
    ? name('_FilterDatabase', `${quoted}!${toAbsolute(areaOf(table))}`, ' hidden="1"')
    : '';
  return `${filter}${name('Print_Titles', `${quoted}!$A:$A,${quoted}!$1:$1`)}`;
}

/**
 * Makes sheets fit to be read and printed (ECMA-376, part 1, 18.3.1.65, 18.3.1.2 and 18.2.5): as wide as one page where
 * that can be read, the head on every page, lists with a filter.
 *
 * @param sheets of the tables, in the same order.
 */
export function layOutSheets(
  tables: readonly Table[],
  sheets: readonly Sheet<FileContent>[],
): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _options, { sheetIndex }) {
            const [table, sheet] = [tables[sheetIndex], sheets[sheetIndex]];
            if (!table || !sheet) return xml;
            const footed = insert(xml, footer);
            const filtered = isList(table) ? insert(footed, `<autoFilter ref="${areaOf(table)}"/>`) : footed;
            if (!fitsPage(table, sheet)) return filtered;
            return filtered
              .replace(/<worksheet[^>]*>/u, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
          },
        },
        // Told a font, the library would look for the style of each cell: a quarter of the time.
        'xl/styles.xml': {
          transform: (xml) =>
            xml.replaceAll('<scheme val="minor"/>', '').replaceAll('<font>', `<font>${font}`),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('<definedNames/>', () => {
              const own = tables.map((table, place) => namesOf(table, sheets[place]?.sheet ?? '', place));
              return `<definedNames>${own.join('')}</definedNames>`;
            }),
        },
      },
    },
  };
}
