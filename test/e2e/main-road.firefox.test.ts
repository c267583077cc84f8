import { extensionMessages } from '@waarborg/shared/messages/extension';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { passageMessages } from '@waarborg/shared/messages/passage';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { connectFirefox } from '../helpers/connect-extension.ts';
import {
  type DocumentUnderTest,
  documentsUnderTest,
  type PassageUnderTest,
  serveDocumentsUnderTest,
} from '../helpers/documents-under-test.ts';
import { expectDrawn, pagesDrawn, untilOffered, untilTarget } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { type FirefoxWithExtension, launchFirefox } from '../helpers/firefox.ts';
import { inPage } from '../helpers/in-page.ts';
import {
  chooseBySearch,
  expectListed,
  openPdf,
  openTab,
  reloadOwnPage,
  searchInPdf,
  textOf,
  textsOf,
} from '../helpers/review-firefox.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import type { ServedFolder } from '../helpers/serve-folder.ts';
import { bringIntoView, selectWords, skeletonOf } from '../helpers/words-in-page.ts';

/*
 * The road of `main-road.test.ts` in Firefox, for one web page and one PDF.
 */

const [paper] = documentsUnderTest;
// Of one that says who speaks in it, so that the toolbar asks nothing.
const pdf = documentsUnderTest.find(({ form, speaker }) => form === 'pdf' && !speaker);
if (!paper || !pdf) throw new Error('there is no paper to test with');

let server: RunningServer;
let papers: ServedFolder;
let firefox: FirefoxWithExtension;

beforeAll(async () => {
  [server, papers] = await Promise.all([startServer(), serveDocumentsUnderTest()]);
  firefox = await launchFirefox({ extensionPath: builtExtension('firefox') });
  await connectFirefox(firefox, { server: server.address, dossier: dossier.title, site: '127.0.0.1' });
});

afterAll(async () => {
  await firefox?.close();
  await papers?.close();
  await server?.close();
});

describe('a passage in Firefox', () => {
  it.each([paper, pdf])('of $name ($form) goes into the matrix and is found back', async (document) => {
    const { passage, form, path } = document;
    const isPdf = form === 'pdf';
    const root = isPdf ? '.textLayer' : 'body';
    const matrix = await openTab(firefox, `${server.address}/dossiers/${dossier.slug}`);
    const before = await countIn(matrix, passage);
    const page = await open(document);
    const panel = await firefox.sidePanel();

    await selectWords(page, passage.words, root);
    await untilOffered(page, passage.words);
    await chooseBySearch(page, passage);
    await expectDrawn(page, passage, root);
    await expectListed(panel, passage);
    const pages = await pagesDrawn(page, passage.words);
    expect(pages).toHaveLength(isPdf ? 1 : 0);

    await (isPdf ? reloadOwnPage(page) : page.reload());
    await expectDrawn(page, passage, root);
    await expectListed(panel, passage);
    expect(await pagesDrawn(page, passage.words)).toEqual(pages);

    await expect.poll(() => textOf(panel, '.status')).toContain('Alles is verstuurd.');
    await page.close();
    await matrix.bringToFront();
    await matrix.reload();
    await expect.poll(() => countIn(matrix, passage)).toBe(before + 1);

    await matrix.click(cellOf(passage));
    const link = await linkOfPassage(matrix, passage);
    expect([...link.matchAll(/&page=(\d+)$/gu)].map(([, number]) => Number(number))).toEqual(pages);
    await matrix.click(`.wb-cell-panel .wb-passage-foot a[href="${link}"]`);
    const source = await firefox.waitForPage(
      isPdf ? firefox.extensionUrl('viewer.html?id=') : `${papers.origin}${path}#waarborg=`,
    );
    await untilTarget(source, passage.words);
    await expectDrawn(source, passage, root);
    expect(await pagesDrawn(source, passage.words)).toEqual(pages);
    for (const opened of [source, matrix]) await opened.close();
  });
});

describe('the other ways to a passage in Firefox', () => {
  const uncoded =
    'De inspectie verwacht dat het schrappen van het voornemen het herstel van fouten niet overbodig maakt';
  let page: Page;
  const entries = async () => (await textsOf(await firefox.sidePanel(), '#passages-title'))[0];
  /** How many passages the panel lists, once it has read those of this page and not of the one before. */
  const countEntries = async () => {
    const title = async () => textOf(await firefox.sidePanel(), '#document-title');
    await expect.poll(title).toContain('Brief Inspectie Justitie en Veiligheid');
    await expect.poll(entries).toMatch(/\d/u);
    return Number(/\d+/u.exec((await entries()) ?? '')?.[0]);
  };

  it('lead through the context menu on what is selected', async () => {
    page = await openTab(firefox, `${server.address}/voorbeeld/brief-inspectie.html`);
    await firefox.clickAction(page);
    await selectWords(page, uncoded, 'main');
    await untilOffered(page, uncoded);
    await page.keyboard.press('Escape');
    const before = await countEntries();
    const { from, to } = await bringIntoView(page, uncoded, 'main');
    await page.mouse.click((from.x + Math.max(from.x + 40, to.x)) / 2, from.y, { button: 'right' });
    await firefox.chooseFromContextMenu(extensionMessages.nl['menu.code-selection']);
    await expect.poll(() => hasFocus(page)).toBe(true);
    await chooseBySearch(page, paper.passage);
    await expect.poll(entries).toBe(panelMessages.nl.passages(before + 1));
  });

  it('lead through the text by arrow keys, which a shortcut starts', async () => {
    const before = await countEntries();
    await page.bringToFront();
    await expect.poll(() => selectedIn(page)).toBe('');
    await firefox.pressShortcut('K');
    await expect.poll(() => selectedIn(page)).not.toBe('');
    const first = await selectedIn(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => selectedIn(page)).not.toBe(first);
    await page.keyboard.press('Enter');
    await chooseBySearch(page, paper.passage);
    await expect.poll(entries).toBe(panelMessages.nl.passages(before + 1));
  });

  it('are told of where a page keeps every key for itself', async () => {
    const closed = await openTab(firefox, `${server.address}/voorbeeld/brief-inspectie.html`);
    await inPage(closed, () => {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }
    });
    await firefox.clickAction(closed);
    await selectWords(closed, uncoded, 'main');
    await untilOffered(closed, uncoded);
    // Words stand at the foot of the window, which this test cannot read.
    const saidAtFoot = () =>
      inPage(closed, () => document.elementFromPoint(innerWidth / 2, innerHeight - 35)?.localName);
    expect(await saidAtFoot()).not.toBe('waarborg-toolbar');
    await closed.keyboard.press('1');
    await closed.keyboard.press('1');
    await expect.poll(saidAtFoot).toBe('waarborg-toolbar');
    await closed.close();
  });
});

describe('the panel in Firefox', () => {
  const suggestions = 'li.suggestion';
  const code = `${suggestions} .entry-actions button`;
  let panel: Page;
  const count = async (selector: string) => (await textsOf(panel, selector)).length;

  it('suggests passages, of which keys dismiss one, bring it back and open the toolbar', async () => {
    const page = await openTab(firefox, `${server.address}/voorbeeld/brief-inspectie.html`);
    await firefox.clickAction(page);
    panel = await firefox.sidePanel();
    const open = async () => {
      if ((await count('.suggestions[open]')) === 0) await press('.suggestions > summary', 'Enter');
      return count(suggestions);
    };
    // Again where the panel was still about the page before.
    await expect.poll(open).toBeGreaterThan(1);
    // The list is made anew when the codings of the dossier come: what is dismissed is what has the focus then.
    const dismissed = await press(code, 'Delete');
    await expect.poll(() => inPage(panel, keysOf, suggestions)).not.toContain(dismissed);
    await press(code, 'z');
    await expect.poll(() => inPage(panel, keysOf, suggestions)).toContain(dismissed);
    const opened = await press(code, 'Enter');
    // It stays in the list until it is coded.
    const [quote = ''] = await textsOf(panel, `[data-key="${opened}"] .wb-quote`);
    expect(quote).not.toBe('');
    await expect.poll(async () => skeletonOf(await selectedIn(page))).toBe(skeletonOf(quote));
    await expect.poll(() => hasFocus(page)).toBe(true);
    await page.bringToFront();
    await page.keyboard.press('Enter');
    await expect.poll(() => textsOf(panel, `${suggestions} .wb-quote`)).not.toContain(quote);
    await expect.poll(() => textsOf(panel, 'li.entry:not(.suggestion) .wb-quote')).toContain(quote);
  });

  it('links passages, found by their words, and takes a link away', async () => {
    await press(`li.entry button[aria-label^="${passageMessages.nl.linkPassage('')}"]`, 'Enter');
    await expect.poll(() => count('.found-passages button')).toBeGreaterThan(0);
    const before = await count('.ties li');
    await press('.found-passages button', 'Enter');
    await expect.poll(() => count('.ties li')).toBeGreaterThan(before);
    const linked = await count('.ties li');
    await press(`.ties button[aria-label^="${passageMessages.nl.unlinkOf('')}"]`, 'Enter');
    await expect.poll(() => count('.ties li')).toBeLessThan(linked);
  });

  /**
   * Focuses something in the panel and gives it a key: the keyboard of Firefox' driver does not reach a sidebar. Gives
   * the key of the row in a list that it is in.
   */
  async function press(selector: string, key: string): Promise<string | undefined> {
    await expect.poll(() => count(selector)).toBeGreaterThan(0);
    return inPage(panel, giveKey, { selector, key });
  }
});

describe('a site that the reviewer does not allow in Firefox', () => {
  const [, other] = documentsUnderTest.filter(({ form }) => form === 'html');
  const alerts = async () => textsOf(await firefox.sidePanel(), '[role="alert"]');
  let welcome: Page;

  it('has its PDF left where it is, and the panel says why and asks again', async () => {
    const page = await openTab(firefox, papers.localhostOrigin + pdf.path);
    await firefox.clickAction(page);
    for (const press of [() => firefox.sidePanel(), allowInPanel]) {
      await press();
      await firefox.answerPermissionRequest('deny');
      await expect.poll(alerts).toEqual([extensionMessages.nl['tab.needs-permission']]);
      expect(page.url()).toBe(papers.localhostOrigin + pdf.path);
    }
    await page.close();
  });

  it('has a PDF that a link leads to not opened, which the new tab says', async () => {
    const page = await openTab(firefox, `${server.address}/voorbeeld/brief-inspectie.html`);
    await inPage(page, addLink, papers.localhostOrigin + pdf.path);
    await page.click('#to-pdf', { button: 'right' });
    await firefox.chooseFromContextMenu(extensionMessages.nl['menu.open-pdf']);
    await firefox.answerPermissionRequest('deny');
    const viewer = await firefox.waitForPage(firefox.extensionUrl('viewer.html?trouble='));
    await expect
      .poll(() => textsOf(viewer, '[role="alert"]'))
      .toContain(extensionMessages.nl['tab.needs-permission']);
    for (const tab of [viewer, page]) await tab.close();
  });

  it('stays typed on the welcome page, for who allows it after all', async () => {
    welcome = await firefox.openExtensionPage('welcome.html');
    await welcome.waitForSelector('#site');
    await welcome.click('#site');
    await welcome.keyboard.type('localhost');
    for (const [answer, said] of [
      ['deny', welcomeMessages.nl.siteRefused('localhost')],
      ['allow', welcomeMessages.nl.siteAllowed('localhost')],
    ] as const) {
      await welcome.keyboard.press('Enter');
      await firefox.answerPermissionRequest(answer);
      await expect.poll(() => textsOf(welcome, '[role="status"]')).toContain(said);
    }
  });

  it('and that was allowed while its page was read: a click on the button lets go on, and nothing is lost', async () => {
    if (!other) throw new Error('there is no second page to test with');
    const page = await openTab(firefox, papers.localhostOrigin + other.path);
    await page.waitForSelector('waarborg-toolbar');
    await welcome.bringToFront();
    await welcome.click(`button[aria-label="${welcomeMessages.nl.withdrawSite('localhost')}"]`);
    await expect
      .poll(() => textsOf(welcome, '[role="status"]'))
      .toContain(welcomeMessages.nl.siteWithdrawn('localhost'));
    await page.bringToFront();
    await selectWords(page, other.passage.words, 'body');
    await expect.poll(alerts).toEqual([extensionMessages.nl['tab.site-withdrawn']]);
    await firefox.clickAction(page);
    await expect.poll(alerts).toEqual([]);
    await selectWords(page, other.passage.words, 'body');
    await untilOffered(page, other.passage.words);
    await chooseBySearch(page, paper.passage);
    await expectDrawn(page, { ...paper.passage, words: other.passage.words }, 'body');
    await expect
      .poll(async () => textOf(await firefox.sidePanel(), '.status'))
      .toContain('Alles is verstuurd.');
  });

  async function allowInPanel(): Promise<void> {
    await (await firefox.sidePanel()).click('.empty button.primary');
  }
});

function addLink(address: string): void {
  const link = document.createElement('a');
  link.id = 'to-pdf';
  link.href = address;
  link.textContent = 'Bijlage';
  document.body.prepend(link);
}

function keysOf(selector: string): (string | undefined)[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => dataset.key);
}

function giveKey({ selector, key }: { selector: string; key: string }): string | undefined {
  const element = document.querySelector<HTMLElement>(selector);
  const row = element?.closest<HTMLElement>('[data-key]')?.dataset.key;
  element?.focus();
  const isLeft = element?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
  if (isLeft && key === 'Enter') element?.click();
  return row;
}

/** Whether the toolbar has the focus of a page: what is typed before is the page's. */
function hasFocus(page: Page): Promise<boolean> {
  return inPage(page, () => document.activeElement?.localName === 'waarborg-toolbar');
}

/** The words that are marked as selected. */
function selectedIn(page: Page): Promise<string> {
  return inPage(page, () =>
    [...(CSS.highlights.get('waarborg-selected') ?? [])]
      .map((piece) => {
        const range = document.createRange();
        range.setStart(piece.startContainer, piece.startOffset);
        range.setEnd(piece.endContainer, piece.endOffset);
        return range.toString();
      })
      .join(' '),
  );
}

/** Opens a paper as a reviewer does, with the panel beside it. */
async function open({ form, path, passage }: DocumentUnderTest): Promise<Page> {
  const address = papers.origin + path;
  if (form === 'pdf') {
    const viewer = await openPdf(firefox, address);
    await searchInPdf(viewer, passage.words);
    return viewer;
  }
  const page = await openTab(firefox, address);
  await firefox.clickAction(page);
  return page;
}

function cellOf({ safeguard, impact }: PassageUnderTest): string {
  return `a.wb-number[href*="row=${safeguard}&"][href$="column=${impact}"]`;
}

async function countIn(matrix: Page, passage: PassageUnderTest): Promise<number> {
  const cell = cellOf(passage);
  await matrix.waitForSelector(cell);
  return Number(await textOf(matrix, cell));
}

/** Where "Open in bron" of the passage in the open cell leads. */
async function linkOfPassage(matrix: Page, { words }: PassageUnderTest): Promise<string> {
  const quotes = async () => (await textsOf(matrix, '.wb-cell-panel .wb-quote')).map(skeletonOf);
  await expect.poll(quotes).toContain(skeletonOf(words));
  const links = await inPage(matrix, () =>
    [...document.querySelectorAll<HTMLAnchorElement>('.wb-cell-panel .wb-passage-foot a')].map(
      ({ href }) => href,
    ),
  );
  return links[(await quotes()).indexOf(skeletonOf(words))] ?? '';
}
