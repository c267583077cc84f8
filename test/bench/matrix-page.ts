/**
 * How soon the page of a large matrix is there and answers: `node test/bench/matrix-page.ts`.
 *
 * A dossier of 100,000 codings on 30 safeguards and 18 columns, in Chromium, on SQLite. Printed are the time from the
 * start of the navigation until the numbers in view are painted, by a server that has just started and by one that has
 * looked at the dossier before, and from the choice of a filter, the end of its press, until they are, also as the first
 * thing after a start; each also until those out of view are there; and how much the page shifted. In the same run the
 * numbers that are shown are held against those that the server counts.
 *
 * The first start of all is printed apart: no layout is kept yet (ADR 59), as once after an upgrade, and the server reads
 * and folds all codings while the page loads.
 */
import assert from 'node:assert/strict';
import type { MatrixResponse } from '@waarborg/shared/api';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../helpers/browsers.ts';
import type { PrintedToken } from '../helpers/running-server.ts';
import { addLargeMatrix, largeMatrix } from './large-matrix.ts';
import { type MeasuredServer, measureOnBoth } from './servers-under-measure.ts';
import { median, p95 } from './statistics.ts';
import { type NotesPaints, provideNoteOncePainted } from './watch-page.ts';

const { slug, codings, rows: rowCount, columns: columnCount } = largeMatrix;
const runs = 5;
/** Stances, by the words of their choice. */
const choices = ['helpt', 'schaadt', 'geen gevolg'];
/** How long a person presses, in ms, about; a script may press for no time. */
const pressMs = 80;

interface World {
  shifted: number;
  choseAt?: number;
  /** When the numbers in view are painted. */
  paintedAt?: number;
  /** When those of the whole table are. */
  wholeAt?: number;
}

type WatchedWorld = World & NotesPaints;

/** Notes how much the page is shifted, and when its numbers are painted. */
function watchPage(): void {
  const world = globalThis as unknown as WatchedWorld;
  world.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) world.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const lacksNumbers = (row: Element) =>
    row.getBoundingClientRect().top < innerHeight && !row.querySelector('.wb-total');
  const numbersInView = () => ![...document.querySelectorAll('.wb-matrix tbody tr')].some(lacksNumbers);
  world.noteOncePainted('paintedAt', () => Boolean(document.querySelector('.wb-matrix')) && numbersInView());
  world.noteOncePainted('wholeAt', () => Boolean(document.querySelector('.wb-matrix .wb-total-all')));
}

/** From the change of a choice until the sums of the first row, and of the table, are other ones and painted. */
function watchChoice(): void {
  const world = globalThis as unknown as WatchedWorld;
  delete world.paintedAt;
  delete world.wholeAt;
  const sums = { paintedAt: '.wb-matrix tbody .wb-total', wholeAt: '.wb-matrix .wb-total-all' };
  const read = (selector: string) => document.querySelector(selector)?.textContent;
  const before = { paintedAt: read(sums.paintedAt), wholeAt: read(sums.wholeAt) };
  document.addEventListener(
    'change',
    () => {
      world.choseAt = performance.now();
      for (const name of ['paintedAt', 'wholeAt'] as const)
        world.noteOncePainted(name, () => read(sums[name]) !== before[name]);
    },
    { capture: true, once: true },
  );
}

const readWorld = (page: Page) => page.evaluate(() => ({ ...(globalThis as unknown as World) }));

const waitUntilWhole = (page: Page) =>
  page.waitForFunction(() => (globalThis as unknown as World).wholeAt !== undefined);

/** Of one look or one choice, in ms. */
interface Taken {
  readonly inView: number;
  readonly whole: number;
}

function takenSince(start: number, { paintedAt = Number.NaN, wholeAt = Number.NaN }: World): Taken {
  return { inView: paintedAt - start, whole: wholeAt - start };
}

async function open(browser: Browser, address: string, token: PrintedToken): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    viewport: { width: 1600, height: 1200 },
    extraHTTPHeaders: { authorization: `Bearer ${token.token}` },
  });
  const page = await context.newPage();
  await page.addInitScript(provideNoteOncePainted);
  await page.addInitScript(watchPage);
  await page.goto(`${address}/dossiers/${slug}`);
  await waitUntilWhole(page);
  return page;
}

/** The sum that the page shows is the one that the server counts. */
async function assertShown(page: Page, { api, token }: PrintedToken, query: string): Promise<void> {
  const answer = await fetch(`${api}/dossiers/${slug}/matrix${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { totals, rows, columns } = (await answer.json()) as MatrixResponse;
  const shown = await page.locator('.wb-total-all .wb-number').textContent();
  assert.equal(shown?.replaceAll(/\D/gu, ''), String(totals.all.claims));
  assert.deepEqual([rows.length, columns.length], [rowCount, columnCount]);
}

async function measureChoices(
  page: Page,
  token: PrintedToken,
  made: readonly string[],
  delay = pressMs,
): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const choice of made) {
    await page.evaluate(watchChoice);
    await page.getByLabel(choice, { exact: true }).click({ delay });
    await waitUntilWhole(page);
    const world = await readWorld(page);
    taken.push(takenSince(world.choseAt ?? Number.NaN, world));
    await assertShown(page, token, new URL(page.url()).search);
  }
  return taken;
}

async function measurePage(measured: MeasuredServer, browser: Browser, token: PrintedToken): Promise<void> {
  const { server } = measured;
  const unkept: Taken[] = [];
  const cold: Taken[] = [];
  const warm: Taken[] = [];
  const chosen: Taken[] = [];
  const chosenAtOnce: Taken[] = [];
  const chosenFirst: Taken[] = [];
  let shifted = 0;
  for (let run = 0; run <= runs; run++) {
    await server.stop();
    await server.restart();
    const started = run === 0 ? unkept : cold;
    for (const times of run === 0 ? [started] : [started, warm]) {
      const page = await open(browser, server.address, token);
      const world = await readWorld(page);
      times.push(takenSince(0, world));
      await page.getByText('Standpunt:').click();
      if (times === started) chosenFirst.push(...(await measureChoices(page, token, choices.slice(0, 1))));
      else {
        await assertShown(page, token, '');
        chosen.push(...(await measureChoices(page, token, [...choices, ...choices])));
        chosenAtOnce.push(...(await measureChoices(page, token, [...choices, ...choices], 0)));
      }
      shifted = Math.max(shifted, (await readWorld(page)).shifted);
      await page.context().close();
    }
  }
  const inWords = (times: readonly number[]) =>
    `median ${median(times).toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms`;
  const print = (name: string, taken: readonly Taken[]) => {
    console.log(`${name.padEnd(52)} ${inWords(taken.map(({ inView }) => inView))}`);
    console.log(`${'  with what is out of view'.padEnd(52)} ${inWords(taken.map(({ whole }) => whole))}`);
  };
  print('table painted, server just started, nothing kept', unkept);
  print('table painted, server just started', cold);
  print('table painted, server has seen the dossier', warm);
  print(`numbers painted after a choice, pressed for ${pressMs} ms`, chosen);
  print('the same, right after a start', chosenFirst);
  print('the same, pressed for no time', chosenAtOnce);
  console.log(`largest layout shift of a page: ${shifted.toFixed(4)}`);
}

await measureOnBoth(async (measured) => {
  const token = await addLargeMatrix(measured);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  try {
    console.log(`${codings} codings, ${rowCount} × ${columnCount}, ${runs} runs, ${measured.database}`);
    await measurePage(measured, browser, token);
  } finally {
    await browser.close();
  }
}, 'sqlite');
