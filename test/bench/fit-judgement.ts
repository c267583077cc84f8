/**
 * Fits the weights of `shared/src/anchoring/judge.ts` to changed texts whose truth is known, and prints
 * them. Run it by hand after a change of the evidence: `node test/bench/fit-judgement.ts [seed …]`.
 *
 * Method: logistic regression (Adam, 1,500 steps) over all places that the engine considered, right or
 * wrong, apart for each ground of judgement. The documents and
 * seeds here are not those that the benchmark reports on.
 */
import { evidenceFor, type Ground, groundOf } from '../../shared/src/anchoring/evidence.ts';
import { toSearchedText } from '../../shared/src/anchoring/searched-text.ts';
import { seekTogether } from '../../shared/src/anchoring/seek-together.ts';
import { positionInText } from '../../shared/src/anchoring/skeleton.ts';
import { type Changes, changeText } from './changed-text.ts';
import { findCorpusFile, PAGES, textOfHtml } from './corpus-texts.ts';
import { generateLike, generateText } from './generated-text.ts';
import { overlapOf, pickPassages } from './passages.ts';
import { createRandom } from './random.ts';

interface Sample {
  readonly evidence: readonly number[];
  readonly isRight: boolean;
}

type Samples = Record<Ground, Sample[]>;

const CHANGES: readonly Changes[] = [
  { words: 0.1 },
  { layout: 1, words: 0.02, sentences: 0.1 },
  { layout: 1, words: 0.05, sentences: 0.15 },
  { layout: 1, words: 0.08, sentences: 0.25 },
  { layout: 1, words: 0.05, sentences: 0.1, swaps: 25 },
];
const STEPS = 1500;

const seeds = process.argv.slice(2).map(Number);
const samples = collect(seeds.length > 0 ? seeds : [1, 2]);
for (const [name, list] of Object.entries(samples)) {
  const weights = fit(list);
  const wrong = list.filter(({ evidence, isRight }) => oddsOf(weights, evidence) > 0 !== isRight).length;
  console.log(
    `${name.padEnd(12)} ${list.length} places, ${list.filter((sample) => sample.isRight).length} right, ` +
      `${wrong} judged wrong\n  [${weights.map((weight) => weight.toFixed(2)).join(', ')}]`,
  );
}

function collect(seedList: readonly number[]): Samples {
  const result: Samples = { nothing: [], context: [], 'in order': [], 'out of order': [] };
  for (const seed of seedList) {
    for (const text of trainingTexts(seed)) {
      for (const changes of CHANGES) {
        for (const context of [32, undefined, 0]) collectFrom(text, changes, context, seed, result);
      }
    }
  }
  return result;
}

function trainingTexts(seed: number): string[] {
  const random = createRandom(seed * 1000 + 7);
  const pages = PAGES.flatMap(([, path]) => findCorpusFile(path) ?? []).map(textOfHtml);
  const reports = pages.slice(0, 3).join('\n');
  const generated = generateText(300_000, random);
  return pages.length === 0
    ? [generated]
    : [generated, reports, generateLike(reports, 300_000, random), (pages[5] ?? '').slice(30_000, 200_000)];
}

function collectFrom(
  original: string,
  changes: Changes,
  context: number | undefined,
  seed: number,
  result: Samples,
): void {
  const random = createRandom(seed * 1000 + original.length);
  const changed = changeText(original, changes, random);
  const text = toSearchedText(changed.text);
  for (const [count, isAlone] of [
    [300, false],
    [40, false],
    [300, true],
  ] as const) {
    if (context === 0 && !isAlone) continue;
    const passages = pickPassages(original, changed, count, random, context);
    const quotes = passages.map(({ quote: { start, end, ...words } }) =>
      isAlone ? words : { ...words, start, end },
    );
    const sought = isAlone
      ? quotes.flatMap((quote) => seekTogether(text, [quote], new Map()))
      : seekTogether(text, quotes, new Map());
    passages.forEach((passage, at) => {
      const isSplit = passage.end - passage.start > 1.5 * passage.quote.exact.length + 400;
      const isRemnant = passage.left > 0 && passage.left < 0.15;
      const quote = sought[at];
      if (quote === undefined || isRemnant || (changes.swaps && isSplit)) return;
      for (const match of quote.matches) {
        if (match.end <= match.start) continue;
        const overlap = overlapOf(positionInText(text.skeleton, match.start, match.end), passage);
        if (passage.left > 0 && overlap > 0.5 && overlap <= 0.8) continue;
        const ground = groundOf(match, quote);
        if (!isAlone && (ground === 'nothing' || ground === 'context')) continue;
        const evidence = evidenceFor(match, quote);
        result[ground].push({ evidence, isRight: passage.left > 0 && overlap > 0.8 });
      }
    });
  }
}

function fit(list: readonly Sample[]): number[] {
  const size = list[0]?.evidence.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = new Array<number>(size).fill(0);
    for (const { evidence, isRight } of list) {
      const error = 1 / (1 + Math.exp(-oddsOf(weights, evidence))) - (isRight ? 1 : 0);
      evidence.forEach((value, at) => {
        gradient[at] = (gradient[at] as number) + error * value;
      });
    }
    for (let at = 0; at < size; at += 1) {
      const slope = (gradient[at] as number) / list.length + 1e-5 * (weights[at] as number);
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * slope;
      square[at] = 0.999 * (square[at] as number) + 0.001 * slope * slope;
      const stride =
        (mean[at] as number) /
        (1 - 0.9 ** step) /
        (Math.sqrt((square[at] as number) / (1 - 0.999 ** step)) + 1e-8);
      weights[at] = (weights[at] as number) - 0.05 * stride;
    }
  }
  return weights;
}

function oddsOf(weights: readonly number[], evidence: readonly number[]): number {
  return evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
