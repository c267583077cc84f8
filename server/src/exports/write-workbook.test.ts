import type { Table } from '@waarborg/shared/exchange';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { convertInOffice, everySheetAsCsv, hasOffice } from '../testing/convert-in-office.ts';
import { writeWorkbook } from './write-workbook.ts';

const formula = '=1+1';
const link = 'https://example.org/stuk?a=1&b="2"#:~:text=x';
const table: Table = {
  name: 'codings',
  columns: [
    { header: 'Citaat', kind: 'text' },
    { header: '=Aantal', kind: 'number' },
    { header: 'Datum', kind: 'date' },
    { header: 'Bron', kind: 'link' },
    { header: 'Gemaakt', kind: 'instant' },
  ],
  rows: [
    [formula, 1_500.5, '2026-02-05', link, '2026-05-12T09:00:00.000Z'],
    ['<b>&amp; "𝕏" ]]></b>\nregel 2', 0, '2026-05', 'javascript:alert(1)', undefined],
    ['x'.repeat(40_000), undefined, undefined, undefined, undefined],
    ['a\u0001\u000bb\uffff', undefined, undefined, undefined, undefined],
  ],
};
const speakers: Table = { name: 'speakers', columns: [{ header: 'Naam', kind: 'text' }], rows: [['IND']] };

/** Widths of the columns of a sheet, in characters. */
async function widthsOf(own: Table): Promise<number[]> {
  const files = unzipSync(await writeWorkbook([own], 'nl'));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return [...sheet.matchAll(/<col [^>]*width="(\d+)"/gu)].map(([, width]) => Number(width));
}

describe('a workbook', () => {
  it('holds no formula and nothing that XML forbids, links only to the web, and is in one font', async () => {
    const files = unzipSync(await writeWorkbook([table, speakers], 'nl'));
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read('xl/worksheets/sheet1.xml')).not.toContain('<f>');
    expect(read('xl/sharedStrings.xml')).toContain('>ab<');
    expect(read('xl/worksheets/sheet1.xml')).toContain('<hyperlink ref="D2" r:id="rId-link-1"/>');
    const relations = read('xl/worksheets/_rels/sheet1.xml.rels');
    expect(relations).toContain('Target="https://example.org/stuk?a=1&amp;b=');
    expect(relations).not.toContain('javascript:');
    expect(read('xl/worksheets/sheet2.xml')).not.toContain('hyperlink');
    const fonts = read('xl/styles.xml').match(/<font>.*?<\/font>/gsu) ?? [];
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.every((font) => font.startsWith('<font><name val="Calibri"/><sz val="11"/>'))).toBe(true);
  });

  it('prints the matrix as wide as one page, and of other tables those that can be read then', async () => {
    const matrix: Table = { ...speakers, name: 'matrix' };
    const columns = Array.from({ length: 8 }, (_, place) => ({
      header: `Kop ${place}`,
      kind: 'link' as const,
    }));
    const wide: Table = { name: 'codings', columns, rows: [] };
    const files = unzipSync(await writeWorkbook([matrix, wide, speakers], 'nl'));
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read('xl/worksheets/sheet1.xml')).toMatch(
      /<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<pageSetup fitToHeight="0" /su,
    );
    expect(read('xl/worksheets/sheet2.xml')).not.toContain('fitTo');
    expect(read('xl/worksheets/sheet3.xml')).toContain('fitToPage');
  });

  it('lets one choose in lists by what columns hold, and repeats heads on each printed page', async () => {
    const files = unzipSync(await writeWorkbook([{ ...speakers, name: 'matrix' }, table], 'nl'));
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read('xl/worksheets/sheet1.xml')).not.toContain('<autoFilter');
    expect(read('xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A1:E5"/>');
    const names = [...read('xl/workbook.xml').matchAll(/<definedName name="([^"]+)"[^>]*>([^<]+)/gu)];
    expect(names.map(([, name, area]) => `${name} ${area}`)).toEqual([
      "_xlnm.Print_Titles 'Matrix'!$A:$A,'Matrix'!$1:$1",
      "_xlnm._FilterDatabase 'Coderingen'!$A$1:$E$5",
      "_xlnm.Print_Titles 'Coderingen'!$A:$A,'Coderingen'!$1:$1",
    ]);
  });

  it('makes a column of text as wide as its words, within bounds', async () => {
    const rows = [
      ['x'.repeat(20), 'x'],
      ['x', 'x'.repeat(500)],
    ];
    const columns = ['A', 'B', 'Een kop van woorden'].map((header) => ({ header, kind: 'text' as const }));
    expect(await widthsOf({ name: 'codings', columns, rows })).toEqual([22, 60, 10]);
  });

  it('makes a column of a matrix wider than its numbers only for words', async () => {
    const columns = ['Kosten', 'Doorlooptijd'].map((header) => ({ header, kind: 'number' as const }));
    const rows = [
      ['Tolk en vertaling', 'niet gelezen', 0],
      ['Voornemen en zienswijze', 3, 12],
    ];
    const matrix: Table = {
      name: 'matrix',
      columns: [{ header: 'waarborg', kind: 'text' }, ...columns],
      rows,
    };
    expect(await widthsOf(matrix)).toEqual([25, 12, 7]);
  });

  it('is opened by LibreOffice without a warning, with text, numbers and days as they are', async (context) => {
    if (!hasOffice('calc', 'whether it opens the workbook')) return context.skip();
    const file = await writeWorkbook([table, speakers], 'nl');
    const csv = (await convertInOffice('dossier.xlsx', file, everySheetAsCsv)).get('dossier-Coderingen.csv');
    const [first, second, third] = Papa.parse<Record<string, string>>(String(csv), { header: true }).data;
    expect(first).toMatchObject({ Citaat: formula, '=Aantal': '1500.5', Datum: '2026-02-05', Bron: link });
    expect(first?.Gemaakt).toMatch(/^2026-05-12 09:00/u);
    expect(second).toMatchObject({ Citaat: table.rows[1]?.[0], Datum: '2026-05' });
    expect(third?.Citaat).toHaveLength(32_767);
    expect(third?.Citaat).toMatch(/afgekapt; in de csv staat alles\]$/u);
  }, 60_000);
});
