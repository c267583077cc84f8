import { type PassageLook, passageLooks } from './look.ts';

/** Marks that lie over the passages, weakest first. */
const marks = ['selected', 'emphasised', 'target'] as const;
export type Mark = (typeof marks)[number];

/** What is drawn for a passage now. */
interface Drawing {
  readonly look: PassageLook;
  readonly ranges: readonly StaticRange[];
}

/**
 * Draws passages with the CSS Custom Highlight API: the page's nodes are never changed.
 *
 * One registered highlight for each look and each mark. Ranges are static: they cost nothing while the
 * page changes, and have to be set anew when the text was read again.
 */
export class PassageHighlights {
  readonly #highlights = new Map<string, Highlight>();
  readonly #drawings = new Map<string, Drawing>();
  readonly #owners = new WeakMap<AbstractRange, string>();

  constructor() {
    for (const [priority, name] of [...passageLooks, ...marks].entries()) {
      const highlight = new Highlight();
      highlight.priority = priority;
      this.#highlights.set(name, highlight);
      CSS.highlights.set(`waarborg-${name}`, highlight);
    }
  }

  /**
   * Draws a passage, in place of what was drawn of it before; no ranges draw nothing.
   * What is drawn already is left alone, so that nothing flickers.
   */
  draw(id: string, look: PassageLook, ranges: readonly StaticRange[]): void {
    const before = this.#drawings.get(id);
    const drawn = before?.look === look ? before.ranges : [];
    const kept = ranges.map((range) => drawn.find((other) => areSame(range, other)) ?? range);
    for (const range of before?.ranges ?? []) {
      if (!kept.includes(range)) this.#highlights.get(before?.look ?? '')?.delete(range);
    }
    for (const range of kept) {
      if (drawn.includes(range)) continue;
      this.#owners.set(range, id);
      this.#highlights.get(look)?.add(range);
    }
    this.#drawings.set(id, { look, ranges: kept });
  }

  erase(id: string): void {
    const drawing = this.#drawings.get(id);
    for (const range of drawing?.ranges ?? []) this.#highlights.get(drawing?.look ?? '')?.delete(range);
    this.#drawings.delete(id);
  }

  /** Erases every passage that is not named. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of [...this.#drawings.keys()]) if (!ids.has(id)) this.erase(id);
  }

  /** Lays a mark over these ranges, and over nothing else; none takes it away. */
  mark(mark: Mark, ranges: readonly StaticRange[]): void {
    const highlight = this.#highlights.get(mark);
    highlight?.clear();
    for (const range of ranges) highlight?.add(range);
  }

  /** The passage under a point of the window; of several the shortest, as it lies on top for a reader. */
  findAt(x: number, y: number): string | undefined {
    const hits =
      rangesAt(x, y) ?? [...this.#drawings.values()].flatMap(({ ranges }) => rangesUnder(ranges, x, y));
    const owned = hits.filter((range) => this.#owners.has(range));
    owned.sort((one, other) => lengthOf(one) - lengthOf(other));
    return owned[0] && this.#owners.get(owned[0]);
  }

  close(): void {
    for (const name of this.#highlights.keys()) CSS.highlights.delete(`waarborg-${name}`);
    this.#drawings.clear();
  }
}

/** Newer than the types that TypeScript has of the DOM. */
interface HitTesting {
  highlightsFromPoint?(x: number, y: number): readonly { readonly ranges: readonly AbstractRange[] }[];
}

/** Undefined where the browser cannot tell. */
function rangesAt(x: number, y: number): AbstractRange[] | undefined {
  return (CSS.highlights as unknown as HitTesting)
    .highlightsFromPoint?.(x, y)
    .flatMap(({ ranges }) => [...ranges]);
}

function rangesUnder(ranges: readonly StaticRange[], x: number, y: number): StaticRange[] {
  return ranges.filter((range) =>
    [...toLive(range).getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  );
}

function toLive(range: AbstractRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

function lengthOf(range: AbstractRange): number {
  return toLive(range).toString().length;
}

function areSame(one: StaticRange, other: StaticRange): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}
