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

describe('a workbook', () => {
  it('holds no formula and nothing that XML forbids, and links only to the web', async () => {
    const files = unzipSync(await writeWorkbook([table, speakers], 'nl'));
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read('xl/worksheets/sheet1.xml')).not.toContain('<f>');
    expect(read('xl/sharedStrings.xml')).toContain('>ab<');
    expect(read('xl/worksheets/sheet1.xml')).toContain('<hyperlink ref="D2" r:id="rId-link-1"/>');
    const relations = read('xl/worksheets/_rels/sheet1.xml.rels');
    expect(relations).toContain('Target="https://example.org/stuk?a=1&amp;b=');
    expect(relations).not.toContain('javascript:');
    expect(read('xl/worksheets/sheet2.xml')).not.toContain('hyperlink');
  });

  it('prints the matrix as wide as one page, and other tables as they are', async () => {
    const matrix: Table = { ...speakers, name: 'matrix' };
    const files = unzipSync(await writeWorkbook([matrix, table], 'nl'));
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read('xl/worksheets/sheet1.xml')).toMatch(
      /<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<pageSetup fitToHeight="0" /su,
    );
    expect(read('xl/worksheets/sheet2.xml')).not.toContain('fitTo');
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
