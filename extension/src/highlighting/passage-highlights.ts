import { parentOf } from '../page/flat-tree.ts';
import { isReachable, toLiveRange, windowOf } from '../page/frames.ts';
import { lastTurn } from '../page/in-slices.ts';
import { isInherited, styleHighlights, styleInTurns, unstyleInTurns } from './highlight-styles.ts';
import { type PassageLook, passageLooks } from './look.ts';
import { NearWindow } from './near-window.ts';

/** Marks that lie over the passages, weakest first. */
const marks = ['suggested', 'selected', 'emphasised', 'target'] as const;
export type Mark = (typeof marks)[number];

/** A piece of a passage that is drawn, or is as soon as the window comes near it. */
interface Drawn {
  readonly look: PassageLook;
  readonly range: StaticRange;
  readonly highlight: Highlight;
}

/** As many pieces are drawn wherever they stand. */
const manyPieces = 100;

/**
 * Draws passages with the CSS Custom Highlight API: the page's nodes are never changed.
 *
 * One registered highlight for each look and each mark, in each document that the page consists of. Ranges are
 * static: they cost nothing while the page changes, and have to be set anew when the text was read again.
 *
 * Where there are many, a browser is told of those near the window only, and of all when the page is printed: with
 * each change of the page, and of our toolbar, it looks through all that it was told of (ADR 68).
 */
export class PassageHighlights {
  readonly #ownHost: Element;
  readonly #layers = new Map<Document, HighlightLayers>();
  readonly #drawings = new Map<string, readonly Drawn[]>();
  readonly #owners = new WeakMap<AbstractRange, string>();
  readonly #styled = new WeakSet<Node>();
  readonly #unstyle: (() => void)[] = [];
  readonly #near = new NearWindow(() => this.#settle());
  /** The elements that ranges stand in, where that was asked. */
  readonly #places = new WeakMap<AbstractRange, Element>();
  readonly #closing = new AbortController();
  #preparing: Promise<void> | undefined;
  #pieces = 0;
  #isPrinting = false;

  /** @param ownHost element of ours, for what a browser does not let us add to a document itself. */
  constructor(ownHost: Element) {
    this.#ownHost = ownHost;
    for (const type of ['beforeprint', 'afterprint'] as const) {
      const onPrint = () => {
        this.#isPrinting = type === 'beforeprint';
        this.#settle();
      };
      addEventListener(type, onPrint, { signal: this.#closing.signal });
    }
  }

  /** Has the page styled for passages, in several turns: a large one would take longer than a task may take. */
  prepare(): void {
    this.#preparing = this.#prepare().finally(() => {
      this.#preparing = undefined;
    });
  }

  /** Resolves when the page is styled; undefined where nobody has to wait for that. */
  get preparing(): Promise<void> | undefined {
    return this.#preparing;
  }

  async #prepare(): Promise<void> {
    const { signal } = this.#closing;
    await lastTurn();
    await styleInTurns(document, this.#ownHost, (unstyle) => this.#unstyle.push(unstyle), signal);
    if (!signal.aborted) this.#layersOf(document);
  }

  /**
   * Draws a passage, in place of what was drawn of it before; no ranges draw nothing.
   * What is drawn already is left alone, so that nothing flickers.
   */
  draw(id: string, look: PassageLook, ranges: readonly StaticRange[]): void {
    // Whoever draws in slices may not have heard of the end.
    if (this.#closing.signal.aborted) return;
    const before = this.#drawings.get(id) ?? [];
    const drawn = ranges.map(
      (range) =>
        before.find((other) => other.look === look && areSame(range, other.range)) ??
        this.#drawRange(id, look, range),
    );
    for (const piece of before) if (!drawn.includes(piece)) piece.highlight.delete(piece.range);
    this.#drawings.set(id, drawn);
    this.#count(drawn.length - before.length);
  }

  erase(id: string): void {
    const drawn = this.#drawings.get(id) ?? [];
    for (const { highlight, range } of drawn) highlight.delete(range);
    this.#drawings.delete(id);
    this.#count(-drawn.length);
  }

  /** Erases every passage that is not named. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of [...this.#drawings.keys()]) if (!ids.has(id)) this.erase(id);
    const places = [...this.#drawings.values()].flat().map(({ range }) => this.#places.get(range));
    this.#near.keepOnly(new Set(places.filter((place) => place !== undefined)));
  }

  /** Lays a mark over these ranges, and over nothing else; none takes it away. */
  mark(mark: Mark, ranges: readonly StaticRange[]): void {
    for (const layers of this.#layers.values()) layers.get(mark)?.clear();
    for (const range of ranges) this.#highlightOf(range, mark).add(range);
  }

  /** The passage under a point of the window that shows a document; of several the shortest, as it lies on top for a reader. */
  findAt(page: Document, x: number, y: number): string | undefined {
    const hits =
      rangesAt(page, x, y) ?? [...this.#drawings.values()].flatMap((drawn) => rangesUnder(page, drawn, x, y));
    const owned = hits.filter((range) => this.#owners.has(range));
    owned.sort((one, other) => lengthOf(one) - lengthOf(other));
    return owned[0] && this.#owners.get(owned[0]);
  }

  close(): void {
    for (const [page, layers] of this.#layers) {
      for (const name of layers.keys()) registryOf(page)?.delete(`waarborg-${name}`);
    }
    this.#closing.abort();
    this.#near.close();
    // The root's first: what has rules of its own is styled anew with them.
    void unstyleInTurns(this.#unstyle.toReversed());
    this.#layers.clear();
    this.#drawings.clear();
  }

  #drawRange(id: string, look: PassageLook, range: StaticRange): Drawn {
    const highlight = this.#highlightOf(range, look);
    this.#owners.set(range, id);
    if (this.#isTold(range)) highlight.add(range);
    return { look, range, highlight };
  }

  #count(more: number): void {
    const wereMany = this.#pieces > manyPieces;
    this.#pieces += more;
    if (wereMany !== this.#pieces > manyPieces) this.#settle();
  }

  /** Tells the browser of those pieces that are near now, and of no others. */
  #settle(): void {
    for (const { highlight, range } of [...this.#drawings.values()].flat()) {
      const isTold = this.#isTold(range);
      if (isTold !== highlight.has(range)) highlight[isTold ? 'add' : 'delete'](range);
    }
  }

  #isTold(range: StaticRange): boolean {
    return this.#pieces <= manyPieces || this.#isPrinting || this.#near.has(this.#placeOf(range));
  }

  #placeOf(range: StaticRange): Element {
    const place = this.#places.get(range) ?? placeOf(range);
    this.#places.set(range, place);
    return place;
  }

  #highlightOf({ startContainer }: AbstractRange, name: PassageLook | Mark): Highlight {
    // Where nothing is inherited, a style sheet of the document does not reach into shadow roots.
    if (!isInherited) this.#style(startContainer.getRootNode());
    return this.#layersOf(startContainer.ownerDocument ?? document).get(name) as Highlight;
  }

  #layersOf(page: Document): HighlightLayers {
    const known = this.#layers.get(page);
    if (known) return known;
    for (const other of this.#layers.keys()) if (!windowOf(other)) this.#layers.delete(other);
    this.#style(page);
    const layers: HighlightLayers = new Map();
    for (const [priority, name] of [...passageLooks, ...marks].entries()) {
      const highlight = new Highlight();
      highlight.priority = priority;
      layers.set(name, highlight);
      registryOf(page)?.set(`waarborg-${name}`, highlight);
    }
    this.#layers.set(page, layers);
    return layers;
  }

  #style(tree: Node): void {
    if (this.#styled.has(tree)) return;
    this.#styled.add(tree);
    this.#unstyle.push(styleHighlights(tree as Document | ShadowRoot, this.#ownHost));
  }
}

/** The highlights of one document. */
type HighlightLayers = Map<PassageLook | Mark, Highlight>;

/**
 * The element by which a range is near or not: the smallest with a size of its own that holds it, or what encloses
 * that, as long as it is low. Many passages have the same one then, and a browser looks at each after every frame.
 */
function placeOf({ startContainer, endContainer }: AbstractRange): Element {
  let at: Node | null = isReachable(startContainer) ? startContainer : null;
  while (at && !(at.contains(endContainer) && isElementWithSize(at))) at = parentOf(at);
  let place = (at ?? document.documentElement) as Element;
  let inner = place.getBoundingClientRect();
  for (;;) {
    const around = place.parentElement;
    const outer = around?.getBoundingClientRect();
    if (!around || !outer || outer.height > innerHeight || !encloses(outer, inner)) return place;
    [place, inner] = [around, outer];
  }
}

function encloses(outer: DOMRect, inner: DOMRect): boolean {
  return (
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
}

function isElementWithSize(node: Node): boolean {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const { width, height } = (node as Element).getBoundingClientRect();
  return width > 0 && height > 0;
}

function registryOf(page: Document): HighlightRegistry | undefined {
  return windowOf(page)?.CSS.highlights;
}

/** Newer than the types that TypeScript has of the DOM. */
interface HitTesting {
  highlightsFromPoint?(x: number, y: number): readonly { readonly ranges: readonly AbstractRange[] }[];
}

/** Undefined where the browser cannot tell. */
function rangesAt(page: Document, x: number, y: number): AbstractRange[] | undefined {
  return (registryOf(page) as unknown as HitTesting | undefined)
    ?.highlightsFromPoint?.(x, y)
    .flatMap(({ ranges }) => [...ranges]);
}

function rangesUnder(page: Document, drawn: readonly Drawn[], x: number, y: number): StaticRange[] {
  const shown = drawn.map(({ range }) => range).filter(({ startContainer }) => isIn(page, startContainer));
  return shown.filter((range) =>
    [...toLiveRange(range).getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  );
}

function isIn(page: Document, node: Node): boolean {
  return isReachable(node) && node.ownerDocument === page;
}

function lengthOf(range: AbstractRange): number {
  return toLiveRange(range).toString().length;
}

function areSame(one: StaticRange, other: StaticRange): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}
