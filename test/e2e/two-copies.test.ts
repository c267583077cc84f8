import type { Annotation } from '@waarborg/shared/annotation';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectByMessage } from '../helpers/connect-extension.ts';
import type { PassageUnderTest } from '../helpers/documents-under-test.ts';
import { expectDrawn } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import {
  codeByKeyboard,
  expectListed,
  openPage,
  openPdf,
  panelOf,
  passageEntry,
  searchInPdf,
} from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { selectWords } from '../helpers/words-in-page.ts';

/*
 * One paper as web page and as PDF, at two addresses. Nothing but its own header says that they are the same:
 * what is marked in one copy is seen in the other one.
 */

const coding = { safeguard: 'voornemen', measure: 'abolished', impact: 'duration' } as const;
/** Each of them runs over several lines of the PDF. */
const inPage: PassageUnderTest = {
  words:
    'De voornemenprocedure vervalt, zodat de aanvraag na het gehoor zonder verdere tussenstap kan worden afgedaan en de wachttijd voor de aanvrager met enkele weken wordt bekort',
  ...coding,
  direction: 'favourable',
};
const inPdf: PassageUnderTest = {
  words:
    'Zonder voornemen blijven vergissingen in het rapport van gehoor echter vaker staan, en wat daarvan bij de rechter moet worden hersteld kost opnieuw een groot aantal weken',
  ...coding,
  direction: 'unfavourable',
};
const paragraphs = [
  'Vergaderjaar 2026-2027',
  '36 999 Wijziging van de Vreemdelingenwet 2000 in verband met het vervallen van een tussenstap',
  'Nr. 7 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE',
  'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal',
  `Met deze brief wordt u geïnformeerd over de stand van zaken. ${inPage.words}. Daarover is met de uitvoering gesproken.`,
  `De raad voor de rechtsbijstand heeft een ander beeld. ${inPdf.words}. Het kabinet weegt dit mee.`,
];

let server: RunningServer;
let paper: ChangingPaper;
let pdfAddress: string;
let browser: ChromiumWithExtension;

beforeAll(async () => {
  [server, paper] = await Promise.all([
    startServer(),
    startChangingPaper('Tweede Kamer der Staten-Generaal', paragraphs),
  ]);
  pdfAddress = await paper.publishPdf();
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connectByMessage(browser, server, dossier);
});

afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await server?.close();
});

/** How the panel says that a passage stands in the copy in front as it was marked. */
async function expectExact(panel: Page, { words }: PassageUnderTest): Promise<void> {
  const entry = await passageEntry(panel, words);
  await expect.poll(() => entry.locator('.wb-passage-state').innerText()).toContain('exact');
}

/** The annotations of both copies at the server. */
async function annotationsOfPaper(): Promise<Annotation[]> {
  const { token } = await server.createToken('lezer@example.org', dossier.slug);
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}/annotations`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { annotations } = (await answer.json()) as { annotations: Annotation[] };
  return annotations.filter(({ source }) => [paper.address, pdfAddress].includes(source));
}

describe('a paper as page and as PDF', () => {
  it('shows in the PDF what was marked in the page', async () => {
    const page = await openPage(browser, paper.address);
    const panel = await panelOf(browser);
    await selectWords(page, inPage.words, 'main');
    await codeByKeyboard(page, inPage);
    await expectListed(panel, inPage);
    await page.close();

    const pdf = await openPdf(browser, pdfAddress);
    await searchInPdf(pdf, inPage.words);
    await expectDrawn(pdf, inPage, '.textLayer');
    await expectExact(await panelOf(browser), inPage);
    await pdf.close();
  });

  it('shows in the page what was marked in the PDF', async () => {
    const pdf = await openPdf(browser, pdfAddress);
    const panel = await panelOf(browser);
    await searchInPdf(pdf, inPdf.words);
    await selectWords(pdf, inPdf.words, '.textLayer');
    await codeByKeyboard(pdf, inPdf);
    await expectListed(panel, inPdf);
    await pdf.close();

    const page = await openPage(browser, paper.address);
    await expectDrawn(page, inPdf, 'main');
    await expectDrawn(page, inPage, 'main');
    await expectExact(await panelOf(browser), inPdf);
    await page.close();
  });

  it('is one document of the dossier, with the text of each copy that was marked', async () => {
    await expect.poll(async () => (await annotationsOfPaper()).length).toBe(2);
    const annotations = await annotationsOfPaper();
    expect(new Set(annotations.map(({ document }) => document)).size).toBe(1);
    expect(new Set(annotations.map(({ rendition }) => rendition)).size).toBe(2);
  });
});
