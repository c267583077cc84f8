/**
 * Takes the pictures of the README and the guide: the real server with its example dossier, the built extension
 * in real Chromium, the example's own papers. Writes PNG files to `docs/images`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { suggestionMessages } from '@waarborg/shared/messages/suggestions';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectChromium } from '../helpers/connect-extension.ts';
import { untilOffered } from '../helpers/drawn-passages.ts';
import { exampleDossier } from '../helpers/example-dossier.ts';
import { printToPdf } from '../helpers/print-to-pdf.ts';
import { codeByKeyboard, openPage, openPdf, panelOf, searchInPdf } from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { serveFolder } from '../helpers/serve-folder.ts';
import { readToolbar } from '../helpers/toolbar.ts';
import { selectWords } from '../helpers/words-in-page.ts';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const dossier = exampleDossier.title;

/** A sentence of the letter that the example leaves uncoded. */
const uncoded =
  'De inspectie verwacht dat het schrappen van het voornemen het herstel van fouten niet overbodig maakt';

const pictureFile = (name: string) => path.join(images, `${name}.png`);

async function takeMatrix(browser: ChromiumWithExtension, server: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1500, height: 1240 });
  await page.goto(`${server}/dossiers/voorbeeld`);
  await page.locator('.wb-total-all').waitFor();
  await page.screenshot({ path: pictureFile('matrix') });
  await page.goto(`${server}/dossiers/voorbeeld?row=voornemen&column=court-workload`);
  await page.locator('.wb-cell-panel .wb-passage').first().waitFor();
  await page.setViewportSize({ width: 1500, height: 960 });
  await page.screenshot({ path: pictureFile('cell') });
  await page.close();
}

/** Pages of the example dossier that show more than lists. */
const furtherPages = [
  ['comparison', '?to=2026-02&vs.from=2026-03', '.wb-matrix tfoot .wb-number'],
  ['pictures', 'grafieken', '.wb-drawing svg'],
  ['articles', 'artikelen', 'main table'],
  ['review', 'nakijken', 'main blockquote'],
  ['references', 'verwijzingen', '.wb-source'],
  ['documents', 'documenten', '.wb-documents'],
  ['codebook', 'codeboek', '.wb-concept'],
  ['exchange', 'uitwisselen', 'main h1'],
  ['search', 'zoeken?q=dwangsom', '.wb-result'],
  ['speakers', 'sprekers', '.wb-speaker'],
  ['history', 'geschiedenis', '.wb-result'],
  ['publish', 'publiceren', '.wb-publications'],
  ['members', 'leden', 'main table'],
  ['settings', 'instellingen', 'main form'],
] as const;

async function takeFurtherPages(browser: ChromiumWithExtension, server: string): Promise<void> {
  const page = await browser.context.newPage();
  for (const [name, part, content] of furtherPages) {
    // The articles that nobody coded stand far down, among those of which something is said.
    await page.setViewportSize({ width: 1280, height: name === 'articles' ? 1790 : 1000 });
    await page.goto(`${server}/dossiers/voorbeeld${part.startsWith('?') ? '' : '/'}${part}`);
    await page.locator(content).first().waitFor();
    await page.screenshot({ path: pictureFile(name) });
  }
  await page.close();
}

/** The pages of one's dossiers and one's account. */
async function takeOwnPages(browser: ChromiumWithExtension, server: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 1000 });
  for (const [name, part, content] of [
    ['dossiers', 'dossiers', 'main li'],
    ['account', 'account', 'main form'],
  ] as const) {
    await page.goto(`${server}/${part}`);
    await page.locator(content).first().waitFor();
    await page.screenshot({ path: pictureFile(name) });
  }
  await page.close();
}

/** A copy as who has the link reads it. */
async function takePublication(browser: ChromiumWithExtension, server: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${server}/dossiers/voorbeeld/publiceren`);
  await page.getByLabel(/^Alleen wat is geaccepteerd/u).check();
  await page.getByLabel('Titel', { exact: true }).fill('Wat de wet met waarborgen doet');
  await page.getByRole('button', { name: 'Publiceer', exact: true }).press('Enter');
  const copy = await page.locator('.wb-publication-link').first().getAttribute('href');
  await page.goto(server + new URL(copy ?? '').pathname);
  await page.locator('.wb-matrix').waitFor();
  await page.screenshot({ path: pictureFile('publication') });
  await page.close();
}

/** An outline with a heading, what a cell says and a text of one's own, made as a reader makes it. */
async function takeOutline(browser: ChromiumWithExtension, server: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${server}/dossiers/voorbeeld?row=voornemen&column=court-workload`);
  const toOutline = page.getByRole('button', { name: /^Naar opzet:/u });
  await toOutline.first().click();
  await page.getByText('Toegevoegd aan').waitFor();
  await page.getByRole('link', { name: 'Open de opzet' }).click();
  await page.locator('.wb-part-passage').waitFor();
  await page.getByRole('button', { name: 'Kop toevoegen' }).press('Enter');
  await page.getByLabel('Kop', { exact: true }).waitFor();
  await page.keyboard.type('Wat de rechter ervan merkt');
  await page.keyboard.press('Enter');
  const heading = page.locator('.wb-part', { hasText: 'Wat de rechter ervan merkt' });
  await heading.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByText('nu op plaats 1 van 2').waitFor();
  await page.getByRole('button', { name: 'Tekst toevoegen' }).press('Enter');
  await page.getByLabel('Tekst', { exact: true }).waitFor();
  await page.keyboard.type('Het voornemen haalt fouten eruit **voordat** er een rechter aan te pas komt.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.wb-part > p strong', { hasText: 'voordat' }).waitFor();
  await page.screenshot({ path: pictureFile('outline') });
  await page.close();
}

/** A page and the panel beside it as one picture, since the browser takes them apart. */
async function takeBeside(
  browser: ChromiumWithExtension,
  page: Page,
  panel: Page,
  name: string,
): Promise<void> {
  const shots = await Promise.all([page.screenshot(), panel.screenshot()]);
  const sources = shots.map((shot) => `data:image/png;base64,${shot.toString('base64')}`);
  const sheet = await browser.context.newPage();
  await sheet.setContent(
    // The room above the panel is that of the browser's own bar over it.
    '<!doctype html><body style="margin:0;display:flex;align-items:flex-end;gap:1px;background:#d9dee5"></body>',
  );
  await sheet.evaluate(async (addresses) => {
    for (const address of addresses) {
      const image = new Image();
      image.src = address;
      await image.decode();
      document.body.append(image);
    }
  }, sources);
  const size = await sheet.evaluate(() => ({
    width: document.body.scrollWidth,
    height: document.body.scrollHeight,
  }));
  await sheet.setViewportSize(size);
  await sheet.screenshot({ path: pictureFile(name), fullPage: true });
  await sheet.close();
}

/** Makes choices in the toolbar with the keys that it shows, and saves nothing. */
async function choose(
  page: Page,
  choices: readonly (readonly [row: string, label: string])[],
): Promise<void> {
  await untilOffered(page, uncoded);
  for (const [row, label] of choices) {
    const { choices: offered } = await readToolbar(page);
    const choice = offered.find((one) => one.row === row && one.label === label);
    if (!choice) throw new Error(`the toolbar does not offer ${label}: ${JSON.stringify(offered)}`);
    await page.keyboard.press(choice.key);
  }
}

async function takeLetter(browser: ChromiumWithExtension, server: string): Promise<void> {
  const page = await openPage(browser, `${server}/voorbeeld/brief-inspectie.html`);
  const panel = await panelOf(browser);
  await panel.locator('li.entry').first().waitFor();
  await selectWords(page, uncoded, 'main');
  await choose(page, [
    ['safeguard', 'Voornemen'],
    ['measure', 'afgeschaft'],
    ['impact', 'Werk rechtspraak'],
    ['direction', 'ongunstig'],
  ]);
  await page.screenshot({ path: pictureFile('toolbar') });
  await page.keyboard.press('Escape');
  await takeBeside(browser, page, panel, 'panel');
  await takeSuggestions(browser, page, panel);
  await page.close();
}

/** The first suggestion of the panel, pointed at in the page. */
async function takeSuggestions(browser: ChromiumWithExtension, page: Page, panel: Page): Promise<void> {
  await panel.locator('.suggestions > summary').press('Enter');
  const first = panel.locator('li.suggestion').first();
  await first.getByRole('button', { name: suggestionMessages.nl.showInText('') }).press('Enter');
  // The place stands out in another colour for a moment after it was gone to.
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('waarborg-target')?.size), { timeout: 10_000 })
    .toBe(0);
  await takeBeside(browser, page, panel, 'suggestions');
  await panel.locator('.suggestions > summary').press('Enter');
}

async function takeViewer(browser: ChromiumWithExtension, server: string, pdfs: string): Promise<void> {
  await writeFile(
    path.join(pdfs, 'brief-inspectie.pdf'),
    await printToPdf(`${server}/voorbeeld/brief-inspectie.html`),
  );
  const served = await serveFolder(pdfs);
  const page = await openPdf(browser, `${served.origin}/brief-inspectie.pdf`);
  const panel = await panelOf(browser);
  await searchInPdf(page, uncoded);
  await selectWords(page, uncoded, '.textLayer');
  await codeByKeyboard(page, {
    words: uncoded,
    safeguard: 'voornemen',
    measure: 'abolished',
    impact: 'court-workload',
    direction: 'unfavourable',
  });
  await panel.locator('li.entry').first().waitFor();
  await panel.locator('.status', { hasText: panelMessages.nl.allSent }).waitFor();
  await takeBeside(browser, page, panel, 'viewer');
  await page.close();
  await served.close();
}

describe('the pictures of the README and the guide', () => {
  let server: RunningServer;
  let browser: ChromiumWithExtension;

  beforeAll(async () => {
    await mkdir(images, { recursive: true });
    server = await startServer();
    browser = await launchChromium({ extensionPath: builtExtension('chrome') });
    await connectChromium(browser, { server: server.address, dossier, site: '127.0.0.1' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('show the matrix and a cell', () => takeMatrix(browser, server.address));
  it('show the other pages of a dossier', () => takeFurtherPages(browser, server.address));
  it('show the pages of a reader', () => takeOwnPages(browser, server.address));
  it('show a published copy', () => takePublication(browser, server.address));
  it('show an outline', () => takeOutline(browser, server.address));
  it('show the toolbar and the panel', () => takeLetter(browser, server.address));
  it('show a PDF in the viewer', () => takeViewer(browser, server.address, server.dataDir));
});
