import { textQuoteSelectorMatcher } from '@apache-annotator/selector';
import { anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';
import approxSearch from 'approx-string-match';
import domAnchorTextQuote from 'dom-anchor-text-quote';
import { Bench } from 'tinybench';
import { toSkeleton } from '../../shared/src/anchoring/skeleton.ts';
import { changeText } from './changed-text.ts';
import { generateText } from './generated-text.ts';
import { pickPassages } from './passages.ts';
import { createRandom } from './random.ts';

const MEGABYTE = 1_000_000;
/** How many times faster than approx-string-match a changed quote must be found at least. */
const LEAST_TIMES = 80;
/** How many passes of normalising the text finding its unchanged quotes may take at most. */
const MOST_PASSES = 3;

/** The median time of a few runs after warming up, in milliseconds. */
async function medianMs(run: (index: number) => unknown): Promise<number> {
  const bench = new Bench({ time: 0, iterations: 7, warmupTime: 0, warmupIterations: 5 });
  let index = 0;
  bench.add('run', () => {
    index += 1;
    run(index);
  });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error('A run failed.');
  return task.result.latency.p50;
}

/** Changed text of about this length, and quotes of it as it was before. */
export function sample(length: number, quotes: number, seed: number) {
  const random = createRandom(seed);
  const original = generateText(length, random);
  const changed = changeText(original, { layout: 1, words: 0.05, sentences: 0.15 }, random);
  const list = pickPassages(original, changed, quotes, random, 32).map((passage) => passage.quote);
  return { original, text: changed.text, quotes: list };
}

/** Turns in which the engine and approx-string-match are timed one after the other … */
const TURNS = 20;
/** … the latter with so many of the quotes in each. */
const PER_TURN = 10;

/** Parts that are taken in turn have this distance, so that lengths do not grow from turn to turn. */
const PRIME = 37;

/** Prints how the engine compares with the matchers that there are, and with a pass of normalising; whether that is as asked. */
export async function printSpeed(seed: number): Promise<boolean> {
  const { original, text, quotes } = sample(MEGABYTE, 1000, seed);
  const parts = spreadByLength(quotes, quotes.length / PER_TURN).slice(0, TURNS);
  const few = parts.slice(0, 2).flat();
  const turns: { ours: Spent; theirs: Spent }[] = [];
  for (let warmUp = 0; warmUp < 5; warmUp += 1) anchorQuotes(`${text} ${-warmUp}`, quotes);
  perQuote(few, (quote) => searchApproximately(text, quote));
  for (const [turn, part] of parts.entries()) {
    const other = writtenOut(`${text} ${turn}`);
    turns.push({
      ours: spentOn(quotes.length, () => anchorQuotes(other, quotes)),
      theirs: spentOn(part.length, () => {
        for (const quote of part) searchApproximately(text, quote);
      }),
    });
  }
  const [ours] = quartiles(turns.map((turn) => turn.ours.ms));
  const [theirs] = quartiles(turns.map((turn) => turn.theirs.ms));
  const [times, low, high] = quartiles(turns.map((turn) => turn.theirs.ms / turn.ours.ms));
  const [own] = quartiles(turns.map((turn) => turn.ours.processorMs));
  const [timesOwn] = quartiles(turns.map((turn) => turn.theirs.processorMs / turn.ours.processorMs));
  console.log(`\n1,000 changed quotes in 1 MB: ${ours.toFixed(3)} ms per quote, seed ${seed}`);
  console.log(
    `  approx-string-match: ${theirs.toFixed(2)} ms per quote, ${times.toFixed(0)} times ours ` +
      `(median of ${turns.length} turns with ${PER_TURN} quotes of all lengths each; quartiles ${low.toFixed(0)} and ${high.toFixed(0)})`,
  );
  console.log(
    `  in processor time of the thread: ${own.toFixed(3)} ms per quote, ${timesOwn.toFixed(0)} times`,
  );
  const verdict = times >= LEAST_TIMES ? 'pass' : 'FAIL';
  console.log(`  asked: ${LEAST_TIMES} times faster than that: ${verdict}`);
  const others: [string, number][] = [
    ['dom-anchor-text-quote', perQuote(few, (quote) => searchLikeDomAnchor(text, quote))],
    [
      '@apache-annotator/selector (unchanged words only)',
      await perQuoteAsync(few, (quote) => searchLikeApache(text, quote)),
    ],
  ];
  for (const [name, ms] of others) {
    console.log(`  ${name}: ${ms.toFixed(2)} ms per quote, ${(ms / ours).toFixed(0)} times ours`);
  }

  const normalise = await medianMs(() => toSkeleton(original));
  const moved = await medianMs((run) => anchorQuotes(`${run} ${original}`, quotes));
  const same = await medianMs(() => anchorQuotes(original, quotes));
  console.log(`1,000 unchanged quotes in 1 MB, in passes of normalising it (${normalise.toFixed(1)} ms):`);
  const passes = Math.max(same, moved) / normalise;
  console.log(`  in place ${(same / normalise).toFixed(2)}, moved ${(moved / normalise).toFixed(2)}`);
  console.log(`  asked: at most ${MOST_PASSES}: ${passes <= MOST_PASSES ? 'pass' : 'FAIL'}`);
  return times >= LEAST_TIMES && passes <= MOST_PASSES;
}

/** Prints how the time grows with text and quotes: the microseconds in the table stay about the same. */
export async function printCurve(seed: number): Promise<void> {
  console.log('\nms for changed quotes (rows: quotes, columns: size of the text)');
  const sizes = [0.1, 1, 10].map((size) => size * MEGABYTE);
  const samples = sizes.map((size) => sample(size, size < MEGABYTE ? 1000 : 10_000, seed));
  console.log(`${''.padStart(8)}${sizes.map((size) => `${size / MEGABYTE} MB`.padStart(10)).join('')}`);
  for (const count of [100, 1000, 10_000]) {
    const cells: string[] = [];
    for (const { text, quotes } of samples) {
      const step = Math.floor(quotes.length / count);
      const some = quotes.filter((_, at) => at % step === 0).slice(0, count);
      const isThere = step > 0;
      cells.push(isThere ? (await medianMs((run) => anchorQuotes(`${text} ${run}`, some))).toFixed(0) : '–');
    }
    console.log(`${String(count).padStart(8)}${cells.map((cell) => cell.padStart(10)).join('')}`);
  }
}

/** Parts quotes into so many lists, each of which has short and long ones alike. */
function spreadByLength(quotes: readonly QuoteSelector[], parts: number): QuoteSelector[][] {
  const byLength = [...quotes].sort((one, other) => one.exact.length - other.exact.length);
  return Array.from({ length: parts }, (_, part) =>
    byLength.filter((_, at) => at % parts === (part * PRIME) % parts),
  );
}

/** The median and the quartiles below and above it. */
function quartiles(values: readonly number[]): [median: number, low: number, high: number] {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number;
  return [at(0.5), at(0.25), at(0.75)];
}

/** A string that was put together is written out when it is first read: that is no part of what is timed. */
function writtenOut(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** What one quote takes, in milliseconds; a machine that is busy makes the former longer. */
interface Spent {
  readonly ms: number;
  readonly processorMs: number;
}

function spentOn(quotes: number, run: () => unknown): Spent {
  const start = performance.now();
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return { ms: (performance.now() - start) / quotes, processorMs: (user + system) / 1000 / quotes };
}

function perQuote(quotes: readonly QuoteSelector[], search: (quote: QuoteSelector) => unknown): number {
  const start = performance.now();
  for (const quote of quotes) search(quote);
  return (performance.now() - start) / quotes.length;
}

async function perQuoteAsync(
  quotes: readonly QuoteSelector[],
  search: (quote: QuoteSelector) => Promise<unknown>,
) {
  const start = performance.now();
  for (const quote of quotes) await search(quote);
  return (performance.now() - start) / quotes.length;
}

/** As Hypothesis calls it. */
function searchApproximately(text: string, { exact }: QuoteSelector): unknown {
  return approxSearch(text, exact, Math.min(256, Math.floor(exact.length / 2)));
}

function searchLikeDomAnchor(
  text: string,
  { exact, prefix = '', suffix = '', start = 0 }: QuoteSelector,
): unknown {
  const root = { textContent: text } as unknown as Element;
  return domAnchorTextQuote.toTextPosition(root, { exact, prefix, suffix }, { hint: start });
}

async function searchLikeApache(
  text: string,
  { exact, prefix = '', suffix = '' }: QuoteSelector,
): Promise<unknown> {
  const chunk = { data: text, equals: (other: unknown) => other === chunk };
  const chunker = {
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  };
  const found: unknown[] = [];
  const match = textQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact, prefix, suffix });
  for await (const range of match(chunker)) found.push(range);
  return found;
}
