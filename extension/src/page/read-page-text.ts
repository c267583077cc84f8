import { introductionLength } from '@waarborg/shared/references';
import { type FlatText, FlatTextBuilder } from './flat-text.ts';
import { documentInFrame, isFrame } from './frames.ts';
import type { SlicedWork } from './in-slices.ts';

/** Elements whose text is no part of the document: code, controls, embedded things. */
const skippedElements = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE TEXTAREA SELECT OPTION DATALIST BUTTON INPUT OBJECT EMBED CANVAS AUDIO VIDEO SVG'.split(
    ' ',
  ),
);

/** What an element does to the text in it; null for one that is not displayed. */
type Frame = {
  /** Ends a line or a cell before and behind the element. */
  readonly separator: '' | '\n' | '\t';
  readonly isVisible: boolean;
  /** Whether line breaks in its text are shown; undefined until there are any. */
  showsLines?: boolean;
} | null;

/** An element that is being read. */
interface Level {
  readonly element: Element;
  readonly frame: NonNullable<Frame>;
  /** What stands in its slot, its shadow root or its frame, which are no children of it. */
  readonly assigned: readonly Node[] | undefined;
  /** How many of those or of its children have been read … */
  read: number;
  /** … and the child that was read last. */
  last: Node | null;
  /** Whether its style may have changed, and that of all in it. */
  readonly isChanged: boolean;
}

/** A reading of a page. */
export interface PageReading {
  readonly flat: FlatText<Text>;
  /** The documents and open shadow roots whose text was read, the page's own document first. */
  readonly trees: readonly (Document | ShadowRoot)[];
}

/** How many nodes are read before others may get their turn. */
const nodesPerStep = 32;

/**
 * Reads the text of a page as a reader sees it, again and again, in slices.
 *
 * Blocks, `<br>` and line breaks in `<pre>` end a line, cells of a table end with a tab. Left out: what is not displayed or
 * not visible, controls, and our own interface. The content of a closed `<details>` counts: it is part
 * of the document, and opening it must not change the text. Open shadow roots are read where they
 * stand, with what their slots show, and so are the documents in frames, those from elsewhere aside.
 *
 * Cost: a pass over the nodes. Looking up a style is most of it, so the styles are remembered until
 * something changes at an element or around it.
 */
export class PageReader {
  readonly #ownHost: Element | undefined;
  #frames = new WeakMap<Element, { readonly frame: Frame }>();
  /** In which elements styles may have changed since the last whole reading … */
  #changed = new Set<Node>();
  /** … and since this one began, which may have passed them by then. */
  #changedMeanwhile = new Set<Node>();

  /** @param ownHost element of our own interface, which is no part of the page. */
  constructor(ownHost?: Element) {
    this.#ownHost = ownHost;
  }

  /** What stands in an element is displayed in another way than before, perhaps. */
  forgetStyles(element: Node): void {
    this.#changedMeanwhile.add(element);
  }

  /**
   * Reads what stands in an element. A reading that is given up leaves nothing behind. One during which the page changes
   * goes on where it was, and ends.
   *
   * @param onBegun called with how the text begins, once there is as much of it as a document is recognised by.
   */
  *read(root: Element, onBegun?: (beginning: string) => void): SlicedWork<PageReading> {
    const builder = new FlatTextBuilder<Text>();
    const trees: (Document | ShadowRoot)[] = [root.ownerDocument];
    for (const node of this.#changedMeanwhile) this.#changed.add(node);
    this.#changedMeanwhile = new Set();
    const frame = this.#frameOf(root, true);
    const levels: Level[] = frame ? [toLevel(root, frame, this.#isChanged(root), trees)] : [];
    for (let count = 1; levels.length > 0; count += 1) {
      if (count % nodesPerStep === 0) {
        yield;
        if (builder.length > introductionLength) {
          onBegun?.(builder.text);
          onBegun = undefined;
        }
      }
      const level = levels.at(-1) as Level;
      const node = nextIn(level);
      if (!node) {
        levels.pop();
        separate(builder, level.frame);
        continue;
      }
      const inner = this.#enter(node, level, builder);
      const isChanged = level.isChanged || this.#isChanged(node);
      if (inner) levels.push(toLevel(node as Element, inner, isChanged, trees));
    }
    this.#changed = new Set();
    return { flat: builder.build(), trees };
  }

  #isChanged(node: Node): boolean {
    return this.#changed.has(node) || this.#changedMeanwhile.has(node);
  }

  /** Takes a node in; a frame for an element whose children are to be read. */
  #enter(node: Node, level: Level, builder: FlatTextBuilder<Text>): Frame {
    if (node.nodeType === Node.TEXT_NODE) {
      if (level.frame.isVisible) addText(node as Text, level, builder);
      return null;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node === this.#ownHost) return null;
    const element = node as Element;
    const name = element.tagName.toUpperCase();
    if (name === 'BR') builder.separate('\n');
    if (name === 'BR' || skippedElements.has(name)) return null;
    const frame = this.#frameOf(element, level.isChanged || this.#isChanged(element));
    if (frame) separate(builder, frame);
    return frame;
  }

  #frameOf(element: Element, isChanged: boolean): Frame {
    const known = isChanged ? undefined : this.#frames.get(element);
    if (known) return known.frame;
    const frame = readFrame(element);
    this.#frames.set(element, { frame });
    return frame;
  }
}

function addText(node: Text, { element, frame }: Level, builder: FlatTextBuilder<Text>): void {
  const { data } = node;
  if (data.includes('\n')) frame.showsLines ??= showsLines(element);
  builder.add(node, data, frame.showsLines);
}

/** Goes into an element: into its shadow tree, what its slot or its frame shows, or its children. */
function toLevel(
  element: Element,
  frame: NonNullable<Frame>,
  isChanged: boolean,
  trees: (Document | ShadowRoot)[],
): Level {
  const tree = isFrame(element) ? documentInFrame(element) : element.shadowRoot;
  if (tree) trees.push(tree);
  const assigned = assignedTo(element, tree ?? undefined);
  return { element, frame, assigned, read: 0, last: null, isChanged };
}

function assignedTo(element: Element, tree: Document | ShadowRoot | undefined): readonly Node[] | undefined {
  if (isFrame(element)) return tree ? [rootOfDocument(tree as Document)].filter((root) => root) : [];
  if (tree) return [...tree.childNodes];
  const slotted = element.tagName === 'SLOT' ? (element as HTMLSlotElement).assignedNodes() : [];
  return slotted.length > 0 ? slotted : undefined;
}

/** The element whose text is that of a document; absent while a frame loads. */
export function rootOfDocument(page: Document): Element {
  return page.body ?? page.documentElement;
}

/** Children that a page moves about while they are read are read at most as often as this would be. */
const mostRounds = 2;

/** The next node to be read in a level; null when there is none. */
function nextIn(level: Level): Node | null {
  const { element, assigned, read, last } = level;
  level.read += 1;
  if (assigned) return assigned[read] ?? null;
  if (read >= mostRounds * element.childNodes.length) return null;
  if (!last) level.last = element.firstChild;
  // Where another stands in the place of the last one, its followers are counted.
  else level.last = last.parentNode === element ? last.nextSibling : (element.childNodes[read] ?? null);
  return level.last;
}

function separate(builder: FlatTextBuilder<Text>, { separator }: NonNullable<Frame>): void {
  if (separator) builder.separate(separator);
}

function readFrame(element: Element): Frame {
  const { display, visibility } = getComputedStyle(element);
  if (display === 'none') return null;
  const separator = isFrame(element) ? '\n' : separatorOf(display);
  return { separator, isVisible: visibility === 'visible' };
}

const lineKeeping = new Set(['preserve', 'preserve-breaks', 'break-spaces']);

function showsLines(element: Element): boolean {
  return lineKeeping.has(getComputedStyle(element).getPropertyValue('white-space-collapse'));
}

function separatorOf(display: string): '' | '\n' | '\t' {
  if (display === 'table-cell') return '\t';
  return display.startsWith('inline') || display.startsWith('ruby') || display === 'contents' ? '' : '\n';
}
