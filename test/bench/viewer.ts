/**
 * What a long PDF costs in our viewer: `node test/bench/viewer.ts`.
 *
 * Prints for a short report and a long one, opened in turns, how long it takes until its first page is drawn and
 * until its text has been read, how many pages are drawn by then and after going through it, and what memory that
 * takes. The times are those of a browser in which nothing is attached to the viewer but the clock. Options: `--pages=N` (500), `--runs=N` (5).
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { generatedPdf } from '../helpers/generated-pdf.ts';
import { median } from './statistics.ts';
import { launchUnattended } from './unattended-chromium.ts';
import { type NotesPaints, provideNoteOncePainted } from './watch-page.ts';

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '500' }, runs: { type: 'string', default: '5' } },
});
/** Pages of the report that the long one is compared with. */
const few = 5;

/** What the page itself notes, in ms since it began to open; a driver that asks would see it late. */
interface Opened {
  /** When the words of page 1 were there to be selected, and painted. */
  readonly drawnAt: number;
  /** When all text was read and the toolbar waited for a selection. */
  readonly readAt: number;
}

/** What the pages in view take. */
interface Taken {
  readonly heapMb: number;
  /** Pages that are drawn. */
  readonly canvases: number;
}

interface Report {
  readonly pages: number;
  /** Where the viewer shows it. */
  readonly address: string;
  /** As soon as its text is read. */
  readonly before: Taken;
  /** After going through it. */
  readonly after: Taken;
}

const extensionPath = builtExtension('chrome');
const profileDir = await mkdtemp(join(tmpdir(), 'viewer-profile-'));
try {
  const short = await chooseAndWalk(few);
  const long = await chooseAndWalk(Number(values.pages));
  const opened = await openInTurns([short, long], Number(values.runs));
  for (const report of [short, long]) print(report, opened.get(report) ?? []);
  const drawnAfter = (report: Report) => median((opened.get(report) ?? []).map(({ drawnAt }) => drawnAt));
  console.log(
    `The long one takes ${(drawnAfter(long) / drawnAfter(short)).toFixed(1)} times as long to its first page, ` +
      `and ${(long.before.heapMb / short.before.heapMb).toFixed(1)} times the memory.`,
  );
} finally {
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
}

/** Opens a report of so many pages from disk, reloads it, and goes through it in a driven browser. */
async function chooseAndWalk(pages: number): Promise<Report> {
  const browser = await launchChromium({ extensionPath, profileDir });
  try {
    const own = await workOffline(browser);
    const page = await browser.context.newPage();
    await page.goto(browser.extensionUrl('viewer.html'));
    const file = { name: `rapport-${pages}.pdf`, mimeType: 'application/pdf', buffer: generatedPdf(pages) };
    await page.setInputFiles('input[type=file]', file);
    await page.waitForURL(/\?id=/u);
    const address = page.url();
    await page.reload();
    await page.locator('waarborg-toolbar').waitFor({ state: 'attached' });
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
    };
    const canvases = () => page.locator('.pdfViewer canvas').count();
    const before = { heapMb: await heap(), canvases: await canvases() };
    for (const part of [0.25, 0.5, 0.75, 1]) await goTo(page, Math.ceil(part * pages));
    const after = { heapMb: await heap(), canvases: await canvases() };
    await own.close();
    return { pages, address, before, after };
  } finally {
    await browser.close();
  }
}

/** Opens each so many times in turns: what is measured is opening, not choosing a file. */
async function openInTurns(reports: readonly Report[], runs: number): Promise<Map<Report, Opened[]>> {
  const opened = new Map<Report, Opened[]>(reports.map((report) => [report, []]));
  const script = `(${provideNoteOncePainted})();(${notePaints})();`;
  const browser = await launchUnattended(extensionPath, profileDir);
  try {
    for (let run = 0; run < runs; run++) {
      for (const report of reports) {
        const tab = await browser.open(report.address, script);
        opened.get(report)?.push(await tab.waitFor('globalThis.readAt && { drawnAt, readAt }'));
        await tab.close();
      }
    }
  } finally {
    await browser.close();
  }
  return opened;
}

function notePaints(): void {
  const { noteOncePainted } = globalThis as unknown as NotesPaints;
  const isThere = (selector: string) => () => document.querySelector(selector) !== null;
  noteOncePainted('drawnAt', isThere('[data-page-number="1"] .textLayer span'));
  noteOncePainted('readAt', isThere('waarborg-toolbar'));
}

function print({ pages, before, after }: Report, opened: readonly Opened[]): void {
  const drawn = opened.map(({ drawnAt }) => drawnAt);
  console.log(
    `${pages} pages: the first is drawn after ${Math.round(median(drawn))} ms (median of ${drawn.length}; ` +
      `${drawn.map(Math.round).join(', ')}), all text is read after ${Math.round(median(opened.map(({ readAt }) => readAt)))} ms; ` +
      `${before.canvases} pages drawn and ${before.heapMb.toFixed(1)} MB then, ${after.canvases} and ${after.heapMb.toFixed(1)} MB after going through it`,
  );
}

async function goTo(page: Page, number: number): Promise<void> {
  await page.locator('input.page').fill(String(number));
  await page.locator('input.page').press('Enter');
  await page.locator(`[data-page-number="${number}"] .textLayer span`).first().waitFor();
}
