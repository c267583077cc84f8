import { CASES, type Case, type Counts, type Outcomes } from './anchoring-cases.ts';

/** What a row must reach, in per cent; a row without asked figures is only printed. */
interface Asked {
  readonly right: number;
  readonly wrong: number;
  readonly drawn: number;
}

interface Row {
  readonly name: string;
  readonly cases: readonly { readonly name: Case['name']; readonly asked: Asked | undefined }[];
}

/** The table that the engine must reach, row by row. */
const ROWS: readonly Row[] = [
  { name: 'same text', cases: [{ name: 'same text', asked: { right: 100, wrong: 0, drawn: 0 } }] },
  { name: 'layout only', cases: [{ name: 'layout only', asked: { right: 99.9, wrong: 0.05, drawn: 0 } }] },
  {
    name: '3 % / 10 % of words edited',
    cases: [
      { name: '3 % of words edited', asked: { right: 99.8, wrong: 0.2, drawn: 0 } },
      { name: '10 % of words edited', asked: { right: 99.5, wrong: 0.4, drawn: 0 } },
    ],
  },
  {
    name: 'layout, 5 % edits, 15 % of sentences removed',
    cases: [{ name: 'layout, 5 % edits, 15 % removed', asked: { right: 99.2, wrong: 0.5, drawn: 1 } }],
  },
  {
    name: 'the same with `original`, one quote per call',
    cases: [{ name: '… with original, one per call', asked: { right: 99.8, wrong: 0.1, drawn: 0.2 } }],
  },
  {
    name: 'the same without `original` and `start`, one quote per call',
    cases: [{ name: '… words only, one per call', asked: undefined }],
  },
];

/**
 * Prints what was counted against what is asked, and says whether all of it is reached.
 *
 * Right and wrong are shares of the passages of which at least half is left. Of those of which less is
 * left, a fragment in its place and an orphan are both an answer: `printDetails` has them.
 */
export function printTable(title: string, counts: ReadonlyMap<Case['name'], Counts>): boolean {
  console.log(`\n${title}`);
  console.log(line('', ['right %', 'wrong %', 'removed, drawn', 'asked', '']));
  let isReached = true;
  for (const { name, cases } of ROWS) {
    const cells = cases.flatMap((one) => {
      const found = counts.get(one.name);
      return found === undefined ? [] : [{ ...figuresOf(found), asked: one.asked }];
    });
    const isRowReached = cells.every(isAtLeast);
    isReached &&= isRowReached;
    const join = (pick: (cell: (typeof cells)[number]) => string) => cells.map(pick).join(' / ');
    const verdict = cells.every(({ asked }) => asked === undefined)
      ? 'printed'
      : isRowReached
        ? 'pass'
        : 'FAIL';
    console.log(
      line(name, [
        join(({ right }) => right.toFixed(2)),
        join(({ wrong }) => wrong.toFixed(2)),
        join(({ drawn, removed }) => (removed === 0 ? '–' : `${drawn} of ${removed}`)),
        join(({ asked }) => (asked === undefined ? '–' : `${asked.right}, ${asked.wrong}, ${asked.drawn}`)),
        verdict,
      ]),
    );
  }
  return isReached;
}

/** Prints everything that was counted in a text. */
export function printDetails(counts: ReadonlyMap<Case['name'], Counts>): void {
  console.log(
    line('passages: 85 % or more left; half or more; less; nothing', [
      'n, right, wrong %',
      'n, right, wrong %',
      'n, right, wrong',
      'n, drawn',
      'ms per quote',
    ]),
  );
  for (const { name } of CASES) {
    const found = counts.get(name);
    if (found === undefined) continue;
    const { whole, cut, remnant, removed, msPerQuote } = found;
    console.log(
      line(name, [
        shares(whole),
        shares(cut),
        `${remnant.all}, ${remnant.right}, ${remnant.wrong}`,
        `${removed.all}, ${removed.drawn}`,
        msPerQuote.toFixed(3),
      ]),
    );
  }
}

/** Right and wrong as shares, in per cent, of the passages of which at least half is left; removed ones as numbers. */
export function figuresOf({ whole, cut, removed }: Counts) {
  const all = Math.max(1, whole.all + cut.all);
  return {
    right: (100 * (whole.right + cut.right)) / all,
    wrong: (100 * (whole.wrong + cut.wrong)) / all,
    drawn: removed.drawn,
    removed: removed.all,
  };
}

function isAtLeast({
  right,
  wrong,
  drawn,
  removed,
  asked,
}: ReturnType<typeof figuresOf> & { asked: Asked | undefined }): boolean {
  if (asked === undefined) return true;
  return right >= asked.right && wrong <= asked.wrong && 100 * drawn <= asked.drawn * removed;
}

function shares({ all, right, wrong }: Outcomes): string {
  if (all === 0) return '–';
  return `${all}, ${((100 * right) / all).toFixed(2)}, ${((100 * wrong) / all).toFixed(2)}`;
}

function line(name: string, cells: readonly string[]): string {
  return `${name.padEnd(62)}${cells.map((cell) => cell.padStart(20)).join('')}`;
}
