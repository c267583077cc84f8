import { once } from 'node:events';
import { join } from 'node:path';
import type { QuoteSelector } from '@waarborg/shared/anchoring';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { ensureChromium } from '../helpers/browsers.ts';
import { type Changes, changeText } from './changed-text.ts';
import { findCorpusFile, PAGES, textOfHtml } from './corpus-texts.ts';
import { generateText } from './generated-text.ts';
import type { Matched } from './matchers-in-page.ts';
import { overlapOf, type Passage, pickPassages } from './passages.ts';
import { createRandom, type Random } from './random.ts';

/** What the script of `matchers-in-page.ts` puts into the page. */
interface World {
  matcherNames: string[];
  startMatcher(name: string, quotes: readonly QuoteSelector[]): void;
  nextMatch(): Promise<Matched | undefined>;
}

const CASES: readonly (readonly [name: string, changes: Changes])[] = [
  ['same text', {}],
  ['layout only', { layout: 1 }],
  ['layout, 5 % edits, 15 % removed', { layout: 1, words: 0.05, sentences: 0.15 }],
];
const QUOTES = 100;
/** Milliseconds that a matcher has for a case: some take seconds for each quote, and may not come back from one. */
const MOST_MS = 30_000;

/** Prints what the matchers for live pages make of the same quotes in the same page, in real Chromium. */
export async function printInBrowser(seed: number): Promise<void> {
  const page = PAGES.at(-1);
  const html = page && findCorpusFile(page[1]);
  const regulation = html === undefined ? undefined : textOfHtml(html);
  const text = regulation?.slice(regulation.length / 2) ?? generateText(200_000, createRandom(seed));
  const script = await bundle(join(import.meta.dirname, 'matchers-in-page.ts'));
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  try {
    console.log(
      `\nIn Chromium, ${QUOTES} quotes in ${text.length} characters, ${MOST_MS / 1000} s for each matcher: ` +
        'reached, of, right, not found, wrong, ms/quote',
    );
    for (const [name, changes] of CASES) {
      const random = createRandom(seed);
      const changed = changeText(text, changes, random);
      const passages = shuffled(pickPassages(text, changed, QUOTES, random, 32), random).filter(
        ({ left }) => left !== 0,
      );
      const content = `<main>${changed.text.split('\n').map(paragraph).join('\n')}</main>`;
      console.log(`  ${name}`);
      for (const matcher of await matcherNames(browser, script)) {
        const live = await browser.newPage();
        await live.setContent(content);
        await live.addScriptTag({ content: script });
        printMatched(matcher, passages, await match(live, matcher, passages));
        await live.close();
      }
    }
  } finally {
    await browser.close();
  }
}

async function matcherNames(browser: Browser, script: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const names = await page.evaluate(() => (globalThis as unknown as World).matcherNames);
  await page.close();
  return names;
}

/** What a matcher makes of as many of the passages as it reaches. */
async function match(page: Page, matcher: string, passages: readonly Passage[]): Promise<Matched[]> {
  const quotes = passages.map(({ quote }) => quote);
  await page.evaluate(([name, list]) => (globalThis as unknown as World).startMatcher(name, list), [
    matcher,
    quotes,
  ] as const);
  const until = AbortSignal.timeout(MOST_MS);
  const isOver = once(until, 'abort').then(() => undefined);
  const found: Matched[] = [];
  while (!until.aborted) {
    const next = page.evaluate(() => (globalThis as unknown as World).nextMatch()).catch(() => undefined);
    const matched = await Promise.race([next, isOver]);
    if (matched === undefined) break;
    found.push(matched);
  }
  return found;
}

function printMatched(matcher: string, passages: readonly Passage[], found: readonly Matched[]): void {
  const counts = { right: 0, lost: 0, wrong: 0 };
  let sum = 0;
  for (const [at, { position, ms }] of found.entries()) {
    sum += ms;
    if (!position) counts.lost += 1;
    else if (overlapOf(position, passages[at] as Passage) > 0.8) counts.right += 1;
    else counts.wrong += 1;
  }
  const { right, lost, wrong } = counts;
  const perQuote = found.length === 0 ? '–' : (sum / found.length).toFixed(2);
  const cells = [found.length, passages.length, right, lost, wrong, perQuote].map((cell) =>
    String(cell).padStart(8),
  );
  console.log(`    ${matcher.padEnd(28)}${cells.join('')}`);
}

/** In an order of chance, so that those a slow matcher reaches are from everywhere in the text. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function paragraph(line: string): string {
  return `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}

/** One script of a module and all that it imports. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'matchers' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error(`Vite built nothing of ${entry}.`);
  return first.output[0].code;
}
