import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectChromium } from '../helpers/connect-extension.ts';
import {
  type DocumentUnderTest,
  documentsUnderTest,
  type PassageUnderTest,
  serveDocumentsUnderTest,
} from '../helpers/documents-under-test.ts';
import { expectDrawn, untilTarget } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import {
  codeByKeyboard,
  expectListed,
  nameSpeaker,
  openPage,
  openPdf,
  panelOf,
  searchInPdf,
} from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import type { ServedFolder } from '../helpers/serve-folder.ts';
import { selectWords, skeletonOf } from '../helpers/words-in-page.ts';

/*
 * The whole road of one passage, on real papers: marked with the mouse, coded by keyboard, kept
 * through a reload, counted in the matrix, and found back from there in its source.
 */

const mostKeys = 5;

let server: RunningServer;
let papers: ServedFolder;
let browser: ChromiumWithExtension;

beforeAll(async () => {
  [server, papers] = await Promise.all([startServer(), serveDocumentsUnderTest()]);
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connectChromium(browser, { server: server.address, dossier: dossier.title, site: '127.0.0.1' });
});

afterAll(async () => {
  await browser?.close();
  await papers?.close();
  await server?.close();
});

describe('a passage', () => {
  it.each(documentsUnderTest)('of $name ($form) goes into the matrix and is found back', async (document) => {
    const { passage, form, speaker } = document;
    const root = form === 'pdf' ? '.textLayer' : 'body';
    const countBefore = await readCount(passage);
    const page = await open(document);
    const panel = await panelOf(browser);

    await selectWords(page, passage.words, root);
    expect(await codeByKeyboard(page, passage)).toBeLessThanOrEqual(mostKeys);
    if (speaker) await nameSpeaker(page, speaker);
    await expectDrawn(page, passage, root);
    await expectListed(panel, passage);
    if (form === 'html') {
      expect(await ownWorldsOf(page)).toBe(1);
      expect(await markupOf(page)).toBe(await untouchedMarkup(document));
    }

    await page.reload();
    await expectDrawn(page, passage, root);
    await expectListed(panel, passage);

    await expect.poll(() => panel.locator('.status').textContent()).toContain('Alles is verstuurd.');
    const matrix = await openMatrix();
    await expect.poll(() => countIn(matrix, passage)).toBe(countBefore + 1);

    await cellIn(matrix, passage).click();
    const source = await openInSource(matrix, passage);
    if (form === 'pdf') await source.waitForURL(/\/viewer\.html/u);
    await untilTarget(source, passage.words);
    await expectDrawn(source, passage, root);
    for (const opened of [source, matrix, page]) await opened.close();
  });
});

/** Part E of the bill of the example, which nobody codes. */
const inBill: PassageUnderTest = {
  words:
    'Beroepen die tot eenzelfde groep behoren, worden zo veel mogelijk op dezelfde dag en door dezelfde zittingsplaats behandeld',
  safeguard: 'judicial-review',
  measure: 'restricted',
  impact: 'legal-protection',
  direction: 'unfavourable',
};

describe('the bill of the example', () => {
  it('is kept with the text that a browser shows, so that the first passage keeps no second one', async () => {
    const page = await openPage(browser, `${server.address}/voorbeeld/voorstel-van-wet.html`);
    const panel = await panelOf(browser);
    await selectWords(page, inBill.words, 'main');
    await codeByKeyboard(page, inBill);
    await expectListed(panel, inBill);
    await expect.poll(() => panel.locator('.status').textContent()).toContain('Alles is verstuurd.');

    const { token } = await server.createToken('lezer@example.org', dossier.slug);
    const ask = async (path: string) => {
      const headers = { Authorization: `Bearer ${token}` };
      return (await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${path}`, { headers })).json();
    };
    const { annotations } = await ask('/annotations?limit=500');
    const { document, rendition } = annotations.find(
      ({ source }: { source: string }) => source === page.url(),
    );
    const { renditions } = await ask(`/documents/${document}/renditions`);
    expect(renditions.map(({ id, source }: { id: string; source: string }) => [id, source])).toEqual([
      [rendition, page.url()],
    ]);
    await page.close();
  });
});

async function open({ form, path, passage }: DocumentUnderTest): Promise<Page> {
  if (form === 'html') return openPage(browser, papers.origin + path);
  const page = await openPdf(browser, papers.origin + path);
  await searchInPdf(page, passage.words);
  return page;
}

async function openMatrix(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.address}/dossiers/${dossier.slug}`);
  await page.locator('.wb-matrix').waitFor();
  return page;
}

function cellIn(matrix: Page, { safeguard, impact }: PassageUnderTest) {
  return matrix.locator(`a.wb-number[href*="row=${safeguard}&"][href$="column=${impact}"]`);
}

async function countIn(matrix: Page, passage: PassageUnderTest): Promise<number> {
  return Number(await cellIn(matrix, passage).textContent());
}

async function readCount(passage: PassageUnderTest): Promise<number> {
  const matrix = await openMatrix();
  const count = await countIn(matrix, passage);
  await matrix.close();
  return count;
}

/** Follows the link of a passage in the open cell; gives the tab in which it opens. */
async function openInSource(matrix: Page, { words }: PassageUnderTest): Promise<Page> {
  const passages = matrix.locator('.wb-cell-panel .wb-passage');
  // Its own quote and link come before those of what contradicts it.
  const readQuotes = () =>
    passages.evaluateAll((all) =>
      all.map((one) => one.querySelector<HTMLElement>('.wb-quote')?.innerText ?? ''),
    );
  const findPlace = async () => (await readQuotes()).map(skeletonOf).indexOf(skeletonOf(words));
  await expect.poll(findPlace).toBeGreaterThanOrEqual(0);
  const own = passages
    .nth(await findPlace())
    .getByRole('link', { name: 'Open in bron' })
    .first();
  const [opening] = await Promise.all([browser.context.waitForEvent('page'), own.click()]);
  return opening;
}

/** The page without our one element. */
function markupOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const own of copy.querySelectorAll('waarborg-toolbar')) own.remove();
    return copy.outerHTML;
  });
}

/** How many worlds of its own a page has in which scripts of the extension run. */
async function ownWorldsOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let worlds = 0;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds += 1;
  });
  await session.send('Runtime.enable');
  await session.detach();
  return worlds;
}

/** The same page under another name of this machine, on which the extension may not work: nothing of it is there. */
async function untouchedMarkup({ path }: DocumentUnderTest): Promise<string> {
  const page = await browser.context.newPage();
  await page.goto(papers.localhostOrigin + path);
  expect(await ownWorldsOf(page)).toBe(0);
  const left = () => [document.querySelector('waarborg-toolbar'), CSS.highlights.size];
  expect(await page.evaluate(left)).toEqual([null, 0]);
  const markup = await markupOf(page);
  await page.close();
  return markup;
}
