/**
 * How well and how fast quotes are found again: `node test/bench/anchoring.ts`. Ends with exit code 1 when
 * passages are found less well than is asked.
 *
 * Options: `--seed=N` (7, or the variable `SEED`), `--quotes=N` per text and run (1000), `--runs=N` (3),
 * `--only=cases|kinds|speed|memory|copies|made|scans|browser`.
 */
import { parseArgs } from 'node:util';
import { printInBrowser } from './anchoring-browser.ts';
import { CASES, type Case, type Counts, runCase, sumCounts } from './anchoring-cases.ts';
import { printCopies } from './anchoring-copies.ts';
import { printHostile } from './anchoring-hostile.ts';
import { printKinds } from './anchoring-kinds.ts';
import { printMade } from './anchoring-made.ts';
import { printMemory } from './anchoring-memory.ts';
import { printScans } from './anchoring-scans.ts';
import { printCurve, printSpeed } from './anchoring-speed.ts';
import { printDetails, printTable } from './anchoring-table.ts';
import { findCorpusFile, PAGES, textOfHtml } from './corpus-texts.ts';
import { generateStatute } from './generated-statute.ts';
import { generateLike, generateText } from './generated-text.ts';
import { createRandom } from './random.ts';

const { SEED = '7' } = process.env;
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: SEED },
    quotes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const isWanted = (part: string) => values.only === undefined || values.only === part;

const reached: boolean[] = [];
if (isWanted('cases')) reached.push(printCases(Number(values.quotes), Number(values.runs)));
if (isWanted('kinds')) printKinds(seed, Number(values.quotes), Number(values.runs));
if (isWanted('copies')) reached.push(await printCopies(seed));
if (isWanted('made')) reached.push(await printMade(seed));
if (isWanted('scans')) await printScans(seed);
if (isWanted('speed')) {
  reached.push(await printSpeed(seed));
  await printCurve(seed);
  reached.push(printHostile());
}
if (isWanted('memory')) reached.push(await printMemory(seed));
if (isWanted('browser')) await printInBrowser(seed);
if (reached.includes(false)) {
  console.log('\nLess than is asked: see FAIL above.');
  process.exitCode = 1;
}

/** The texts to report on; `fit-judgement.ts` learns from others. */
function texts(textSeed: number): [name: string, text: string][] {
  const pages = new Map(
    PAGES.flatMap(([name, path]) => {
      const html = findCorpusFile(path);
      return html === undefined ? [] : [[name, textOfHtml(html)] as const];
    }),
  );
  const random = createRandom(textSeed);
  const result: [string, string][] = [
    ['generated, 1 MB', generateText(1_000_000, random)],
    ['generated statute, 0.4 MB', generateStatute(400_000, random)],
  ];
  if (pages.size === 0) {
    console.log('The corpus is not there: only generated text is measured.');
    return result;
  }
  const rulings = `${pages.get('rechtbank-den-haag-2014-8504')}\n${pages.get('raad-van-state-2015-1780')}`;
  const regulation = pages.get('eurlex-32016R0679') ?? '';
  const dutch = [...pages]
    .filter(([name]) => !name.startsWith('eurlex'))
    .map(([, text]) => text)
    .join('\n');
  result.push(['two rulings', rulings]);
  result.push(['regulation, second half', regulation.slice(regulation.length / 2)]);
  result.push(['chain of Dutch words, 1 MB', generateLike(dutch, 1_000_000, random)]);
  return result;
}

/** Measures all cases on all texts; whether they reach together what is asked. */
function printCases(quotes: number, runs: number): boolean {
  const seeds = Array.from({ length: runs }, (_, run) => seed + run);
  const all = new Map<Case['name'], Counts[]>();
  for (const [name, text] of texts(seed)) {
    const counts = new Map<Case['name'], Counts>();
    for (const one of CASES) {
      const found = sumCounts(seeds.map((own) => runCase(text, one, quotes, own)));
      counts.set(one.name, found);
      all.set(one.name, [...(all.get(one.name) ?? []), found]);
    }
    printTable(`${name}: ${text.length} characters, ${runs} × ${quotes} quotes, seeds ${seeds}`, counts);
    printDetails(counts);
  }
  const sums = new Map([...all].map(([name, list]) => [name, sumCounts(list)]));
  return printTable(`all texts together, seeds ${seeds}`, sums);
}
