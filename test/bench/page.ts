/**
 * What the extension costs a large page in real Chromium: `node test/bench/page.ts`.
 *
 * Prints tasks of the main thread over 50 ms without the extension and with it, the page's own and ours apart by a
 * trace, how long it takes until 1,000 passages are drawn and whether each is at its words – those whose places somebody
 * else counted, which are sought, and those that were marked in this page –, until the toolbar is there after a
 * selection and the passage after Enter, and what is left when all is done.
 * Options: `--passages=N` (1000), `--runs=N` (3).
 */

import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { askBackground, workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { inPage } from '../helpers/in-page.ts';
import {
  drawnWords,
  type KnownPassage,
  markupOf,
  pickKnownPassages,
  readText,
  savePassages,
  tabOf,
} from '../helpers/large-page.ts';
import { serveFolder } from '../helpers/serve-folder.ts';
import { bringIntoView } from '../helpers/words-in-page.ts';
import { CORPUS, hasCorpus } from './corpus-texts.ts';
import { describeLongest, type Task, traceTasks } from './trace-tasks.ts';
import {
  forgetTasks,
  longTasks,
  type World,
  watchDrawing,
  watchEnter,
  watchKeys,
  watchLongTasks,
  watchToolbar,
} from './watch-page.ts';

const { values } = parseArgs({
  options: { passages: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' } },
});
const name = 'eurlex-32016R0679.html';
/** How often words are selected for the times of the toolbar. */
const selections = 20;
/** Characters that are kept on either side of a passage. */
const contextLength = 32;

if (hasCorpus()) await measure(Number(values.passages), Number(values.runs));
else console.log('The corpus is not there: there is no large page to measure.');

async function measure(passages: number, runs: number): Promise<void> {
  const served = await serveFolder(`${CORPUS}/pages`);
  const address = `${served.origin}/${name}`;
  try {
    const { marked, markup } = await measureKnown(address, passages, runs);
    await measureMarkedHere(address, marked, markup, runs);
  } finally {
    await served.close();
  }
}

/**
 * Prints all that passages cost whose places were counted by somebody else; gives these passages as they would be marked
 * in the page, and the page's markup without us.
 */
async function measureKnown(
  address: string,
  passages: number,
  runs: number,
): Promise<{ marked: readonly KnownPassage[]; markup: string }> {
  const browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  try {
    const own = await workOffline(browser);
    const plain = await openAtRest(browser, address);
    const known = await pickKnownPassages(plain, passages);
    const markup = await markupOf(plain);
    // As below: who looks for passages in every frame has the page draw more often while it loads.
    await plain.addInitScript(watchDrawing);
    for (let run = 1; run <= runs; run += 1) {
      const tasks = await traceTasks(plain, () => reloaded(plain));
      console.log(`Loaded without the extension: ${describeLongest(tasks)}`);
    }
    // The same look around as below, without us.
    await inPage(plain, forgetTasks);
    await untilIdle(plain);
    console.log(`At rest without the extension: ${describeTasks(await inPage(plain, longTasks))}`);
    await savePassages(own, address, known);
    await plain.close();
    console.log('Passages whose places were counted in another way, all to be sought:');
    let marked: readonly KnownPassage[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const page = await openForRun(browser, address, run);
      await printActivation({ own, page, address, known, markup, run });
      await printIdle(page);
      await printToolbar(page, known);
      if (run === runs) {
        marked = await asMarkedHere(own, await tabOf(own, address), known);
        // Last of all, because it leaves one passage more than the next run expects.
        await printSaving(page, known);
        await printIdle(page);
      }
      await page.close();
    }
    return { marked, markup };
  } finally {
    await browser.close();
  }
}

/** Prints how long it takes until passages are drawn that were marked in this page by us. */
async function measureMarkedHere(
  address: string,
  known: readonly KnownPassage[],
  markup: string,
  runs: number,
): Promise<void> {
  const browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  try {
    const own = await workOffline(browser);
    await savePassages(own, address, known);
    console.log('Passages that were marked in this page as it is:');
    for (let run = 1; run <= runs; run += 1) {
      const page = await openForRun(browser, address, run);
      await printActivation({ own, page, address, known, markup, run });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** A page at rest in front: loaded before the site is allowed in the first run, and allowed and loaded in the others. */
async function openForRun(browser: ChromiumWithExtension, address: string, run: number): Promise<Page> {
  const page = await openAtRest(browser, address);
  if (run === 1) await browser.grantHost(new URL(address).origin);
  await page.bringToFront();
  return page;
}

/** A page that has been loaded, and has nothing to do. */
async function openAtRest(browser: ChromiumWithExtension, address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.addInitScript(watchLongTasks);
  await page.addInitScript(watchKeys);
  await page.goto(address);
  await untilIdle(page);
  return page;
}

/** The passages as they would be marked in the text that the page agent reads; each stands in it once. */
async function asMarkedHere(
  own: Page,
  tab: number,
  known: readonly KnownPassage[],
): Promise<readonly KnownPassage[]> {
  const { text } = await own.evaluate(readText, tab);
  return known.map((passage) => {
    // Space of every kind and amount is the same to a reader.
    const words = passage.exact.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replace(/ /gu, '\\s+');
    const found = new RegExp(words, 'u').exec(text);
    if (!found) throw new Error(`The text of the page lacks: ${passage.exact}`);
    const [exact] = found;
    const [start, end] = [found.index, found.index + exact.length];
    const prefix = text.slice(Math.max(0, start - contextLength), start);
    return { exact, prefix, suffix: text.slice(end, end + contextLength), start, end };
  });
}

interface Run {
  readonly own: Page;
  readonly page: Page;
  readonly address: string;
  readonly known: readonly KnownPassage[];
  /** Of the page before we came. */
  readonly markup: string;
  readonly run: number;
}

/** Activates the extension in a page at rest, or has it activated while the page loads, and prints what happens. */
async function printActivation({ own, page, address, known, markup, run }: Run): Promise<void> {
  const isRegistered = await inPage(page, () => document.querySelector('waarborg-toolbar') !== null);
  const tasks = await traceTasks(page, async () => {
    if (isRegistered) {
      await page.addInitScript(watchDrawing);
      await page.reload();
    } else {
      await inPage(page, watchDrawing);
      await askBackground(own, 'activate-tab', { tab: await tabOf(own, address) });
    }
    await page.waitForFunction(() => (globalThis as unknown as World).drawnAt !== undefined);
    await untilIdle(page);
  });
  const { startedAt, drawnAt } = await inPage(page, () => {
    const world = globalThis as unknown as World;
    return { startedAt: world.startedAt, drawnAt: world.drawnAt ?? Number.NaN };
  });
  const wanted = known.map(({ exact }) => exact.replace(/\s+/gu, ' ')).toSorted();
  const isRight = (await drawnWords(page)).toSorted().join('|') === wanted.join('|');
  const way = isRegistered ? 'while it loads' : 'at rest';
  // Without us a page at rest does nothing: what is done in it is ours, also what a trace says of no script.
  const ours = isRegistered ? tasks.filter(({ isOurs }) => isOurs) : tasks;
  console.log(
    `Run ${run}, activated ${way}: ${known.length} passages ${isRight ? 'all drawn at their words' : 'drawn WRONG'} ` +
      `after ${Math.round(drawnAt - startedAt)} ms; tasks of ours: ${describeLongest(ours)}; ` +
      `of the page: ${describeLongest(tasks.filter((task) => !ours.includes(task)))}; ` +
      `the page's markup is ${(await markupOf(page)) === markup ? 'what it was' : 'CHANGED'}`,
  );
}

/** What a selection costs. */
interface SelectionCost {
  /** From the release of the pointer until the frame with the toolbar has been drawn. */
  readonly shownMs: number;
  /** Work of the page's main thread meanwhile, whatever else the machine does. */
  readonly cpuMs: number;
}

/** What it takes until the toolbar is in the page: for the first selection, and for those after it. */
async function printToolbar(page: Page, known: readonly KnownPassage[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const costs: SelectionCost[] = [];
  const tasks = await traceTasks(page, async () => {
    for (let at = 0; at <= selections; at += 1) {
      const { exact } = known[Math.floor((at + 1) * (known.length / (selections + 2)))] as KnownPassage;
      costs.push(await timeToolbar(page, session, exact));
      await page.keyboard.press('Escape');
    }
  });
  await session.detach();
  const [first, ...later] = costs.map(({ shownMs }) => shownMs);
  const cpu = costs.slice(1).map(({ cpuMs }) => cpuMs);
  console.log(
    `  toolbar drawn after the end of a selection: the first ${first?.toFixed(1)} ms, then ${quantile(later, 0.5)} ms (median), ` +
      `${quantile(later, 0.95)} ms (p95), of which work ${quantile(cpu, 0.5)} ms (median), ${quantile(cpu, 0.95)} ms (p95); ${describeOurs(tasks)}`,
  );
}

async function timeToolbar(page: Page, session: CDPSession, words: string): Promise<SelectionCost> {
  const { from, to } = await bringIntoView(page, words, 'body');
  await inPage(page, watchToolbar);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  const before = await threadTimeOf(session);
  await page.mouse.up();
  await page.waitForFunction(() => (globalThis as unknown as World).offeredAt !== undefined);
  const cpuMs = (await threadTimeOf(session)) - before;
  const shownMs = await inPage(page, () => {
    const { offeredAt = 0, releasedAt = 0 } = globalThis as unknown as World;
    return offeredAt - releasedAt;
  });
  return { shownMs, cpuMs };
}

/** How long the main thread of a page has worked, in milliseconds. */
async function threadTimeOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name: key }) => key === 'ThreadTime')?.value ?? Number.NaN);
}

/** From Enter until the passage is drawn, in frames of the browser, and what the main thread does after it. */
async function printSaving(page: Page, known: readonly KnownPassage[]): Promise<void> {
  const { exact } = known.at(-1) as KnownPassage;
  // The words of a passage that is marked already can be marked again.
  const session = await page.context().newCDPSession(page);
  await timeToolbar(page, session, exact.slice(0, 30));
  const tasks = await traceTasks(page, async () => {
    for (const key of ['1', 'a', '1', '+']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    // Nobody knows who speaks: the toolbar asks.
    await page.keyboard.type('Europese Unie');
    await inPage(page, watchEnter);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (globalThis as unknown as World).framesToDraw !== undefined);
    await untilIdle(page);
  });
  const frames = await inPage(page, () => (globalThis as unknown as World).framesToDraw);
  console.log(
    `  drawn in frame ${frames} after Enter; from the first key until all was told: ${describeOurs(tasks)}`,
  );
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((one, other) => one - other);
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
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

/** Of the others some are of the bench, which looks for words in the whole page. */
function describeOurs(tasks: readonly Task[]): string {
  return `tasks of ours: ${describeLongest(tasks.filter(({ isOurs }) => isOurs))}`;
}

function describeTasks(tasks: readonly number[]): string {
  return tasks.length === 0
    ? 'no task over 50 ms'
    : `${tasks.length} tasks over 50 ms: ${tasks.join(', ')} ms`;
}

async function reloaded(page: Page): Promise<void> {
  await page.reload();
  await untilIdle(page);
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
