/**
 * What a long PDF costs in our viewer: `node test/bench/viewer.ts`.
 *
 * Prints for a short report and a long one, opened in turns, how long it takes until its first page is drawn and
 * until its text has been read, how many pages are drawn by then and after going through it, and what memory that
 * takes. Options: `--pages=N` (500), `--runs=N` (5).
 */

import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { generatedPdf } from '../helpers/generated-pdf.ts';
import { median } from './statistics.ts';
import { type NotesPaints, provideNoteOncePainted } from './watch-page.ts';

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '500' }, runs: { type: 'string', default: '5' } },
});
/** Pages of the report that the long one is compared with. */
const few = 5;

/** What the page itself notes, in ms since it began to open; a driver that asks would see it late. */
interface Noted {
  /** When the words of page 1 were there to be selected, and painted. */
  drawnAt?: number;
  /** When all text was read and the toolbar waited for a selection. */
  readAt?: number;
}

interface Opened {
  readonly drawnMs: number;
  readonly readMs: number;
}

const browser = await launchChromium({ extensionPath: builtExtension('chrome') });
try {
  const own = await workOffline(browser);
  const short = await choose(browser, few);
  const long = await choose(browser, Number(values.pages));
  const opened: Record<'short' | 'long', Opened[]> = { short: [], long: [] };
  for (let run = 0; run < Number(values.runs); run++) {
    opened.short.push(await open(short));
    opened.long.push(await open(long));
  }
  // Pages of the extension share their memory: each is looked at alone.
  for (const page of [short, long]) await page.close();
  const heapOfShort = await report(browser, few, opened.short);
  const heapOfLong = await report(browser, Number(values.pages), opened.long);
  const drawn = (all: readonly Opened[]) => median(all.map(({ drawnMs }) => drawnMs));
  console.log(
    `The long one takes ${(drawn(opened.long) / drawn(opened.short)).toFixed(1)} times as long to its first page, ` +
      `and ${(heapOfLong / heapOfShort).toFixed(1)} times the memory.`,
  );
  await own.close();
} finally {
  await browser.close();
}

/** Opens a report of so many pages for the first time, from disk. */
async function choose({ extensionUrl, context }: ChromiumWithExtension, pages: number): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(provideNoteOncePainted);
  await page.addInitScript(notePaints);
  await page.goto(extensionUrl('viewer.html'));
  const file = { name: `rapport-${pages}.pdf`, mimeType: 'application/pdf', buffer: generatedPdf(pages) };
  await page.setInputFiles('input[type=file]', file);
  await page.waitForURL(/\?id=/u);
  return page;
}

/** Opens it once more: what is measured is opening, not choosing a file. */
async function open(page: Page): Promise<Opened> {
  await page.bringToFront();
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => (globalThis as Noted).readAt !== undefined);
  const { drawnAt = Number.NaN, readAt = Number.NaN } = await page.evaluate(() => ({
    drawnAt: (globalThis as Noted).drawnAt,
    readAt: (globalThis as Noted).readAt,
  }));
  return { drawnMs: drawnAt, readMs: readAt };
}

function notePaints(): void {
  const { noteOncePainted } = globalThis as unknown as NotesPaints;
  const isThere = (selector: string) => () => document.querySelector(selector) !== null;
  noteOncePainted('drawnAt', isThere('[data-page-number="1"] .textLayer span'));
  noteOncePainted('readAt', isThere('waarborg-toolbar'));
}

/** Prints what was measured, goes through the report once more, and gives the MB that it took at first. */
async function report(
  browser: ChromiumWithExtension,
  pages: number,
  opened: readonly Opened[],
): Promise<number> {
  const page = await choose(browser, pages);
  await open(page);
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
  };
  const heapMb = await heap();
  const canvases = () => page.locator('.pdfViewer canvas').count();
  const before = await canvases();
  for (const part of [0.25, 0.5, 0.75, 1]) await goTo(page, Math.ceil(part * pages));
  const drawn = opened.map(({ drawnMs }) => drawnMs);
  console.log(
    `${pages} pages: the first is drawn after ${Math.round(median(drawn))} ms (median of ${drawn.length}; ` +
      `${drawn.map(Math.round).join(', ')}), all text is read after ${Math.round(median(opened.map(({ readMs }) => readMs)))} ms; ` +
      `${before} pages drawn and ${heapMb.toFixed(1)} MB then, ${await canvases()} and ${(await heap()).toFixed(1)} MB after going through it`,
  );
  await page.close();
  return heapMb;
}

async function goTo(page: Page, number: number): Promise<void> {
  await page.locator('input.page').fill(String(number));
  await page.locator('input.page').press('Enter');
  await page.locator(`[data-page-number="${number}"] .textLayer span`).first().waitFor();
}
