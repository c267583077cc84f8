/** A passage that has an expected place, with the places where it could be now. */
export interface Placeable {
  /** Where it started in the text in which it was quoted. */
  readonly expected: number;
  readonly options: readonly PlaceOption[];
}

export interface PlaceOption {
  /** Where it would start in the text of now. */
  readonly start: number;
  /** How much speaks for this place: code units of quote and context that stand there. */
  readonly weight: number;
}

/** How far the starts of two passages may swap, because one was edited at its border. */
const TOLERANCE = 16;
/** How many options before it an option looks at; further back order counts, but not distance. */
const LOOK_BACK = 48;
/** The price of any shift between two passages that follow each other is at most this. */
const MAX_PRICE = 40;

/**
 * Chooses for each passage the option that keeps the order of the passages with the most weight in all.
 *
 * Passages keep their order when a document changes, so that the many certain ones decide where the
 * doubtful ones can be. Of options that keep the order equally, those win that keep the distances too.
 *
 * Method: heaviest rising subsequence over the options by expected place, one per passage; near
 * predecessors by looking back, far ones by a Fenwick tree of the best sums.
 * Cost: for n options n · (48 + log n).
 * Source: D. Gusfield, "Algorithms on Strings, Trees and Sequences", 1997, 13.3 (two-dimensional chains).
 *
 * @returns the index of the chosen option of each passage, -1 where none keeps the order.
 */
export function chainPassages(passages: readonly Placeable[]): number[] {
  const chosen = passages.map(() => -1);
  const entries = toEntries(passages);
  const ranks = rankStarts(entries);
  const tree = new Int32Array(ranks.length + 1).fill(-1);
  const sums = new Float64Array(entries.length);
  const previous = new Int32Array(entries.length).fill(-1);

  for (let first = 0; first < entries.length; ) {
    let next = first;
    while (next < entries.length && entries[next]?.passage === entries[first]?.passage) next += 1;
    for (let at = first; at < next; at += 1) {
      const entry = entries[at] as Entry;
      const far = bestUpTo(tree, sums, countUpTo(ranks, entry.start + TOLERANCE));
      let best = far < 0 ? 0 : Math.max(0, (sums[far] as number) - MAX_PRICE);
      previous[at] = best > 0 ? far : -1;
      for (let before = first - 1; before >= 0 && before >= first - LOOK_BACK; before -= 1) {
        if ((sums[before] as number) <= best) continue;
        const sum = (sums[before] as number) - price(entries[before] as Entry, entry);
        if (sum > best) {
          best = sum;
          previous[at] = before;
        }
      }
      sums[at] = best + entry.weight;
    }
    for (let at = first; at < next; at += 1)
      insert(tree, sums, at, countUpTo(ranks, (entries[at] as Entry).start));
    first = next;
  }

  for (let at = bestUpTo(tree, sums, ranks.length); at >= 0; at = previous[at] as number) {
    const entry = entries[at] as Entry;
    chosen[entry.passage] = entry.option;
  }
  return chosen;
}

interface Entry extends PlaceOption {
  readonly passage: number;
  readonly option: number;
  readonly expected: number;
}

function toEntries(passages: readonly Placeable[]): Entry[] {
  const entries = passages.flatMap(({ expected, options }, passage) =>
    options.map(({ start, weight }, option): Entry => ({ start, weight, passage, option, expected })),
  );
  return entries.sort((a, b) => a.expected - b.expected || a.passage - b.passage || a.start - b.start);
}

function price(before: Entry, entry: Entry): number {
  if (before.start > entry.start + TOLERANCE) return Number.POSITIVE_INFINITY;
  const shift = Math.abs(entry.start - before.start - (entry.expected - before.expected));
  return Math.min(MAX_PRICE, 4 * Math.log2(1 + shift / 16));
}

function rankStarts(entries: readonly Entry[]): Float64Array {
  return Float64Array.from(new Set(entries.map((entry) => entry.start))).sort();
}

/** How many ranked starts are at most `start`. */
function countUpTo(ranks: Float64Array, start: number): number {
  let low = 0;
  let high = ranks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranks[middle] as number) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entry with the best sum among those of the first `count` ranks; -1 when there is none. */
function bestUpTo(tree: Int32Array, sums: Float64Array, count: number): number {
  let best = -1;
  for (let node = count; node > 0; node -= node & -node) {
    const at = tree[node] as number;
    if (at >= 0 && (best < 0 || (sums[at] as number) > (sums[best] as number))) best = at;
  }
  return best;
}

function insert(tree: Int32Array, sums: Float64Array, at: number, rank: number): void {
  for (let node = rank; node < tree.length; node += node & -node) {
    const other = tree[node] as number;
    if (other < 0 || (sums[at] as number) > (sums[other] as number)) tree[node] = at;
  }
}
