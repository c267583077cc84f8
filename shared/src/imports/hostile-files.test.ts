import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { maxRows } from './import-limits.ts';
import { readSheets } from './read-sheets.ts';
import { unzip } from './unzip.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

/** A workbook of one sheet with this XML between the tags of its data, before its root and behind its data, and in its styles and the relations of its sheet. */
function workbook(data: string, prologue = '', epilogue = '', styles = '', links = ''): Uint8Array {
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets><sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${prologue}<worksheet xmlns="${spreadsheet}"><sheetData>${data}</sheetData>${epilogue}</worksheet>`,
    ),
    ...(links === ''
      ? {}
      : {
          'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
            `<Relationships xmlns="${packaged}">${links}</Relationships>`,
          ),
        }),
    ...(styles === ''
      ? {}
      : { 'xl/styles.xml': strToU8(`<styleSheet xmlns="${spreadsheet}">${styles}</styleSheet>`) }),
  });
}
const row = (number: number) =>
  `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>waarde</t></is></c></row>`;

describe('the encoding of a file', () => {
  const text = 'Citaat;é€ë';
  const utf16 = (isLittle: boolean) =>
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });

  it.each([
    ['UTF-8', strToU8(text)],
    ['UTF-8 with mark', bytes(0xef, 0xbb, 0xbf, ...strToU8(text))],
    ['UTF-16 little-endian with mark', bytes(0xff, 0xfe, ...utf16(true))],
    ['UTF-16 big-endian with mark', bytes(0xfe, 0xff, ...utf16(false))],
    ['UTF-16 little-endian', bytes(...utf16(true))],
    ['UTF-16 big-endian', bytes(...utf16(false))],
    ['Windows-1252', bytes(...strToU8('Citaat;'), 0xe9, 0x80, 0xeb)],
  ])('is recognised: %s', (_name, file) => {
    expect(decodeText(file)).toBe(text);
  });
});

describe('a CSV file', () => {
  it.each([
    ['commas', 'a,b\n1,"x, ""y"""'],
    ['semicolons', 'a;b\r\n1;x, "y"'],
    ['tabs', 'a\tb\n1\tx, "y"'],
    ['a sign that it names', 'sep=|\r\na|b\r\n1|x, "y"'],
  ])('is read with %s', async (_name, text) => {
    const [sheet] = await readSheets(strToU8(text), 'csv');
    expect(sheet?.rows).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"'],
    ]);
  });

  it('is read with commas where values list names with semicolons, and the other way round', async () => {
    const rows = [
      ['Citaat', 'Stukken'],
      ['Een', 'Brief, 2026; Nota'],
      ['Twee', 'Nota; Verslag, 2025'],
    ];
    for (const sign of [',', ';', '\t']) {
      const written = rows.map((row) => row.map((text) => `"${text}"`).join(sign)).join('\r\n');
      const unquoted = written.replace(/"(\w+)"/gu, '$1');
      for (const text of [written, unquoted])
        expect((await readSheets(strToU8(text), 'csv'))[0]?.rows, text).toEqual(rows);
    }
  });

  it('is refused with a million rows, and with none', async () => {
    await expect(readSheets(strToU8('a\n'.repeat(1_000_000)), 'csv')).rejects.toMatchObject({
      code: 'too-many-rows',
    });
    await expect(readSheets(strToU8('a,b\n'), 'csv')).rejects.toMatchObject({ code: 'empty' });
    await expect(readSheets(bytes(0, 1, 2, 255), 'csv')).rejects.toMatchObject({ code: 'empty' });
  });
});

describe('a packed file', () => {
  it('is read by its parts', () => {
    const parts = unzip(zipSync({ 'a/b.txt': strToU8('x'), leeg: bytes() }));
    expect([...parts].map(([name, { length }]) => [name, length])).toEqual([
      ['a/b.txt', 1],
      ['leeg', 0],
    ]);
  });

  it('is refused when it unfolds to more than fits, before it has', () => {
    const bomb = zipSync({ bom: [new Uint8Array(30_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => unzip(bomb, 1_000_000)).toThrow(expect.objectContaining({ code: 'zip-too-large' }));
  });

  it.each(['../buiten', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\..\\..\\b', '\\\\server\\x'])(
    'is refused with a part %s',
    (name) => {
      expect(() => unzip(zipSync({ [name]: strToU8('x') }))).toThrow(
        expect.objectContaining({ code: 'zip-path' }),
      );
    },
  );

  it.each([
    ['cut off', zipSync({ a: strToU8('x'.repeat(1_000)) }).subarray(0, 40)],
    ['no packed file at all', strToU8('PK, zei de kapper')],
  ])('is refused when it is %s', async (_name, file) => {
    await expect(readSheets(file, 'xlsx')).rejects.toMatchObject({
      code: expect.stringMatching(/^zip-|^workbook-/u),
    });
  });
});

describe('a CSV file with a quotation mark that is not closed', () => {
  const read = (rows: string) => readSheets(strToU8(`Passage;Waarborg\n${rows}`), 'csv');

  it.each(['"Voornemen" vervalt', '"Het voornemen vervalt'])('has all its rows: %s', async (first) => {
    const [sheet] = await read(`${first};x\n"twee ""q""";y\n`);
    expect(sheet?.rows.slice(1)).toEqual([
      [first, 'x'],
      ['twee "q"', 'y'],
    ]);
  });

  it('is refused where its lines are no rows', async () => {
    const reading = read('"Voornemen" vervalt;x\n"twee; drie";y\n');
    await expect(reading).rejects.toMatchObject({ code: 'csv-quotes' });
  });
});

describe('a workbook', () => {
  it('is read', async () => {
    const [sheet] = await readSheets(workbook(row(1) + row(2)), 'xlsx');
    expect(sheet).toEqual({ name: 'Blad', rows: [['waarde'], ['waarde']], numbers: [1, 2] });
  });

  it('gives every row what is merged over it, and numbers as nobody mistakes them', async () => {
    const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const data = [
      `<row r="1">${cell('A1', 'Titel')}</row>`,
      `<row r="3">${cell('A3', 'Document')}${cell('B3', 'Bedrag')}</row>`,
      `<row r="4">${cell('A4', 'Brief')}<c r="B4"><v>1.234</v></c></row>`,
      '<row r="5"><c r="A5"/><c r="B5"><v>0.5</v></c></row>',
      '<row r="7"><c r="B7"><v>3</v></c></row>',
    ].join('');
    const merged = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A4:A7"/></mergeCells>';
    const [sheet] = await readSheets(workbook(data, '', merged), 'xlsx');
    expect(sheet?.rows).toEqual([
      ['Titel', ''],
      ['Document', 'Bedrag'],
      ['Brief', '1.2340'],
      ['Brief', '0.5'],
      ['Brief', '3'],
    ]);
    expect(sheet?.numbers).toEqual([1, 3, 4, 5, 7]);
  });

  it('has numbers as its cells show them: shares times a hundred, amounts with their currency', async () => {
    const formats = [
      '0.0%',
      '0&quot;%&quot;',
      '_ [$€-413]\\ * #,##0.00_ ',
      '&quot;€&quot;\\ #,##0',
      'd/m/yyyy',
    ];
    const styles = [
      '<numFmts>',
      ...formats.map((code, place) => `<numFmt numFmtId="${200 + place}" formatCode="${code}"/>`),
      '</numFmts><cellXfs>',
      ...[0, 9, 200, 201, 202, 203, 204].map((format) => `<xf numFmtId="${format}"/>`),
      '</cellXfs>',
    ].join('');
    const cells = [
      ...[
        '<c r="A2" s="1"><v>0.25</v></c>',
        '<c r="B2" s="2"><v>0.07</v></c>',
        '<c r="C2" s="3"><v>25</v></c>',
      ],
      ...[
        '<c r="D2" s="4"><v>1200000</v></c>',
        '<c s="5" r="E2"><v>-1.125</v></c>',
        '<c r="F2" s="0"><v>0.25</v></c>',
      ],
      ...[
        '<c r="G2" s="1" t="inlineStr"><is><t>circa 3</t></is></c>',
        '<c r="H2" s="1"/>',
        '<c r="I2" s="2"><v>0.01125</v></c>',
      ],
      '<c r="J2" s="6"><v>45424</v></c>',
    ].join('');
    const [sheet] = await readSheets(workbook(`${row(1)}<row r="2">${cells}</row>`, '', '', styles), 'xlsx');
    expect(sheet?.rows[1]).toEqual([
      ...['25%', '7%', '25%', '€ 1200000', '€ -1.1250', '0.25', 'circa 3', '', '1,1250%', '2024-05-12'],
    ]);
  });

  it('has the addresses to which words lead in a column of their own', async () => {
    const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const data = [
      `<row r="1">${cell('A1', 'Bron')}${cell('B1', 'Link')}</row>`,
      `<row r="2">${cell('A2', 'Brief')}${cell('B2', 'klik hier')}</row>`,
      `<row r="3">${cell('A3', 'https://example.org/b')}${cell('B3', 'mail')}</row>`,
    ].join('');
    const link = (place: string, number: number) =>
      `<hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ref="${place}" r:id="r${number}"/>`;
    const links = `<hyperlinks>${link('B2', 1)}${link('A3', 2)}${link('B3', 3)}<hyperlink ref="A2" location="Blad2!A1"/></hyperlinks>`;
    const targets = ['https://example.org/a?x=1&amp;y=2', 'https://example.org/b', 'mailto:a@example.org']
      .map(
        (target, place) =>
          `<Relationship Id="r${place + 1}" Type="x" TargetMode="External" Target="${target}"/>`,
      )
      .join('');
    const [sheet] = await readSheets(workbook(data, '', links, '', targets), 'xlsx');
    expect(sheet?.rows).toEqual([
      ['Bron', 'Link', ''],
      ['Brief', 'klik hier', 'https://example.org/a?x=1&y=2'],
      ['https://example.org/b', 'mail', ''],
    ]);
  });

  it('says how many of its cells have a remark beside them', async () => {
    const relation = '<Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/>';
    const comments = strToU8(
      '<comments xmlns="x"><authors/><commentList><comment ref="A1"/><comment ref="A2"/></commentList></comments>',
    );
    const parts = unzip(workbook(row(1) + row(2), '', '', '', relation));
    const file = zipSync(Object.fromEntries([...parts, ['xl/comments1.xml', comments]]));
    expect(await readSheets(file, 'xlsx')).toMatchObject([{ name: 'Blad', remarks: 2 }]);
  });

  it('is refused with entities, with too many rows, and when it is another packed file', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    await expect(readSheets(workbook(row(1) + row(2), laughs), 'xlsx')).rejects.toMatchObject({
      code: 'xml-forbidden',
    });
    const many = Array.from({ length: maxRows + 2 }, (_, index) => row(index + 1)).join('');
    await expect(readSheets(workbook(many), 'xlsx')).rejects.toMatchObject({ code: 'too-many-rows' });
    await expect(readSheets(zipSync({ 'word/document.xml': strToU8('<x/>') }), 'xlsx')).rejects.toMatchObject(
      {
        code: 'workbook-broken',
      },
    );
  });
});
