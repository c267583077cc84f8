import { panelMessages } from '@waarborg/shared/messages/panel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectByMessage } from '../helpers/connect-extension.ts';
import { drawnAt } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { openPage, openPdf, panelOf } from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';

/* What a document cites, listed in the panel: found by keyboard in the page and in its PDF. */

const words = panelMessages.nl;

/** The example dossier has this paper, and not the ruling. */
const paperCited = 'Kamerstukken II 2025/26, 39990, nr. 3';
const rulingCited = 'ECLI:NL:RVS:2020:2706';
const filler = 'De dienst geeft elk jaar een overzicht van de zaken die nog wachten op een besluit. '.repeat(
  12,
);
const paragraphs = [
  `De memorie van toelichting (${paperCited}) noemt de gevolgen.`,
  ...Array.from({ length: 12 }, () => filler),
  `De hoogste rechter dacht daar in ${rulingCited} anders over.`,
  ...Array.from({ length: 12 }, () => filler),
  `Zie ook ${paperCited}, over hetzelfde onderwerp.`,
];

let server: RunningServer;
let paper: ChangingPaper;
let browser: ChromiumWithExtension;

beforeAll(async () => {
  [server, paper] = await Promise.all([
    startServer(),
    startChangingPaper('Brief met verwijzingen', paragraphs),
  ]);
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connectByMessage(browser, server, dossier);
});

afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await server?.close();
});

function reference(panel: Page, cited: string) {
  return panel.locator('.reference').filter({ hasText: cited });
}

/** Whether the words are marked as a place that was asked for, and can be seen. */
async function isShown(page: Page, cited: string): Promise<boolean> {
  return (await drawnAt(page, cited)).some(({ name, isInView }) => name === 'target' && isInView);
}

describe('the references of a web page', () => {
  let page: Page;
  let panel: Page;

  it('are listed once the section is opened by keyboard, with what the dossier has of them', async () => {
    page = await openPage(browser, paper.address);
    panel = await panelOf(browser);
    expect(await panel.locator('.reference').count()).toBe(0);
    await panel.locator('.references > summary').press('Enter');
    await expect.poll(() => panel.locator('.reference').count()).toBe(2);
    await expect.poll(() => reference(panel, paperCited).innerText()).toContain(words.inDossier('').trim());
    await expect.poll(() => reference(panel, rulingCited).innerText()).toContain(words.notInDossier);
    await expect.poll(() => reference(panel, paperCited).getByRole('button').count()).toBe(2);
    await expect
      .poll(() => reference(panel, rulingCited).getByRole('link').getAttribute('href'))
      .toContain(rulingCited);
  });

  it.each(['light', 'dark'] as const)('are accessible in the %s theme', async (colorScheme) => {
    await panel.emulateMedia({ colorScheme });
    await expectAccessible(panel);
  });

  it('are shown in the page by keyboard, each in its own place', async () => {
    await reference(panel, rulingCited).getByRole('button').press('Enter');
    await expect.poll(() => isShown(page, rulingCited)).toBe(true);
    const top = await page.evaluate(() => scrollY);
    await reference(panel, paperCited).getByRole('button').nth(1).press('Enter');
    await expect.poll(() => isShown(page, paperCited)).toBe(true);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  });

  it('are found anew when the page changes, and the section stays open', async () => {
    await paper.publish(paragraphs.slice(0, 2));
    await page.reload();
    await expect.poll(() => panel.locator('.reference').count()).toBe(1);
    await paper.publish(paragraphs);
    await page.close();
  });
});

describe('the references of a ruling', () => {
  it('say which of them is the ruling itself, before the dossier has it', async () => {
    const own = 'ECLI:NL:RBDHA:2024:1234';
    const ruling = await startChangingPaper(`${own}, Rechtbank Den Haag, 2024-02-01`, [
      `Uitspraak ${own}, in vervolg op ${rulingCited}.`,
    ]);
    const page = await openPage(browser, ruling.address);
    const panel = await panelOf(browser);
    await expect.poll(() => reference(panel, own).innerText()).toContain(words.thisDocument);
    await expect.poll(() => reference(panel, rulingCited).innerText()).toContain(words.notInDossier);
    await page.close();
    await ruling.close();
  });
});

describe('the references of a PDF', () => {
  it('are shown in our viewer, also on a page that was not drawn yet', async () => {
    const pdf = await openPdf(browser, await paper.publishPdf());
    const panel = await panelOf(browser);
    await reference(panel, rulingCited).getByRole('button').press('Enter');
    await expect.poll(() => isShown(pdf, rulingCited)).toBe(true);
  });
});
