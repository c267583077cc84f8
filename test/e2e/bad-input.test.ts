import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@waarborg/server/database';
import { panelMessages } from '@waarborg/shared/messages/panel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectChromium } from '../helpers/connect-extension.ts';
import type { PassageUnderTest } from '../helpers/documents-under-test.ts';
import { drawnAt, expectDrawn } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { drawnInAll } from '../helpers/framed-page.ts';
import { page as htmlPage, picture, writeOddPapers } from '../helpers/odd-papers.ts';
import {
  codeByKeyboard,
  expectListed,
  holdSendNow,
  openPage,
  openPdf,
  panelOf,
  passageEntry,
} from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { type ServedFolder, serveFolder } from '../helpers/serve-folder.ts';
import { readToolbar } from '../helpers/toolbar.ts';
import { bringIntoView, selectWords, skeletonOf } from '../helpers/words-in-page.ts';

/*
 * What goes wrong is told in one Dutch sentence where the reviewer looks, and no coding is lost by it.
 */

let folder: string;
let server: RunningServer;
let papers: ServedFolder;
let browser: ChromiumWithExtension;
/** Of somebody else, who sees what the server has. */
let observer: string;

const connect = (isAgain = false) =>
  connectChromium(browser, { server: server.address, dossier: dossier.title, site: '127.0.0.1', isAgain });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odd-papers-'));
  await writeOddPapers(folder);
  [server, papers] = await Promise.all([startServer(), serveFolder(folder)]);
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connect();
  ({ token: observer } = await server.createToken('lezer@example.org', dossier.slug));
});

afterAll(async () => {
  await browser?.close();
  await papers?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a selection', () => {
  it('that ends in our own interface is not taken for the rest of the page', async () => {
    const { page } = await openPaper();
    await selectBetween(page, '.dots');
    await expectSaid(page, 'In deze selectie staan geen woorden.');
    const { from } = await bringIntoView(page, 'Aan de Kamer', 'body');
    const notice = await boxOf(page, '.dots');
    await drag(page, from, { x: notice.x + 40, y: notice.y + notice.height + 25 });
    await expectSaid(page, 'Deze selectie loopt door het venster van Waarborg.');
    expect((await readToolbar(page)).choices).toEqual([]);
    await page.close();
  });

  it('of nothing says what to select', async () => {
    const { page } = await openPaper();
    await selectBetween(page, 'img');
    await expectSaid(page, 'Selecteer eerst de woorden die u wilt coderen.');
    expect((await readToolbar(page)).choices).toEqual([]);
    await page.close();
  });

  it('of words that the page has only just shown is answered as soon as they are read', async () => {
    const { page, passage } = await openPaper();
    await selectWords(page, passage.words, 'body');
    await expect.poll(() => drawnInAll(page, 'selected')).toEqual([passage.words]);
    // Looked at before the pause is over that is given to a page that changes.
    await page.evaluate(() => {
      const shown = document.createElement('p');
      shown.textContent = 'De medische keuring vervalt.';
      document.querySelector('.dots')?.after(shown);
      getSelection()?.selectAllChildren(shown);
    });
    await expect.poll(() => drawnInAll(page, 'selected')).toEqual(['De medische keuring vervalt.']);
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    await page.close();
  });
});

describe('a document', () => {
  it('without text says so in the page and in the panel', async () => {
    const page = await openPage(browser, `${papers.origin}/without-text.html`);
    await expectSaid(page, 'Op deze pagina staat geen tekst die u kunt markeren.');
    const panel = await panelOf(browser);
    await expectAlert(panel, 'Deze pagina heeft geen tekst om te markeren.');
    await page.close();
  });

  it('that only calls itself a PDF is not opened, and the panel says why', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${papers.origin}/no-pdf.pdf`);
    await browser.clickAction(page);
    await expectAlert(await browser.sidePanel(), 'Dit adres geeft geen pdf.');
    expect(page.url()).toBe(`${papers.origin}/no-pdf.pdf`);
    await page.close();
  });

  it('at an address that is too long to keep says so, and not that there is no connection', async () => {
    const { page: paper, panel, passage } = await openPaper();
    await paper.close();
    const page = await openPage(browser, `${addressOf(passage)}?zoek=${'a'.repeat(4_000)}`);
    await selectWords(page, passage.words, 'body');
    await expectSaid(page, 'of een veel te lang adres');
    await expectAlert(panel, 'of een veel te lang adres');
    await page.close();
  });

  it("is none where the server's own pages are, a matrix of documents", async () => {
    const page = await openPage(browser, `${server.address}/dossiers/${dossier.slug}`);
    const panel = await browser.sidePanel();
    await expect.poll(() => panel.locator('main').innerText()).toContain(panelMessages.nl.ownPage);
    await page.close();
  });

  it('of five megabytes is marked like any other', async () => {
    const sentence = 'De aanvraag wordt binnen de termijn behandeld en de vreemdeling wordt gehoord. ';
    const { page, panel, passage } = await openPaper(`<p>${sentence.repeat(10)}</p>`.repeat(6_500));
    // Not by what looks through the whole page again and again.
    await page.locator('p').nth(1).click({ clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    for (const key of ['1', 'a', '1', '-', 'Enter']) await page.keyboard.press(key);
    await expectListed(panel, { ...passage, words: `${passage.words}.` });
    await page.close();
  });

  it('that its script writes anew is marked as before, and says that it was replaced', async () => {
    const { page, panel, passage } = await openPaper();
    await code(page, passage);
    await page.locator('p').first().click({ clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    await page.keyboard.press('1');
    await page.evaluate(() => {
      const { outerHTML } = document.body;
      document.open();
      document.write(outerHTML);
      document.close();
    });
    await expectSaid(page, 'De pagina is intussen vervangen.');
    await expectDrawn(page, passage, 'body');
    await page.locator('p').first().click({ clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    for (const key of ['1', 'a', '1', '-', 'Enter']) await page.keyboard.press(key);
    await expectListed(panel, { ...passage, words: 'Aan de Kamer' });
    await page.close();
  });

  it('that is a damaged PDF says so in the viewer', async () => {
    const page = await openPdf(browser, `${papers.origin}/damaged.pdf`);
    await expectAlert(page, 'Dit bestand is geen pdf, of het is beschadigd.');
    await page.close();
  });

  it('that is a scan is shown, with the reason why nothing can be marked in it', async () => {
    const page = await openPdf(browser, `${papers.origin}/scan.pdf`);
    await expect
      .poll(() => page.locator('#bar').textContent())
      .toContain('Deze pdf heeft geen bruikbare tekstlaag');
    await page.locator('.pdfViewer canvas').waitFor();
    await page.close();
  });
});

describe('a coding is not lost', () => {
  it('by a server that is down', async () => {
    const { page, panel, passage } = await openPaper();
    await server.stop('SIGKILL');
    await code(page, passage);
    await expectListed(panel, passage);
    await expectStatus(
      panel,
      /wijziging(?:en)? nog niet verstuurd: geen verbinding sinds \d\d:\d\d\. Niets gaat verloren\.$/u,
    );
    const entry = await passageEntry(panel, passage.words);
    await expect.poll(() => entry.textContent()).toContain('Nog niet verstuurd.');

    const sendNow = await holdSendNow(panel);
    await server.restart();
    await sendNow();
    await expectSentOnce(panel, passage);
    await page.close();
  });

  it.each([
    ['was revoked', revokeToken],
    ['has expired', expireTokens],
  ])('by a token that %s', async (_, spoil) => {
    const { page, panel, passage } = await openPaper();
    await spoil(panel);
    await code(page, passage);
    await expectStatus(
      panel,
      /^1 wijziging nog niet verstuurd: uw aanmelding is verlopen\. Niets gaat verloren\.$/u,
    );
    await panel.getByRole('button', { name: 'Opnieuw aanmelden' }).waitFor();

    await connect(true);
    await page.bringToFront();
    await expectSentOnce(panel, passage);
    await page.close();
  });

  it('by a dossier to which the reviewer has no access any more', async () => {
    const { page, panel, passage } = await openPaper();
    const giveBack = await takeMemberships();
    await code(page, passage);
    await expectStatus(
      panel,
      /^1 wijziging nog niet verstuurd: dit dossier is er niet meer, of u hebt er geen toegang meer toe\. Een eigenaar kan dat herstellen; dan wordt alles alsnog verstuurd\. Niets gaat verloren\.$/u,
    );
    await giveBack();
    // As when the network comes back: what waits is tried at once.
    await panel.evaluate(() => dispatchEvent(new Event('online')));
    await expectSentOnce(panel, passage);
    await page.close();
  });

  it('by closing the tab in the moment of saving', async () => {
    const { page, panel, passage } = await openPaper();
    await selectWords(page, passage.words, 'body');
    await codeByKeyboard(page, passage);
    await page.close();
    const again = await openPage(browser, addressOf(passage));
    await expectDrawn(again, passage, 'body');
    await expectSentOnce(panel, passage);
    await again.close();
  });

  it('by an end of the background in the moment of saving', async () => {
    const { page, panel, passage } = await openPaper();
    await selectWords(page, passage.words, 'body');
    await codeByKeyboard(page, passage);
    await browser.killServiceWorker();
    const isSaved = async () => (await drawnAt(page, passage.words)).some(({ name }) => name === 'helps');
    const isKept = async () => (await readToolbar(page)).text.includes('Uw keuzes staan hier nog');
    await expect.poll(async () => (await isSaved()) || (await isKept())).toBe(true);
    if (!(await isSaved())) await page.keyboard.press('Enter');
    await expectDrawn(page, passage, 'body');
    await expectSentOnce(panel, passage);
    await page.close();
  });
});

let paperCount = 0;

/** A paper of its own for each test, so that what one test codes is not there for another. */
async function openPaper(rest = ''): Promise<{ page: Page; panel: Page; passage: PassageUnderTest }> {
  paperCount += 1;
  const passage = {
    words: `Wet ${paperCount} schaft het voornemen af en dat schaadt de rechtsbescherming`,
    safeguard: 'voornemen',
    measure: 'abolished',
    impact: 'legal-protection',
    direction: 'unfavourable',
  } as const;
  const body = `<p>Aan de Kamer</p><p>${passage.words}.</p><p class="dots">— … —</p>${picture}${rest}`;
  await writeFile(path.join(folder, `paper-${paperCount}.html`), htmlPage(body));
  const page = await openPage(browser, addressOf(passage));
  return { page, panel: await panelOf(browser), passage };
}

function addressOf({ words }: PassageUnderTest): string {
  return `${papers.origin}/paper-${/\d+/u.exec(words)}.html`;
}

async function code(page: Page, passage: PassageUnderTest): Promise<void> {
  await selectWords(page, passage.words, 'body');
  await codeByKeyboard(page, passage);
  await expectDrawn(page, passage, 'body');
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return box;
}

/** Drags over an element, from left of it to right of it. */
async function selectBetween(page: Page, selector: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, selector);
  await drag(page, { x: x - 4, y: y + height / 2 }, { x: x + Math.min(width, 200) + 5, y: y + height / 2 });
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

async function expectSaid(page: Page, sentence: string): Promise<void> {
  await expect.poll(async () => (await readToolbar(page)).text).toContain(sentence);
}

async function expectAlert(page: Page, sentence: string): Promise<void> {
  await expect
    .poll(() => page.getByRole('alert').allTextContents())
    .toEqual([expect.stringContaining(sentence)]);
}

async function expectStatus(panel: Page, sentence: RegExp): Promise<void> {
  await expect.poll(() => panel.locator('.status > p').first().textContent()).toMatch(sentence);
}

/** Nothing waits any more, and the server has the passage, once. */
async function expectSentOnce(panel: Page, { words }: PassageUnderTest): Promise<void> {
  await expectStatus(panel, /^Alles is verstuurd\.$/u);
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}/annotations`, {
    headers: { Authorization: `Bearer ${observer}` },
  });
  const { annotations } = (await answer.json()) as { annotations: { ranges: { exact: string }[] }[] };
  const quotes = annotations.map(({ ranges }) => skeletonOf(ranges[0]?.exact ?? ''));
  expect(quotes.filter((quote) => quote === skeletonOf(words))).toHaveLength(1);
}

/** Ends the extension's token as an administrator does who has it. */
async function revokeToken(panel: Page): Promise<void> {
  const token = await panel.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('waarborg-account');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('account').objectStore('account').get('current');
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.dossiers[0].token);
          };
        };
      }),
  );
  const answer = await fetch(`${server.address}/api/v1/tokens/current`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(204);
}

async function usingDatabase<T>(
  use: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(path.join(server.dataDir, 'waarborg.sqlite'));
  return use(database).finally(() => database.destroy());
}

/** Lets all tokens of the extension expire. */
async function expireTokens(): Promise<void> {
  await usingDatabase((database) =>
    database
      .updateTable('token')
      .set({ expires: '2000-01-01T00:00:00.000Z' })
      .where('name', 'like', 'Chromium%')
      .execute(),
  );
}

/** Takes everybody's access to the dossier but the observer's; gives how to give it back. */
async function takeMemberships(): Promise<() => Promise<void>> {
  const taken = await usingDatabase(async (database) => {
    const observers = database.selectFrom('user').select('id').where('email', '=', 'lezer@example.org');
    const others = await database
      .selectFrom('membership')
      .selectAll()
      .where('user_id', 'not in', observers)
      .execute();
    await database.deleteFrom('membership').where('user_id', 'not in', observers).execute();
    return others;
  });
  return () =>
    usingDatabase(async (database) => {
      await database.insertInto('membership').values(taken).execute();
    });
}
