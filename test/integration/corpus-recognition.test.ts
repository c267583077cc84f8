/** What real PDFs say of themselves, as our viewer proposes them when they come without an address. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { candidateOfPdf } from '@waarborg/extension/viewer/candidate-of-pdf';
import { readPdfClues } from '@waarborg/extension/viewer/read-pdf-clues';
import { textParameters, toRuns } from '@waarborg/extension/viewer/text-runs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { corpusFolder, sayThatCorpusIsMissing } from '../helpers/corpus.ts';

if (!corpusFolder) sayThatCorpusIsMissing('What real PDFs say of themselves is not tested');

/** Pages that can introduce a document. */
const firstPages = 2;

async function proposalOf(file: string) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(path.join(corpusFolder ?? '', file))),
    verbosity: 0,
  });
  const pdf = await task.promise;
  const numbers = Array.from({ length: Math.min(firstPages, pdf.numPages) }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      return toRuns((await page.getTextContent(textParameters)).items);
    }),
  );
  await task.destroy();
  const stored = { id: 'a'.repeat(64), name: path.basename(file), storedAt: '2026-06-01T09:00:00Z' };
  const { title, sourceType, issuer, date } = candidateOfPdf(stored, await readPdfClues(pages, undefined));
  return { title, sourceType, issuer, date };
}

describe.runIf(corpusFolder)('a PDF of the corpus', () => {
  it.each([
    [
      'pdf/tk_besluitenlijst_example1.pdf',
      'Besluitenlijst van de procedurevergadering van donderdag 2 april 2009',
      'parliamentary-paper',
      'Vaste commissie voor Binnenlandse Zaken en Koninkrijksrelaties',
      '2009-04-03',
    ],
    [
      'pdf/tk_besluitenlijst_example3.pdf',
      'Besluitenlijst van de e-mailprocedure van donderdag 26 maart 2015',
      'parliamentary-paper',
      'Vaste commissie voor Binnenlandse Zaken',
      '2015-03-27',
    ],
    [
      'rechtbank-den-haag-2014-8504/document.pdf',
      'Uitspraak Rechtbank Den Haag 10 juli 2014, AWB 14/12595',
      'court-ruling',
      'Rechtbank Den Haag',
      '2014-07-10',
    ],
    [
      'raad-van-state-2015-1780/document.pdf',
      'Uitspraak Afdeling bestuursrechtspraak van de Raad van State 28 mei 2015, 201502374/1/A1',
      'court-ruling',
      'Afdeling bestuursrechtspraak van de Raad van State',
      '2015-05-28',
    ],
    [
      'ind-stand-2025/document.pdf',
      'De Stand van de uitvoering 2025',
      'implementation-report',
      'Immigratie- en Naturalisatiedienst',
      undefined,
    ],
    [
      'ind-plan-van-aanpak-2026/document.pdf',
      'Plan van Aanpak Openstaande Asielaanvragen van vóór 12 juni 2026',
      'implementation-report',
      'Immigratie- en Naturalisatiedienst',
      '2026-05',
    ],
    [
      'inspectie-brief-asielwetten-2025/document.pdf',
      'Brief Inspectie Justitie en Veiligheid over de Asielnoodmaatregelenwet en de Wet invoering tweestatusstelsel',
      'inspection-letter',
      'Inspectie Justitie en Veiligheid',
      undefined,
    ],
    // Its text layer is garbage: nothing is made of it.
    ['pdf/unusable-text-layer.pdf', 'unusable-text-layer', 'other', undefined, undefined],
  ])('%s is proposed as "%s" (%s) by %s', async (file, title, sourceType, issuer, date) => {
    expect(await proposalOf(file)).toEqual({ title, sourceType, issuer, date });
  });
});
