import type { TextRun } from './join-pages.ts';

/** A line counts as repeated when this share of the pages has it … */
const shareOfPages = 0.4;
/** … and at least so many. */
const leastPages = 2;
/** A page of more lines that all of them repeat is a form or a table, and no page of furniture alone. */
const mostLines = 8;

/** A header that changes stands further from the text than lines do from each other, by this … */
const leastApart = 1.5;
/** … and its letters are no larger than those of the text, by this: else it is the title of a slide. */
const mostSize = 1.25;

/** Runs at one height. */
type Line = readonly TextRun[];

/**
 * The runs of running headers, footers and page numbers, by page.
 *
 * What stands at the same height on most pages and differs in digits only is furniture, if nothing but
 * furniture stands between it and the edge of the page: a row of a table that happens to be repeated is not. So is
 * what stands where a header does that changes from chapter to chapter: its words are on few pages, but in the same
 * letters at one height, apart from the text, most pages have words that another page has there too. A page
 * that would have no words left keeps them all.
 */
export function findFurniture(pages: readonly (readonly TextRun[])[]): ReadonlySet<TextRun>[] {
  const counts = countPages(pages.map((runs) => runs.filter(hasText).map(keyOf)));
  const inUse = pages.filter((runs) => runs.some(hasText)).length;
  const least = Math.max(leastPages, inUse * shareOfPages);
  const isOnPages = (run: TextRun, count: number) => (counts.get(keyOf(run)) ?? 0) >= count;
  const isRepeated = (line: Line) => line.every((run) => isOnPages(run, least));
  const pageLines = pages.map(toLines);
  const largest = mostSize * usualSize(pages.flat());
  const apart = pageLines.map((lines) => linesApart(lines, isRepeated, largest));
  const places = countPages(
    apart.map((lines) => [...lines].filter((line) => line.every((run) => isOnPages(run, 2))).map(placeOf)),
  );
  return pageLines.map((lines, page) => {
    const isFurniture = (line: Line) =>
      isRepeated(line) || (apart[page]?.has(line) && (places.get(placeOf(line)) ?? 0) >= least);
    const furniture = new Set<TextRun>();
    for (const order of [lines, lines.toReversed()]) {
      for (const line of order) {
        if (!isFurniture(line)) break;
        for (const run of line) furniture.add(run);
      }
    }
    const isAll = lines.length > mostLines && lines.every((line) => line.every((run) => furniture.has(run)));
    return isAll ? new Set<TextRun>() : furniture;
  });
}

/** On how many pages each key is. */
function countPages(pages: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const keys of pages) {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The outermost lines at both edges of a page that stand apart from its text, those that are repeated aside. */
function linesApart(
  lines: readonly Line[],
  isRepeated: (line: Line) => boolean,
  largest: number,
): ReadonlySet<Line> {
  const found = new Set<Line>();
  const leading = median(lines.slice(1).map((line, at) => Math.abs(heightOf(line) - heightOf(lines[at]))));
  for (const order of [lines, lines.toReversed()]) {
    const [line, next] = order.filter((candidate) => !isRepeated(candidate));
    const size = sizeOf(line);
    const gap = next ? Math.abs(heightOf(next) - heightOf(line)) : Infinity;
    if (line && size <= largest && gap > leastApart * Math.max(leading, size)) found.add(line);
  }
  return found;
}

/** Where a line stands on its page, and in what letters. */
function placeOf(line: Line): string {
  return `${Math.round(heightOf(line))} ${sizeOf(line).toFixed(1)}`;
}

function heightOf(line: Line | undefined): number {
  return line?.[0]?.y ?? 0;
}

function sizeOf(line: Line | undefined): number {
  return Math.max(0, ...(line ?? []).map(({ height }) => height));
}

/** Height of the letters in which most runs are. */
function usualSize(runs: readonly TextRun[]): number {
  return median(runs.filter(hasText).map(({ height }) => height));
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** What a run has in common with that of another page. */
function keyOf({ str, y }: TextRun): string {
  return `${Math.round(y)} ${str.replace(/[\d\s]+/gu, '#')}`;
}

/** The runs by their height on the page, from one edge to the other. */
function toLines(runs: readonly TextRun[]): Line[] {
  const lines = Map.groupBy(runs.filter(hasText), ({ y }) => Math.round(y));
  return [...lines].sort(([one], [other]) => other - one).map(([, line]) => line);
}

function hasText({ str }: TextRun): boolean {
  return str.trim() !== '';
}
