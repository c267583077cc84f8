import { type Anchoring, anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';
import { type ChangedText, type Changes, changeText } from './changed-text.ts';
import { overlapOf, type Passage, pickPassages } from './passages.ts';
import { createRandom } from './random.ts';

/** A row of the table: what is done to the text, and what the engine gets to know. */
export interface Case {
  readonly name: string;
  readonly changes: Changes;
  /** `together`: all quotes in one call; the others: one quote per call. */
  readonly way: 'together' | 'with original' | 'words only';
}

const HARD: Changes = { layout: 1, words: 0.05, sentences: 0.15 };

export const CASES: readonly Case[] = [
  { name: 'same text', changes: {}, way: 'together' },
  { name: 'layout only', changes: { layout: 1 }, way: 'together' },
  { name: '3 % of words edited', changes: { words: 0.03 }, way: 'together' },
  { name: '10 % of words edited', changes: { words: 0.1 }, way: 'together' },
  { name: 'blocks in another order', changes: { layout: 1, words: 0.05, swaps: 12 }, way: 'together' },
  { name: 'all renumbered, 3 % edits', changes: { words: 0.03, renumbered: 1 }, way: 'together' },
  { name: '… with original', changes: { words: 0.03, renumbered: 1 }, way: 'with original' },
  { name: 'layout, 5 % edits, 15 % removed', changes: HARD, way: 'together' },
  { name: '… with original, one per call', changes: HARD, way: 'with original' },
  { name: '… words only, one per call', changes: HARD, way: 'words only' },
];

/** How often each outcome occurred. */
export interface Counts {
  /** Passages of which at least 85 % is left. */
  whole: Outcomes;
  /** Passages of which half to 85 % is left: the rest stood in a removed sentence. */
  cut: Outcomes;
  /** Passages of which less than half is left: a fragment in its place or an orphan are both an answer. */
  remnant: Outcomes;
  /** Passages of which nothing is left. */
  removed: { all: number; drawn: number };
  msPerQuote: number;
}

export interface Outcomes {
  all: number;
  right: number;
  wrong: number;
}

/** Changes the text, asks the engine for passages of it, and counts how often it was right. */
export function runCase(original: string, { changes, way }: Case, quotes: number, seed: number): Counts {
  const random = createRandom(seed);
  const changed: ChangedText = changeText(original, changes, random);
  const passages = pickPassages(original, changed, quotes, random, 32).filter(
    (passage) => !changes.swaps || passage.end - passage.start < 2 * passage.quote.exact.length + 600,
  );
  const start = performance.now();
  const anchorings = anchor(
    original,
    changed.text,
    passages.map((passage) => passage.quote),
    way,
  );
  const ms = performance.now() - start;
  return { ...count(passages, anchorings), msPerQuote: ms / passages.length };
}

function anchor(
  original: string,
  text: string,
  quotes: readonly QuoteSelector[],
  way: Case['way'],
): Anchoring[] {
  if (way === 'together') return anchorQuotes(text, quotes);
  return quotes.flatMap((quote) =>
    way === 'with original'
      ? anchorQuotes(text, [quote], { original })
      : anchorQuotes(text, [{ exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' }]),
  );
}

function count(passages: readonly Passage[], anchorings: readonly Anchoring[]): Omit<Counts, 'msPerQuote'> {
  const none = () => ({ all: 0, right: 0, wrong: 0 });
  const counts = { whole: none(), cut: none(), remnant: none(), removed: { all: 0, drawn: 0 } };
  passages.forEach((passage, at) => {
    const anchoring = anchorings[at];
    const isDrawn = anchoring !== undefined && anchoring.state !== 'orphan';
    if (passage.left === 0) {
      counts.removed.all += 1;
      if (isDrawn) counts.removed.drawn += 1;
      return;
    }
    const outcomes = passage.left >= 0.85 ? counts.whole : passage.left >= 0.5 ? counts.cut : counts.remnant;
    outcomes.all += 1;
    if (!isDrawn) return;
    if (overlapOf(anchoring.position, passage) > 0.8) outcomes.right += 1;
    else outcomes.wrong += 1;
  });
  return counts;
}

/** Adds up the counts of several runs. */
export function sumCounts(runs: readonly Counts[]): Counts {
  const add = (pick: (counts: Counts) => Outcomes): Outcomes => ({
    all: runs.reduce((sum, run) => sum + pick(run).all, 0),
    right: runs.reduce((sum, run) => sum + pick(run).right, 0),
    wrong: runs.reduce((sum, run) => sum + pick(run).wrong, 0),
  });
  return {
    whole: add((run) => run.whole),
    cut: add((run) => run.cut),
    remnant: add((run) => run.remnant),
    removed: {
      all: runs.reduce((sum, run) => sum + run.removed.all, 0),
      drawn: runs.reduce((sum, run) => sum + run.removed.drawn, 0),
    },
    msPerQuote: runs.reduce((sum, run) => sum + run.msPerQuote, 0) / runs.length,
  };
}
