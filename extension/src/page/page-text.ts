import type { TextPosition } from '@waarborg/shared/anchoring';
import { type DocumentText, type SelectionReading, toPassage } from './document-text.ts';
import type { FlatText, TextPiece } from './flat-text.ts';

/** The text of a web page, tied to the text nodes that it was read from. */
export class PageText implements DocumentText {
  readonly flat: FlatText<Text>;
  readonly #root: Element;
  readonly #ownHost: Element | undefined;

  constructor(flat: FlatText<Text>, root: Element, ownHost?: Element) {
    this.flat = flat;
    this.#root = root;
    this.#ownHost = ownHost;
  }

  get text(): string {
    return this.flat.text;
  }

  /** One range for each tree in which part of the passage stands: no range reaches into a shadow root. */
  toRanges(position: TextPosition): StaticRange[] {
    const places = this.flat.placesOf(position);
    // The page may have shortened a node since it was read: the next reading follows soon.
    if (!places || places.start.offset > places.start.node.length) return [];
    if (places.end.offset > places.end.node.length) return [];
    if (places.start.node === places.end.node) return [toRange(places)];
    const pieces = this.flat.piecesOf(position);
    return divideByTree(pieces).flatMap(({ first, last }) => {
      const stretch = {
        start: Math.max(position.start, first.start),
        end: Math.min(position.end, last.start + last.length),
      };
      const found = this.flat.placesOf(stretch);
      return found ? [toRange(found)] : [];
    });
  }

  toPosition(range: AbstractRange): SelectionReading {
    if (range.collapsed) return { ok: false, reason: 'empty' };
    const { startContainer, endContainer } = range;
    if (this.#isOurs(startContainer) || this.#isOurs(endContainer)) {
      return { ok: false, reason: 'own-interface' };
    }
    if (isEditable(startContainer) || isEditable(endContainer)) return { ok: false, reason: 'editable' };
    if (!startContainer.isConnected || startContainer.getRootNode() !== this.#root.getRootNode()) {
      return { ok: false, reason: 'outside' };
    }
    const start = this.#offsetFrom(startContainer, range.startOffset);
    const end = this.#offsetFrom(endContainer, range.endOffset);
    if (start >= end) return { ok: false, reason: 'empty' };
    return toPassage(this.text, { start, end });
  }

  #isOurs(node: Node): boolean {
    return this.#ownHost?.contains(node) ?? false;
  }

  /** Offset of a boundary of a range: of the first character that was read at or after it. */
  #offsetFrom(container: Node, offset: number): number {
    if (container.nodeType === Node.TEXT_NODE) {
      const found = this.flat.offsetOf(container as Text, offset);
      if (found !== undefined) return found;
    }
    const walker = document.createTreeWalker(this.#root, NodeFilter.SHOW_TEXT);
    let node: Node | null = firstAfter(container, offset, this.#root);
    while (node) {
      if (node.nodeType === Node.TEXT_NODE && this.flat.has(node as Text)) {
        return this.flat.offsetOf(node as Text, 0) as number;
      }
      walker.currentNode = node;
      node = walker.nextNode();
    }
    return this.text.length;
  }
}

function toRange({ start, end }: NonNullable<ReturnType<FlatText<Text>['placesOf']>>): StaticRange {
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/** Divides pieces into stretches, each within one tree. */
function divideByTree(pieces: readonly TextPiece<Text>[]) {
  const stretches: { tree: Node; first: TextPiece<Text>; last: TextPiece<Text> }[] = [];
  for (const piece of pieces) {
    const tree = piece.node.getRootNode();
    const stretch = stretches.at(-1);
    if (stretch?.tree === tree) stretch.last = piece;
    else stretches.push({ tree, first: piece, last: piece });
  }
  return stretches;
}

/** The first node at or after a boundary, in the order of the document; none at the end of the root. */
function firstAfter(container: Node, offset: number, root: Element): Node | null {
  if (!root.contains(container)) return isBefore(container, offset, root) ? root : null;
  const child = container.nodeType === Node.ELEMENT_NODE ? container.childNodes[offset] : undefined;
  if (child) return child;
  let node: Node | null = container;
  while (node && node !== root && !node.nextSibling) node = node.parentNode;
  return !node || node === root ? null : node.nextSibling;
}

/** Whether a boundary outside the root stands before it, as in `<html>` or `<head>`. */
function isBefore(container: Node, offset: number, root: Element): boolean {
  const place = container.contains(root) ? (container.childNodes[offset] ?? null) : container;
  if (place === null) return false;
  return (
    place.contains(root) || (root.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  );
}

function isEditable(node: Node): boolean {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element instanceof HTMLElement && element.isContentEditable;
}
