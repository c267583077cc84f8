/**
 * What the extension costs a large page in real Chromium: `node test/bench/page.ts`.
 *
 * Prints tasks of the main thread over 50 ms without the extension and with it, the page's own and ours apart by a
 * trace, how long it takes until 1,000 passages are drawn and whether each is at its words – those whose places somebody
 * else counted, which are sought, and those that were marked in this page –, until the toolbar is there after a
 * selection and the passage after Enter, what is left when all is done, and our tasks in a page that never comes to rest
 * while one types and scrolls in it.
 * Ends with an error when a passage is drawn elsewhere, or the page's own markup changed.
 * Options: `--passages=N` (1000), `--runs=N` (3).
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { CDPSession } from 'puppeteer-core';
import { allowSite, askBackground, workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { keepChanging, replaceNode, stopChanging } from '../helpers/changing-page.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { inPage } from '../helpers/in-page.ts';
import {
  drawnWords,
  type KnownPassage,
  markupOf,
  pickKnownPassages,
  readDrawn,
  readText,
  savePassages,
  tabOf,
} from '../helpers/large-page.ts';
import { serveFolder } from '../helpers/serve-folder.ts';
import { bringIntoView } from '../helpers/words-in-page.ts';
import { CORPUS, hasCorpus } from './corpus-texts.ts';
import { describeLongest, type Task, traceTasks } from './trace-tasks.ts';
import { launchUnattended, type UnattendedChromium, type UnattendedTab } from './unattended-chromium.ts';
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
/** Places at which the pointer is told of on its way over the words. */
const steps = 8;
/** Characters that are kept on either side of a passage. */
const contextLength = 32;
/** How often passages are found again in a page that never comes to rest. */
const findings = 3;
/** Between two changes of it, in milliseconds. */
const changePauseMs = 10;
const extensionPath = builtExtension('chrome');

if (hasCorpus()) await measure(Number(values.passages), Number(values.runs));
else console.log('The corpus is not there: there is no large page to measure.');

async function measure(passages: number, runs: number): Promise<void> {
  const served = await serveFolder(`${CORPUS}/pages`);
  const address = `${served.origin}/${name}`;
  const folder = await mkdtemp(join(tmpdir(), 'page-profiles-'));
  const [counted, marked] = [join(folder, 'counted'), join(folder, 'marked')];
  try {
    const known = await prepareCounted(counted, address, passages);
    const here = await prepareMarked(marked, address, known);
    await measureWithout(counted, address, runs);
    console.log('Passages whose places were counted in another way, all to be sought:');
    await measureRuns(counted, address, known, runs, true);
    console.log('Passages that were marked in this page as it is:');
    await measureRuns(marked, address, here, runs, false);
  } finally {
    await served.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What is done before anything is measured, in a browser that is driven: the profile keeps it. */
async function preparing<T>(
  profileDir: string,
  work: (browser: ChromiumWithExtension, own: Page) => Promise<T>,
): Promise<T> {
  const browser = await launchChromium({ extensionPath, profileDir });
  try {
    return await work(browser, await workOffline(browser));
  } finally {
    await browser.close();
  }
}

/** Saves passages whose places were counted by somebody else, and allows the site. */
function prepareCounted(profileDir: string, address: string, count: number): Promise<KnownPassage[]> {
  return preparing(profileDir, async (browser, own) => {
    const page = await browser.context.newPage();
    await page.goto(address);
    const known = await pickKnownPassages(page, count);
    await savePassages(own, address, known);
    await allowSite(browser, own, siteOf(address));
    return known;
  });
}

/** Without its port, as sites are allowed. */
function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
}

/** Saves the same passages as they would be marked in the page, and allows the site. */
function prepareMarked(
  profileDir: string,
  address: string,
  known: readonly KnownPassage[],
): Promise<readonly KnownPassage[]> {
  return preparing(profileDir, async (browser, own) => {
    await allowSite(browser, own, siteOf(address));
    const page = await browser.context.newPage();
    await page.goto(address);
    await page.locator('waarborg-toolbar').waitFor({ state: 'attached' });
    const here = await asMarkedHere(own, await tabOf(own, address), known);
    await savePassages(own, address, here);
    return here;
  });
}

/** A browser that nobody drives, with a page of the extension: see `UnattendedChromium`. */
interface Measured {
  readonly browser: UnattendedChromium;
  readonly own: UnattendedTab;
  readonly address: string;
  /** Scripts that run when a page of an allowed site is opened, as the extension registered them. */
  readonly registered: unknown;
}

async function measuring(
  profileDir: string,
  address: string,
  work: (measured: Measured) => Promise<void>,
): Promise<void> {
  const browser = await launchUnattended(extensionPath, profileDir);
  try {
    const own = await browser.open(`${browser.extensionOrigin}/manifest.json`, '');
    const registered = await inPage(own, unregister);
    await work({ browser, own, address, registered });
  } finally {
    await browser.close();
  }
}

/** What the page costs without us, for comparison. */
async function measureWithout(profileDir: string, address: string, runs: number): Promise<void> {
  await measuring(profileDir, address, async ({ browser }) => {
    // As below: who looks for passages in every frame has the page draw more often while it loads.
    const page = await browser.open(address, `(${watchLongTasks})();(${watchDrawing})();`);
    await untilIdle(page);
    for (let run = 1; run <= runs; run += 1) {
      const tasks = await traceTasks(browser.root, () => reloaded(page));
      console.log(`Loaded without the extension: ${describeLongest(tasks)}`);
    }
    // The same look around as below, without us.
    await inPage(page, forgetTasks);
    await untilIdle(page);
    console.log(`At rest without the extension: ${describeTasks(await inPage(page, longTasks))}`);
  });
}

/** Prints what passages cost: activated in a page at rest in the first run, and while it loads in the others. */
async function measureRuns(
  profileDir: string,
  address: string,
  known: readonly KnownPassage[],
  runs: number,
  isWhole: boolean,
): Promise<void> {
  await measuring(profileDir, address, async (measured) => {
    const plain = await openAtRest(measured);
    const markup = await markupOf(plain);
    await plain.close();
    for (let run = 1; run <= runs; run += 1) {
      const page = await openAtRest(measured);
      await printActivation({ ...measured, page, known, markup, run });
      if (isWhole) {
        await printIdle(page);
        await printToolbar(measured, page, known);
        // Last of all, because it leaves one passage more than the next run expects.
        if (run === runs) {
          await printSaving(measured, page, known);
          await printIdle(page);
        }
        await printChanging(measured, page);
      }
      await page.close();
    }
  });
}

/** A page without us that has been loaded, and has nothing to do. */
async function openAtRest({ browser, address }: Measured): Promise<UnattendedTab> {
  const page = await browser.open(address, `(${watchLongTasks})();(${watchKeys})();`);
  await untilIdle(page);
  return page;
}

interface ExtensionScripting {
  readonly chrome: {
    readonly scripting: {
      getRegisteredContentScripts(): Promise<readonly unknown[]>;
      unregisterContentScripts(): Promise<void>;
      registerContentScripts(scripts: unknown): Promise<void>;
    };
  };
}

/** Runs in a page of the extension: no page that is opened has us from now on. Gives what was registered. */
async function unregister(): Promise<unknown> {
  const { scripting } = (globalThis as unknown as ExtensionScripting).chrome;
  const scripts = await scripting.getRegisteredContentScripts();
  await scripting.unregisterContentScripts();
  return scripts;
}

/** Runs in a page of the extension. */
async function register(scripts: unknown): Promise<void> {
  await (globalThis as unknown as ExtensionScripting).chrome.scripting.registerContentScripts(scripts);
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

interface Run extends Measured {
  readonly page: UnattendedTab;
  readonly known: readonly KnownPassage[];
  /** Of the page before we came. */
  readonly markup: string;
  readonly run: number;
}

/** Activates the extension in a page at rest, or has it activated while the page loads, and prints what happens. */
async function printActivation(activation: Run): Promise<void> {
  const { browser, own, page, address, known, markup, run, registered } = activation;
  const isAtRest = run === 1;
  if (!isAtRest) await inPage(own, register, registered);
  const tasks = await traceTasks(browser.root, async () => {
    if (isAtRest) {
      await inPage(page, watchDrawing);
      await askBackground(own, 'activate-tab', { tab: await tabOf(own, address) });
    } else {
      await page.session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchDrawing})();` });
      await page.reload();
    }
    await page.waitFor('globalThis.drawnAt');
    await untilIdle(page);
  });
  if (!isAtRest) await inPage(own, unregister);
  const { startedAt, drawnAt } = await inPage(page, () => {
    const world = globalThis as unknown as World;
    return { startedAt: world.startedAt, drawnAt: world.drawnAt ?? Number.NaN };
  });
  const wanted = known.map(({ exact }) => exact.replace(/\s+/gu, ' ')).toSorted();
  const isRight = (await drawnWords(page)).toSorted().join('|') === wanted.join('|');
  const isUntouched = (await markupOf(page)) === markup;
  if (!isRight || !isUntouched) process.exitCode = 1;
  const way = isAtRest ? 'at rest' : 'while it loads';
  // Without us a page at rest does nothing: what is done in it is ours, also what a trace says of no script.
  const ours = isAtRest ? tasks : tasks.filter(({ isOurs }) => isOurs);
  console.log(
    `Run ${run}, activated ${way}: ${known.length} passages ${isRight ? 'all drawn at their words' : 'drawn WRONG'} ` +
      `after ${Math.round(drawnAt - startedAt)} ms; tasks of ours: ${describeLongest(ours)}; ` +
      `of the page: ${describeLongest(tasks.filter((task) => !ours.includes(task)))}; ` +
      `the page's markup is ${isUntouched ? 'what it was' : 'CHANGED'}`,
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
async function printToolbar(
  { browser }: Measured,
  page: UnattendedTab,
  known: readonly KnownPassage[],
): Promise<void> {
  const { session } = page;
  await session.send('Performance.enable');
  const costs: SelectionCost[] = [];
  const tasks = await traceTasks(browser.root, async () => {
    for (let at = 0; at <= selections; at += 1) {
      const { exact } = known[Math.floor((at + 1) * (known.length / (selections + 2)))] as KnownPassage;
      costs.push(await timeToolbar(page, exact));
      await page.press('Escape');
    }
  });
  const [first, ...later] = costs.map(({ shownMs }) => shownMs);
  const cpu = costs.slice(1).map(({ cpuMs }) => cpuMs);
  console.log(
    `  toolbar drawn after the end of a selection: the first ${first?.toFixed(1)} ms, then ${quantile(later, 0.5)} ms (median), ` +
      `${quantile(later, 0.95)} ms (p95), of which work ${quantile(cpu, 0.5)} ms (median), ${quantile(cpu, 0.95)} ms (p95); ${describeOurs(tasks)}`,
  );
}

async function timeToolbar(page: UnattendedTab, words: string): Promise<SelectionCost> {
  const { from, to } = await bringIntoView(page, words, 'body');
  await inPage(page, watchToolbar);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    const along = (one: number, other: number) => one + ((other - one) * step) / steps;
    await page.mouse.move(along(from.x, to.x), along(from.y, to.y));
  }
  const before = await threadTimeOf(page.session);
  await page.mouse.up();
  await page.waitFor('globalThis.offeredAt');
  const cpuMs = (await threadTimeOf(page.session)) - before;
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
async function printSaving(
  { browser }: Measured,
  page: UnattendedTab,
  known: readonly KnownPassage[],
): Promise<void> {
  const { exact } = known.at(-1) as KnownPassage;
  // The words of a passage that is marked already can be marked again.
  await timeToolbar(page, exact.slice(0, 30));
  // Until the browser has been told of the passages near the window, and of no others: those that come are counted.
  await untilIdle(page);
  const tasks = await traceTasks(browser.root, async () => {
    // Nobody knows who speaks: the toolbar asks.
    for (const key of ['1', 'a', '1', '+', 'Enter', ...'Europese Unie']) await page.press(key);
    await inPage(page, watchEnter);
    await page.press('Enter');
    await page.waitFor('globalThis.framesToDraw');
    await untilIdle(page);
  });
  const frames = await inPage(page, () => (globalThis as unknown as World).framesToDraw);
  console.log(
    `  drawn in frame ${frames} after Enter; from the first key until all was told: ${describeOurs(tasks)}`,
  );
}

/** What it costs a page that changes all the time, and is typed and scrolled in, that passages are found again. */
async function printChanging({ browser }: Measured, page: UnattendedTab): Promise<void> {
  await inPage(page, () => scrollTo(0, 0));
  await untilIdle(page);
  const [words = ''] = await readDrawn(page);
  let wanted = '';
  const tasks = await traceTasks(browser.root, async () => {
    await inPage(page, keepChanging, changePauseMs);
    for (let time = 1; time <= findings; time += 1) {
      await inPage(page, replaceNode, words);
      for (const key of 'getypt') {
        await page.press(key);
        await page.session.send('Input.dispatchMouseEvent', {
          ...{ type: 'mouseWheel', x: 200, y: 200, deltaX: 0 },
          deltaY: time % 2 === 0 ? -20 : 20,
        });
        wanted += key;
      }
      const isThere = '[...highlight].every(({ startContainer }) => startContainer.isConnected)';
      await page.waitFor(`[...CSS.highlights].every(([, highlight]) => ${isThere}) || undefined`);
    }
  });
  const { turns, typed } = await inPage(page, stopChanging);
  if (typed !== wanted) process.exitCode = 1;
  console.log(
    `  found again ${findings} times while the page changed ${turns} times, what was typed ` +
      `${typed === wanted ? 'there in order' : 'LOST'}; ${describeOurs(tasks)}`,
  );
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((one, other) => one - other);
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
}

/** What the page's process does while nobody does anything. */
async function printIdle(page: UnattendedTab): Promise<void> {
  const { session } = page;
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

async function reloaded(page: UnattendedTab): Promise<void> {
  await page.reload();
  await untilIdle(page);
}

/** Until the page has had nothing to do for a second. */
async function untilIdle(page: UnattendedTab): Promise<void> {
  await inPage(
    page,
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
