import { defaultCodebook } from '@waarborg/shared/codebook';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readImportFile } from './read-import-file.ts';

const settings = { slug: 'dossier', context: { codebook: defaultCodebook, speakers: [], documents: [] } };

describe('a file to import', () => {
  it.each([
    ['a PDF', '%PDF-1.7\nmet, komma\nen, rij'],
    ['what is no text', 'a;b\n\u0001\u0000;c'],
  ])('is refused as of a kind that cannot be read when it is %s', async (_, content) => {
    const reading = readImportFile(new File([content], 'brief.csv'), settings);
    await expect(reading).rejects.toMatchObject({ code: 'unknown-format' });
  });

  it.each([
    [
      'an older Excel, or with a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
    ],
    ['OpenDocument', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') })],
    ['OpenDocument in one piece', strToU8('<?xml version="1.0"?>\n<office:document xmlns:office="x"/>')],
  ])('is refused with the way out when it is a table of %s, whatever it is called', async (_, bytes) => {
    const reading = readImportFile(new File([bytes], 'codes.xlsx'), settings);
    await expect(reading).rejects.toMatchObject({ code: 'other-workbook' });
  });

  it('is refused when it holds what no dossier keeps, such as the name of a group of thousands of letters', async () => {
    const guid = '00000000-0000-4000-8000-000000000001';
    const codes = (group: string) =>
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${guid}" name="${group}" isCodable="false"><Code guid="${guid}" name="Tolk!" isCodable="true"/></Code></Codes></CodeBook>`;
    const read = (group: string) => readImportFile(new File([codes(group)], 'x.qdc'), settings);
    await expect(read('Taal')).resolves.toMatchObject({ kind: 'bundle' });
    await expect(read('x'.repeat(3_000))).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is a table where it has a head and a row', async () => {
    const content = await readImportFile(new File(['Passage;Waarborg\nTekst;Tolk'], 'x.txt'), settings);
    expect(content).toMatchObject({ kind: 'tables', sheets: [{}] });
  });
});
