/**
 * What the extension costs a large page in real Chromium: `node test/bench/page.ts`.
 *
 * Prints tasks of the main thread over 50 ms without the extension and with it, how long it takes until
 * 1,000 passages are drawn, until the toolbar is there, and what is left when all is drawn.
 * Options: `--passages=N` (1000), `--runs=N` (3).
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { builtExtension } from '../helpers/built-extension.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { inPage } from '../helpers/in-page.ts';
import {
  askBackground,
  drawnWords,
  pickKnownPassages,
  savePassages,
  tabOf,
  workOffline,
} from '../helpers/large-page.ts';
import { serveFolder } from '../helpers/serve-folder.ts';
import { bringIntoView } from '../helpers/words-in-page.ts';
import { CORPUS, hasCorpus } from './corpus-texts.ts';

const { values } = parseArgs({
  options: { passages: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' } },
});
const name = 'eurlex-32016R0679.html';

if (hasCorpus()) await measure(Number(values.passages), Number(values.runs));
else console.log('The corpus is not there: there is no large page to measure.');

async function measure(passages: number, runs: number): Promise<void> {
  const served = await serveFolder(`${CORPUS}/pages`);
  const browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  try {
    const own = await workOffline(browser);
    const open = async () => {
      const page = await browser.context.newPage();
      await page.addInitScript(watchLongTasks);
      await page.goto(`${served.origin}/${name}`);
      await untilIdle(page);
      return page;
    };
    const plain = await open();
    const known = await pickKnownPassages(plain, passages);
    // The same look around as below, without us.
    await inPage(plain, forgetTasks);
    await untilIdle(plain);
    console.log(`Without the extension: ${describeTasks(await inPage(plain, longTasks))}`);
    await savePassages(own, `${served.origin}/${name}`, known);
    await plain.close();
    for (let run = 1; run <= runs; run += 1) {
      // Loaded before the site is allowed, or allowed and loaded: the page is at rest before we begin.
      const page = await open();
      if (run === 1) await browser.grantHost(served.origin);
      await page.bringToFront();
      await printRun(own, page, `${served.origin}/${name}`, known[10]?.exact ?? '', run);
      await page.close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Activates the extension in a page at rest and prints what happens. */
async function printRun(own: Page, page: Page, address: string, words: string, run: number): Promise<void> {
  const isRegistered = await inPage(page, () => document.querySelector('waarborg-toolbar') !== null);
  if (isRegistered) {
    await page.addInitScript(watchDrawing);
    await page.reload();
  } else {
    await inPage(page, forgetTasks);
    await inPage(page, watchDrawing);
    await askBackground(own, 'activate-tab', { tab: await tabOf(own, address) });
  }
  await page.waitForFunction(() => (globalThis as unknown as World).drawnAt !== undefined);
  await untilIdle(page);
  const drawn = await drawnWords(page);
  const { startedAt, drawnAt } = await inPage(page, () => {
    const world = globalThis as unknown as World;
    return { startedAt: world.startedAt, drawnAt: world.drawnAt ?? Number.NaN };
  });
  const way = isRegistered ? 'while it loads' : 'at rest';
  console.log(
    `Run ${run}, activated ${way}: ${drawn.length} passages drawn after ${Math.round(drawnAt - startedAt)} ms`,
  );
  console.log(`  ${describeTasks(await inPage(page, longTasks))}`);
  await inPage(page, forgetTasks);
  await printToolbar(page, words);
  await printIdle(page);
}

async function printToolbar(page: Page, words: string): Promise<void> {
  const { from, to } = await bringIntoView(page, words, 'body');
  await untilIdle(page);
  await inPage(page, watchToolbar);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await page.waitForFunction(() => (globalThis as unknown as World).offeredAt !== undefined);
  const ms = await inPage(page, () => {
    const { offeredAt = 0, releasedAt = 0 } = globalThis as unknown as World;
    return offeredAt - releasedAt;
  });
  console.log(
    `  toolbar ${ms.toFixed(1)} ms after the selection; ${describeTasks(await inPage(page, longTasks))}`,
  );
}

/** What the page's process does while nobody does anything. */
async function printIdle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name: key, value }) => [key, value]));
  };
  await untilIdle(page);
  const before = await read();
  await untilIdle(page);
  const after = await read();
  const more = (key: string) => (after.get(key) ?? 0) - (before.get(key) ?? 0);
  console.log(
    `  idle: ${(1000 * more('ScriptDuration')).toFixed(1)} ms of script in ${more('Timestamp').toFixed(1)} s, ` +
      `${more('LayoutCount')} layouts, ${more('RecalcStyleCount')} style recalculations`,
  );
}

interface World {
  tasks: { start: number; ms: number }[];
  startedAt: number;
  drawnAt?: number;
  releasedAt?: number;
  offeredAt?: number;
}

function watchLongTasks(): void {
  const world = globalThis as unknown as World;
  world.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      world.tasks.push({ start: startTime, ms: duration });
    }
  }).observe({ type: 'longtask', buffered: true });
}

function forgetTasks(): void {
  (globalThis as unknown as World).tasks = [];
}

function longTasks(): number[] {
  return (globalThis as unknown as World).tasks.map(({ ms }) => Math.round(ms));
}

function watchDrawing(): void {
  const world = globalThis as unknown as World;
  world.startedAt = performance.now();
  let before = 0;
  const look = () => {
    const size = [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0);
    // All are drawn in one turn: a number that stays is all there is.
    if (size > 0 && size === before) world.drawnAt ??= performance.now();
    else requestAnimationFrame(look);
    before = size;
  };
  requestAnimationFrame(look);
}

function watchToolbar(): void {
  const world = globalThis as unknown as World;
  delete world.offeredAt;
  addEventListener(
    'pointerup',
    () => {
      world.releasedAt = performance.now();
      const look = () => {
        if (CSS.highlights.get('waarborg-selected')?.size) world.offeredAt = performance.now();
        else requestAnimationFrame(look);
      };
      look();
    },
    { capture: true, once: true },
  );
}

function describeTasks(tasks: readonly number[]): string {
  return tasks.length === 0
    ? 'no task over 50 ms'
    : `${tasks.length} tasks over 50 ms: ${tasks.join(', ')} ms`;
}

/** Until the page has had nothing to do for a second. */
async function untilIdle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quietSince = performance.now();
        const look = (deadline: IdleDeadline) => {
          if (deadline.timeRemaining() < 5) quietSince = performance.now();
          if (performance.now() - quietSince > 1_000) resolve();
          else requestIdleCallback(look);
        };
        requestIdleCallback(look);
      }),
  );
}
