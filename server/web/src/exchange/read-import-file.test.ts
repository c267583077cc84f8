import { defaultCodebook } from '@waarborg/shared/codebook';
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

  it('is a table where it has a head and a row', async () => {
    const content = await readImportFile(new File(['Passage;Waarborg\nTekst;Tolk'], 'x.txt'), settings);
    expect(content).toMatchObject({ kind: 'tables', sheets: [{}] });
  });
});
