/**
 * What a long PDF costs in our viewer: `node test/bench/viewer.ts`.
 *
 * Prints for a short report and a long one how long it takes until its first page is drawn and until its text
 * has been read, how many pages are drawn by then and after going through it, and what memory that takes.
 * Options: `--pages=N` (500).
 */

import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { generatedPdf } from '../helpers/generated-pdf.ts';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '500' } } });
/** Pages of the report that the long one is compared with. */
const few = 5;

const browser = await launchChromium({ extensionPath: builtExtension('chrome') });
try {
  const own = await workOffline(browser);
  const short = await measure(browser, own, few);
  const long = await measure(browser, own, Number(values.pages));
  console.log(
    `The long one takes ${(long.drawnMs / short.drawnMs).toFixed(1)} times as long to its first page, ` +
      `and ${(long.heapMb / short.heapMb).toFixed(1)} times the memory.`,
  );
} finally {
  await browser.close();
}

async function measure(
  { extensionUrl, context }: ChromiumWithExtension,
  own: Page,
  pages: number,
): Promise<{ drawnMs: number; heapMb: number }> {
  const page = await context.newPage();
  await page.goto(extensionUrl('viewer.html'));
  const file = { name: `rapport-${pages}.pdf`, mimeType: 'application/pdf', buffer: generatedPdf(pages) };
  await page.setInputFiles('input[type=file]', file);
  await page.waitForURL(/\?id=/u);
  // The second time: what is measured is opening, not choosing a file.
  await page.reload({ waitUntil: 'commit' });
  await page.locator('[data-page-number="1"] .textLayer span').first().waitFor();
  const drawnMs = await page.evaluate(() => performance.now());
  await page.waitForFunction(() => document.querySelector('waarborg-toolbar') !== null);
  const readMs = await page.evaluate(() => performance.now());
  const session = await context.newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
  };
  const heapMb = await heap();
  const canvases = () => page.locator('.pdfViewer canvas').count();
  const before = await canvases();
  for (const part of [0.25, 0.5, 0.75, 1]) await goTo(page, Math.ceil(part * pages));
  console.log(
    `${pages} pages: the first is drawn after ${Math.round(drawnMs)} ms, all text is read after ${Math.round(readMs)} ms; ` +
      `${before} pages drawn and ${heapMb.toFixed(1)} MB then, ${await canvases()} and ${(await heap()).toFixed(1)} MB after going through it`,
  );
  await page.close();
  await own.bringToFront();
  return { drawnMs, heapMb };
}

async function goTo(page: Page, number: number): Promise<void> {
  await page.locator('input.page').fill(String(number));
  await page.locator('input.page').press('Enter');
  await page.locator(`[data-page-number="${number}"] .textLayer span`).first().waitFor();
}
