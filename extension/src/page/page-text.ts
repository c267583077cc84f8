import type { TextPosition } from '@waarborg/shared/anchoring';
import type { Heading } from '@waarborg/shared/references';
import { type DocumentText, type SelectionReading, toPassage } from './document-text.ts';
import { findHeading } from './find-heading.ts';
import type { FlatText, TextPiece } from './flat-text.ts';
import { type Boundary, isBehind } from './flat-tree.ts';
import { isReachable } from './frames.ts';
import type { PageReading } from './read-page-text.ts';

/** The text of a web page, tied to the text nodes that it was read from. */
export class PageText implements DocumentText {
  readonly isWrapped = false;
  readonly flat: FlatText<Text>;
  readonly #trees: readonly (Document | ShadowRoot)[];
  readonly #ownHost: Element | undefined;

  /** @param ownHost element of our own interface, which is no part of the page. */
  constructor({ flat, trees }: PageReading, ownHost?: Element) {
    this.flat = flat;
    this.#trees = trees;
    this.#ownHost = ownHost;
  }

  get text(): string {
    return this.flat.text;
  }

  /** One range for each tree in which part of the passage stands: no range reaches into a shadow root. */
  toRanges(position: TextPosition): StaticRange[] {
    const places = this.flat.placesOf(position);
    // The page may have shortened a node since it was read: the next reading follows soon.
    if (!places || !isReachable(places.start.node) || !isReachable(places.end.node)) return [];
    if (places.start.offset > places.start.node.length) return [];
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

  /** Also of a selection in shadow roots, of which a browser otherwise tells only their hosts. */
  rangeOf(selection: Selection): AbstractRange | undefined {
    const shadowRoots = this.#trees.filter((tree) => isReachable(tree) && 'host' in tree) as ShadowRoot[];
    const composed = (selection as WithComposedRanges).getComposedRanges?.({ shadowRoots });
    // Firefox selects several ranges with Ctrl.
    if (composed) return composed.at(-1);
    return selection.rangeCount > 0 ? selection.getRangeAt(selection.rangeCount - 1) : undefined;
  }

  headingOf(offset: number): Heading | undefined {
    return findHeading(this.flat, offset);
  }

  toPosition(range: AbstractRange): SelectionReading {
    if (range.collapsed) return { ok: false, reason: 'empty' };
    const { startContainer, endContainer } = range;
    if (this.#isOurs(startContainer) || this.#isOurs(endContainer)) {
      return { ok: false, reason: 'own-interface' };
    }
    if (this.#isAroundOurs(range)) return { ok: false, reason: 'outside' };
    if (isEditable(startContainer) || isEditable(endContainer)) return { ok: false, reason: 'editable' };
    if (!this.#isRead(startContainer) || !this.#isRead(endContainer)) return { ok: false, reason: 'outside' };
    const start = this.#offsetFrom({ container: startContainer, offset: range.startOffset });
    const end = this.#offsetFrom({ container: endContainer, offset: range.endOffset });
    if (start >= end) return { ok: false, reason: 'empty' };
    return toPassage(this.text, { start, end });
  }

  /** What is selected in a field of ours is told as the range around our element. */
  #isAroundOurs({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): boolean {
    const isOne = startContainer === endContainer && endOffset === startOffset + 1;
    return isOne && this.#isOurs(startContainer.childNodes[startOffset] ?? startContainer);
  }

  #isOurs(node: Node): boolean {
    return this.#ownHost?.contains(node) ?? false;
  }

  /** Whether a node stands in a tree of which the text was read. */
  #isRead(node: Node): boolean {
    return node.isConnected && (this.#trees as readonly Node[]).includes(node.getRootNode());
  }

  /** Offset of a boundary of a range: of the first character that was read at or behind it. */
  #offsetFrom(boundary: Boundary): number {
    const { container, offset } = boundary;
    if (container.nodeType === Node.TEXT_NODE) {
      const found = this.flat.offsetOf(container as Text, offset);
      if (found !== undefined) return found;
    }
    const { pieces } = this.flat;
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBehind((pieces[middle] as TextPiece<Text>).node, boundary)) high = middle;
      else low = middle + 1;
    }
    return pieces[low]?.start ?? this.text.length;
  }
}

/** Newer than the types that TypeScript has of the DOM. */
interface WithComposedRanges {
  getComposedRanges?(options: { readonly shadowRoots: readonly ShadowRoot[] }): StaticRange[];
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
    if (!isReachable(piece.node)) continue;
    const tree = piece.node.getRootNode();
    const stretch = stretches.at(-1);
    if (stretch?.tree === tree) stretch.last = piece;
    else stretches.push({ tree, first: piece, last: piece });
  }
  return stretches;
}

/** Also in a frame, whose elements are of another window's classes. */
function isEditable(node: Node): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return (element as HTMLElement | null)?.isContentEditable ?? false;
}
