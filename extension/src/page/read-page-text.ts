import { type FlatText, FlatTextBuilder } from './flat-text.ts';

/** Elements whose text is no part of the document: code, controls, embedded things. */
const skippedElements = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE TEXTAREA SELECT OPTION DATALIST BUTTON INPUT IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SVG'.split(
    ' ',
  ),
);

/** What an element does to the text in it. */
interface Frame {
  /** Ends a line or a cell before and behind the element. */
  readonly separator: '' | '\n' | '\t';
  readonly isVisible: boolean;
}

/**
 * Reads the text below an element as a reader sees it.
 *
 * Blocks and `<br>` end a line, cells of a table end with a tab. Left out: what is not displayed or
 * not visible, controls, and `ownHost` (our own interface). The content of a closed `<details>`
 * counts: it is part of the document, and opening it must not change the text.
 *
 * One pass over the nodes, one style look-up an element.
 */
export function readPageText(root: Element, ownHost?: Element): FlatText<Text> {
  const builder = new FlatTextBuilder<Text>();
  const frames: Frame[] = [frameOf(root)].filter((frame) => frame !== undefined);
  let node: Node | null = frames.length > 0 ? root.firstChild : null;
  while (node) {
    const frame = enter(node, frames.at(-1) as Frame, builder, ownHost);
    if (frame && node.firstChild) {
      frames.push(frame);
      node = node.firstChild;
      continue;
    }
    if (frame) separate(builder, frame);
    while (node && !node.nextSibling) {
      node = node.parentNode === root ? null : node.parentNode;
      if (node) separate(builder, frames.pop() as Frame);
    }
    node = node?.nextSibling ?? null;
  }
  return builder.build();
}

/** Takes a node in; a frame for an element whose children are to be read. */
function enter(
  node: Node,
  { isVisible }: Frame,
  builder: FlatTextBuilder<Text>,
  ownHost: Element | undefined,
): Frame | undefined {
  if (node.nodeType === Node.TEXT_NODE) {
    if (isVisible) builder.add(node as Text, (node as Text).data);
    return undefined;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node === ownHost) return undefined;
  const element = node as Element;
  const name = element.tagName.toUpperCase();
  if (name === 'BR') builder.separate('\n');
  if (name === 'BR' || skippedElements.has(name)) return undefined;
  const frame = frameOf(element);
  if (frame) separate(builder, frame);
  return frame;
}

function separate(builder: FlatTextBuilder<Text>, { separator }: Frame): void {
  if (separator) builder.separate(separator);
}

/** Undefined for an element that is not displayed. */
function frameOf(element: Element): Frame | undefined {
  const { display, visibility } = getComputedStyle(element);
  if (display === 'none') return undefined;
  return { separator: separatorOf(display), isVisible: visibility === 'visible' };
}

function separatorOf(display: string): Frame['separator'] {
  if (display === 'table-cell') return '\t';
  return display.startsWith('inline') || display.startsWith('ruby') || display === 'contents' ? '' : '\n';
}
