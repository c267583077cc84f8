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
  /** How many of `assigned` have been read. */
  read: number;
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
  #changed = new Set<Node>();

  /** @param ownHost element of our own interface, which is no part of the page. */
  constructor(ownHost?: Element) {
    this.#ownHost = ownHost;
  }

  /** What stands in an element is displayed in another way than before, perhaps. */
  forgetStyles(element: Node): void {
    this.#changed.add(element);
  }

  /**
   * Reads what stands in an element. A reading that is given up leaves nothing behind.
   *
   * @param onBegun called with how the text begins, once there is as much of it as a document is recognised by.
   */
  *read(root: Element, onBegun?: (beginning: string) => void): SlicedWork<PageReading> {
    const builder = new FlatTextBuilder<Text>();
    const trees: (Document | ShadowRoot)[] = [root.ownerDocument];
    const changed = this.#changed;
    const frame = this.#frameOf(root, true);
    const levels: Level[] = frame ? [toLevel(root, frame, changed.has(root), trees)] : [];
    let node: Node | null = levels[0] ? firstIn(levels[0]) : null;
    for (let count = 1; levels.length > 0; count += 1) {
      if (count % nodesPerStep === 0) {
        yield;
        if (builder.length > introductionLength) {
          onBegun?.(builder.text);
          onBegun = undefined;
        }
      }
      const level = levels.at(-1) as Level;
      if (!node) {
        levels.pop();
        separate(builder, level.frame);
        node = levels.length > 0 ? nextIn(levels.at(-1) as Level, level.element) : null;
        continue;
      }
      const inner = this.#enter(node, level, builder);
      if (inner && node !== root) {
        levels.push(toLevel(node as Element, inner, level.isChanged || changed.has(node), trees));
        node = firstIn(levels.at(-1) as Level);
      } else node = nextIn(level, node);
    }
    if (changed === this.#changed) this.#changed = new Set();
    return { flat: builder.build(), trees };
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
    const frame = this.#frameOf(element, level.isChanged || this.#changed.has(element));
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
  return { element, frame, assigned: assignedTo(element, tree ?? undefined), read: 0, isChanged };
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

function firstIn(level: Level): Node | null {
  return level.assigned ? (level.assigned[0] ?? null) : level.element.firstChild;
}

function nextIn(level: Level, node: Node): Node | null {
  if (!level.assigned) return node.nextSibling;
  level.read += 1;
  return level.assigned[level.read] ?? null;
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
