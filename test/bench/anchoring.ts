/**
 * How well and how fast quotes are found again: `node test/bench/anchoring.ts`.
 *
 * Options: `--seed=N` (7), `--quotes=N` per text and run (1000), `--runs=N` (3), `--only=cases|speed|copies|browser`.
 */
import { parseArgs } from 'node:util';
import { printInBrowser } from './anchoring-browser.ts';
import { CASES, type Counts, type Outcomes, runCase, sumCounts } from './anchoring-cases.ts';
import { printCopies } from './anchoring-copies.ts';
import { printCurve, printSpeed } from './anchoring-speed.ts';
import { findCorpusFile, PAGES, textOfHtml } from './corpus-texts.ts';
import { generateLike, generateText } from './generated-text.ts';
import { createRandom } from './random.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    quotes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const isWanted = (part: string) => values.only === undefined || values.only === part;

if (isWanted('cases')) {
  for (const [name, text] of texts(seed)) printCases(name, text, Number(values.quotes), Number(values.runs));
}
if (isWanted('speed')) {
  await printSpeed(seed);
  await printCurve(seed);
}
if (isWanted('copies')) await printCopies(seed);
if (isWanted('browser')) await printInBrowser(seed);

/** The texts to report on; `fit-judgement.ts` learns from others. */
function texts(textSeed: number): [name: string, text: string][] {
  const pages = new Map(
    PAGES.flatMap(([name, path]) => {
      const html = findCorpusFile(path);
      return html === undefined ? [] : [[name, textOfHtml(html)] as const];
    }),
  );
  const random = createRandom(textSeed);
  const result: [string, string][] = [['generated, 1 MB', generateText(1_000_000, random)]];
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

function printCases(name: string, text: string, quotes: number, runs: number): void {
  console.log(
    `\n${name}: ${text.length} characters, ${runs} × ${quotes} quotes, seeds ${seed}–${seed + runs - 1}`,
  );
  console.log(
    row('', [
      'whole',
      'right',
      'wrong',
      'cut',
      'right',
      'wrong',
      'remnant',
      'right',
      'wrong',
      'removed',
      'drawn',
      'ms/quote',
    ]),
  );
  for (const one of CASES) {
    const counts = sumCounts(
      Array.from({ length: runs }, (_, run) => runCase(text, one, quotes, seed + run)),
    );
    console.log(row(one.name, cells(counts)));
  }
}

function cells({ whole, cut, remnant, removed, msPerQuote }: Counts): string[] {
  const shares = (outcomes: Outcomes) => [
    String(outcomes.all),
    share(outcomes.right, outcomes.all),
    share(outcomes.wrong, outcomes.all),
  ];
  const fragments = [String(remnant.all), String(remnant.right), String(remnant.wrong)];
  return [
    ...shares(whole),
    ...shares(cut),
    ...fragments,
    String(removed.all),
    String(removed.drawn),
    msPerQuote.toFixed(3),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}`;
}

function row(name: string, columns: readonly string[]): string {
  return `${name.padEnd(34)}${columns.map((column) => column.padStart(8)).join('')}`;
}
