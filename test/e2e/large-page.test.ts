import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBackground, workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { keepChanging, replaceNode, stopChanging } from '../helpers/changing-page.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { corpusFolder, sayThatCorpusIsMissing } from '../helpers/corpus.ts';
import { inPage } from '../helpers/in-page.ts';
import {
  drawAll,
  drawnWords,
  type KnownPassage,
  markupOf,
  pickKnownPassages,
  readDrawn,
  readText,
  savePassages,
  tabOf,
} from '../helpers/large-page.ts';
import { type ServedFolder, serveFolder } from '../helpers/serve-folder.ts';
import { readToolbar } from '../helpers/toolbar.ts';

/* A thousand passages in a page of a megabyte. How fast that goes is for `npm run bench`. */
const count = 1000;

let folder: string | undefined;
let served: ServedFolder;
let browser: ChromiumWithExtension;
let page: Page;
/** A page of the extension. */
let own: Page;
let known: KnownPassage[];
let before: string;
/** How many elements the browser styled in one go, each time, from the activation until all is drawn. */
let styled: number[];

/** Stands in for the real page where that is missing: as long, and no two sentences alike. */
function longPage(): string {
  const paragraphs = Array.from({ length: 4000 }, (_, number) => {
    const words = `Overweging ${number * 7919} verwijst naar artikel ${number} en naar <b>stuk ${number * 31}</b>,`;
    return `<p>${words} waarin onder nummer ${number * 104729} staat dat partij ${number} wordt gehoord.</p>`;
  });
  const chapters = Array.from({ length: 20 }, (_, at) => {
    return `<div id="hoofdstuk-${at}">${paragraphs.slice(at * 200, (at + 1) * 200).join('\n')}</div>`;
  });
  return `<!doctype html><title>Lang stuk</title>${chapters.join('\n')}`;
}

beforeAll(async () => {
  if (!corpusFolder) {
    sayThatCorpusIsMissing('A thousand passages are drawn in a made-up page');
    folder = await mkdtemp(path.join(tmpdir(), 'long-page-'));
    await writeFile(path.join(folder, 'eurlex-32016R0679.html'), longPage());
  }
  served = await serveFolder(folder ?? path.join(corpusFolder ?? '', 'pages'));
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  own = await workOffline(browser);
  const address = `${served.origin}/eurlex-32016R0679.html`;
  page = await browser.context.newPage();
  await page.goto(address);
  known = await pickKnownPassages(page, count);
  // Saving a thousand takes a minute, which is not what is tested here.
  await savePassages(own, address, known, 10);
  await browser.grantHost(served.origin);
  before = await markupOf(page);
  styled = await countStyled(page, async () => {
    await askBackground(own, 'activate-tab', { tab: await tabOf(own, address) });
    await page.waitForFunction(() => [...CSS.highlights].some(([, { size }]) => size > 0));
  });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe('a long page with a thousand passages', () => {
  it('shows every one of them at its own words, and nothing else', async () => {
    expect(known).toHaveLength(count);
    await expect.poll(async () => (await drawnWords(page)).length).toBe(count);
    const wanted = known.map(({ exact }) => exact);
    expect((await drawnWords(page)).toSorted()).toEqual(wanted.toSorted());
  });

  it('styles a page at rest for them part by part, and all of it', async () => {
    const count = await inPage(page, () => document.querySelectorAll('*').length);
    const most = Math.max(...styled);
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThan(count / 2);
    const unstyled = () =>
      inPage(page, () => {
        const isPlain = (element: Element) => {
          const { backgroundColor } = getComputedStyle(element, '::highlight(waarborg-helps)');
          return backgroundColor === 'rgba(0, 0, 0, 0)';
        };
        const added = document.createElement('p');
        document.body.append(added);
        const plain = [...document.body.querySelectorAll('*')].filter(isPlain);
        added.remove();
        return plain.map(({ outerHTML }) => outerHTML.slice(0, 80));
      });
    expect(await unstyled()).toEqual([]);
  });

  it('keeps its markup byte for byte', async () => {
    expect((await markupOf(page)) === before).toBe(true);
  });

  it('has those drawn that are near the window, in the very frame in which the page jumps there', async () => {
    const far = known[700]?.exact ?? '';
    expect(far).not.toBe('');
    const before = await readDrawn(page);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(count / 4);
    expect(before).not.toContain(far);
    expect(await inPage(page, jumpTo, far)).toContain(far);
    // And let go of again, by and by.
    await inPage(page, () => scrollTo(0, 0));
    await expect.poll(async () => (await readDrawn(page)).includes(far)).toBe(false);
    expect(await readDrawn(page)).toContain(before[0]);
  });

  it('draws one that comes near because the page closes up', async () => {
    const next = known[700]?.exact ?? '';
    await inPage(page, hideAllBefore, next);
    await expect.poll(async () => (await readDrawn(page)).includes(next)).toBe(true);
    await inPage(page, showAll);
    await expect.poll(async () => (await readDrawn(page)).includes(next)).toBe(false);
  });

  it('draws only the passage anew whose nodes are others, when the page changes', async () => {
    const replaced = known[500]?.exact ?? '';
    await drawAll(page);
    const size = await inPage(
      page,
      (words) => {
        const ranges = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]);
        (globalThis as unknown as World).drawn = new Set(ranges);
        const paragraph = document.createElement('p');
        paragraph.textContent = 'Een alinea die er eerst niet was, en die nu alles laat opschuiven.';
        document.body.prepend(paragraph);
        const node = ranges
          .map(({ startContainer }) => startContainer)
          .find((container) => container.textContent?.replace(/\s+/gu, ' ').includes(words)) as Text;
        node.replaceWith(node.data);
        return ranges.length;
      },
      replaced,
    );
    expect(size).toBe(count);
    const wanted = known.map(({ exact }) => exact).toSorted();
    await expect.poll(() => inPage(page, countDetached)).toBe(0);
    expect((await drawnWords(page)).toSorted()).toEqual(wanted);
    await drawAll(page);
    const drawnAnew = await inPage(page, () => {
      const { drawn } = globalThis as unknown as World;
      return [...CSS.highlights]
        .flatMap(([, highlight]) => [...highlight])
        .filter((range) => !drawn.has(range))
        .map((range) => range.startContainer.textContent?.replace(/\s+/gu, ' '));
    });
    // Other passages may stand in the same node.
    expect(drawnAnew.length).toBeGreaterThan(0);
    expect(drawnAnew.filter((text) => !text?.includes(replaced))).toEqual([]);
  });

  it('stays drawn and is found again while the page changes in every turn, and takes what is typed', async () => {
    const replaced = known[300]?.exact ?? '';
    await drawAll(page);
    await inPage(page, keepChanging, 0);
    await inPage(page, replaceNode, replaced);
    const [before, after] = ['Een notitie', ' die doorloopt.'];
    await page.keyboard.type(before);
    const wanted = known.map(({ exact }) => exact).toSorted();
    await expect
      .poll(async () => (await readDrawn(page)).toSorted().join('|') === wanted.join('|'), {
        timeout: 90_000,
      })
      .toBe(true);
    await page.keyboard.type(after);
    const { fewest, turns, typed } = await inPage(page, stopChanging);
    await inPage(page, () => dispatchEvent(new Event('afterprint')));
    expect(turns).toBeGreaterThan(0);
    // Those aside whose nodes are others, until they were found.
    expect(fewest).toBeGreaterThan(count - 10);
    expect(typed).toBe(before + after);
  });

  it('gives its text away in pieces, none of which takes a long task, and nothing of it is lost', async () => {
    await inPage(own, listenToAll);
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        const texts = [
          'Wat hier nu voor het eerst staat.',
          'Wat hier ook nog staat.',
          `x${'🙂'.repeat(300_000)} Dat is lang.`,
        ];
        const paragraphs = texts.map((text) => {
          const paragraph = document.createElement('p');
          paragraph.textContent = text;
          return paragraph;
        });
        document.body.prepend(...paragraphs);
      });
    });
    await page.reload();
    const heard = () => inPage(own, () => (globalThis as unknown as World).heard);
    await expect.poll(async () => (await heard())?.asked).toContain('anchor-quotes');
    const tab = await tabOf(own, page.url());
    let read = await inPage(own, readText, tab);
    // The page may have been read before it had the last of its paragraphs, and is read again.
    const isAllHeard = async () => {
      read = await inPage(own, readText, tab);
      return (await heard())?.text === read.text;
    };
    await expect.poll(isAllHeard).toBe(true);
    await page.bringToFront();
    await inPage(page, () => scrollTo(0, 0));
    await page.locator('p', { hasText: 'Wat hier nu voor het eerst staat' }).click({ clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    for (const key of ['1', 'a', '1', '+', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.type('Europese Unie');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await heard())?.asked).toContain('save-annotation');
    await expect.poll(() => inPage(own, readKeptTexts)).toEqual([read.text.length]);
    const { text, longest } = (await heard()) ?? {};
    expect(text === read.text).toBe(true);
    // Marks that JSON writes with two characters make a piece longer.
    expect(Math.max(longest ?? Infinity, read.longest)).toBeLessThan(300_000);
  });

  it('says of words that go while they are coded that they are gone, however long the page takes to be read', async () => {
    // What is selected while a passage is being saved is none of the toolbar's business.
    await expect.poll(async () => (await readToolbar(page)).choices).toEqual([]);
    const words = page.locator('p', { hasText: 'Wat hier ook nog staat' });
    await words.click({ clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    for (const key of ['1', 'a', '1', '+']) await page.keyboard.press(key);
    await words.evaluate((paragraph) => {
      paragraph.textContent = 'Hier staat nu iets heel anders.';
    });
    await page.keyboard.press('Enter');
    const told = async () => (await readToolbar(page)).text;
    // A thousand passages are looked for twice: in what the page shows now, and with this one.
    await expect.poll(told, { timeout: 90_000 }).toContain(taggingMessages.nl.savedAndLost);
  });
});

/** Hears in a page of the extension all that pages say to the background. */
function listenToAll(): void {
  const world = globalThis as unknown as World;
  const heard = { asked: [] as string[], text: '', longest: 0 };
  world.heard = heard;
  const { runtime } = world.chrome;
  const measure = (message: unknown) => {
    heard.longest = Math.max(heard.longest, JSON.stringify(message).length);
  };
  runtime.onMessage.addListener(measure);
  runtime.onConnect.addListener(({ onMessage }) => {
    let json = '';
    onMessage.addListener((message) => {
      measure(message);
      if (typeof message === 'string') json += message;
      else {
        heard.asked.push((message as { type: string }).type);
        const { text, rendition } = JSON.parse(json) as { text?: string; rendition?: { text: string } };
        heard.text = text ?? rendition?.text ?? '';
      }
    });
  });
}

/** The length of each text that waits to be sent. */
async function readKeptTexts(): Promise<number[]> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  const database = await done(
    indexedDB.open(names.find((name) => name.startsWith('waarborg-dossier')) ?? ''),
  );
  const texts = await done(database.transaction('texts').objectStore('texts').getAll());
  database.close();
  return texts.map(({ text }) => text.length);
}

/** How many elements are styled in one go while something is done, each time. */
async function countStyled(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const counts: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, args } of value as unknown as TraceEvent[]) {
      if (name === 'UpdateLayoutTree' && args?.elementCount !== undefined) counts.push(args.elementCount);
    }
  });
  const completed = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'devtools.timeline' });
  await work();
  await session.send('Tracing.end');
  await completed;
  await session.detach();
  return counts;
}

interface TraceEvent {
  readonly name: string;
  readonly args?: { readonly elementCount?: number };
}

/** Jumps to words; gives what is drawn before the next frame is painted, of what stands there. */
async function jumpTo(words: string): Promise<string[]> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isThere = () => walker.currentNode.textContent?.replace(/\s+/gu, ' ').includes(words);
  while (walker.nextNode()) if (isThere()) break;
  walker.currentNode.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return [...CSS.highlights]
    .flatMap(([, highlight]) => [...highlight])
    .map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString().replace(/\s+/gu, ' ');
    });
}

/** Takes the room away that everything before these words takes; the page has no other nodes or attributes by it. */
function hideAllBefore(words: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.textContent?.replace(/\s+/gu, ' ').includes(words)) break;
  const place = walker.currentNode.parentElement;
  const before = (place?.getBoundingClientRect().top ?? 0) + scrollY;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`body { margin-top: ${-before}px !important }`);
  document.adoptedStyleSheets.push(sheet);
}

function showAll(): void {
  document.adoptedStyleSheets.pop();
}

/** Passages that are drawn where nothing is any more. */
function countDetached(): number {
  const ranges = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]);
  return ranges.filter(({ startContainer }) => !startContainer.isConnected).length;
}

/** What comes in at a page of an extension. */
interface Hearing<L> {
  addListener(listener: (heard: L) => void): void;
}

interface World {
  drawn: Set<AbstractRange>;
  heard: { readonly asked: readonly string[]; readonly text: string; readonly longest: number } | undefined;
  readonly chrome: {
    readonly runtime: {
      readonly onMessage: Hearing<unknown>;
      readonly onConnect: Hearing<{ readonly onMessage: Hearing<unknown> }>;
    };
  };
}
