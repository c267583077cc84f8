import { CASES, runCase, sumCounts } from './anchoring-cases.ts';
import { figuresOf } from './anchoring-table.ts';
import { findCorpusFile, PAGES, textOfHtml } from './corpus-texts.ts';
import { generateKind, KINDS } from './generated-kinds.ts';
import { createRandom } from './random.ts';

const LENGTH = 200_000;
const NAMES = ['layout, 5 % edits, 15 % removed', '… with original, one per call'];

/**
 * Prints for each kind of text how many passages are found after the hardest changes, placed together and by the
 * original: a row for each kind that is generated, and for each real one that the corpus has.
 */
export function printKinds(seed: number, quotes: number, runs: number): void {
  const seeds = Array.from({ length: runs }, (_, run) => seed + run);
  console.log(
    `\nkinds of text: right %, wrong %, removed and drawn; ${runs} × ${quotes} quotes, seeds ${seeds}`,
  );
  console.log(row('', ['placed together', 'with `original`']));
  for (const [name, textOf] of kindsOfText()) {
    const cells = NAMES.map((asked) => {
      const found = CASES.find((one) => one.name === asked);
      if (found === undefined) throw new RangeError(`No case "${asked}".`);
      const counts = sumCounts(seeds.map((own) => runCase(textOf(own), found, quotes, own)));
      const { right, wrong, drawn, removed } = figuresOf(counts);
      return `${right.toFixed(2)}, ${wrong.toFixed(2)}, ${drawn} of ${removed}`;
    });
    console.log(row(name, cells));
  }
}

/** The kinds of text by name; a generated one is another text for each seed. */
function kindsOfText(): (readonly [name: string, textOf: (seed: number) => string])[] {
  const generated = KINDS.map(
    (kind) => [kind.name, (seed: number) => generateKind(kind, LENGTH, createRandom(seed))] as const,
  );
  const pages = PAGES.flatMap(([name, path]) => {
    const html = findCorpusFile(path);
    return html === undefined ? [] : [[name, () => textOfHtml(html)] as const];
  });
  return [...generated, ...pages];
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(40)}${cells.map((cell) => cell.padStart(28)).join('')}`;
}
