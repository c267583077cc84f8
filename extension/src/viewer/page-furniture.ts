import type { TextRun } from './join-pages.ts';

/** A line counts as repeated when this share of the pages has it … */
const shareOfPages = 0.4;
/** … and at least so many. */
const leastPages = 2;
/** A page of more lines that all of them repeat is a form or a table, and no page of furniture alone. */
const mostLines = 8;

/**
 * The runs of running headers, footers and page numbers, by page.
 *
 * What stands at the same height on most pages and differs in digits only is furniture, if nothing but
 * furniture stands between it and the edge of the page: a row of a table that happens to be repeated is not. A page
 * that would have no words left keeps them all.
 */
export function findFurniture(pages: readonly (readonly TextRun[])[]): ReadonlySet<TextRun>[] {
  const counts = new Map<string, number>();
  for (const runs of pages) {
    for (const key of new Set(runs.filter(hasText).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const inUse = pages.filter((runs) => runs.some(hasText)).length;
  const least = Math.max(leastPages, inUse * shareOfPages);
  const isRepeated = (run: TextRun) => (counts.get(keyOf(run)) ?? 0) >= least;
  return pages.map((runs) => {
    const lines = toLines(runs);
    const furniture = new Set<TextRun>();
    for (const order of [lines, lines.toReversed()]) {
      for (const line of order) {
        if (!line.every(isRepeated)) break;
        for (const run of line) furniture.add(run);
      }
    }
    const isAll = lines.length > mostLines && lines.every((line) => line.every((run) => furniture.has(run)));
    return isAll ? new Set<TextRun>() : furniture;
  });
}

/** What a run has in common with that of another page. */
function keyOf({ str, y }: TextRun): string {
  return `${Math.round(y)} ${str.replace(/[\d\s]+/gu, '#')}`;
}

/** The runs by their height on the page, from one edge to the other. */
function toLines(runs: readonly TextRun[]): TextRun[][] {
  const lines = Map.groupBy(runs.filter(hasText), ({ y }) => Math.round(y));
  return [...lines].sort(([one], [other]) => other - one).map(([, line]) => line);
}

function hasText({ str }: TextRun): boolean {
  return str.trim() !== '';
}
