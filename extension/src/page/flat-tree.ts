/*
 * The order of nodes as a reader sees them, through shadow roots, slots and frames: no range and no tree walker
 * goes through those.
 */
import { frameAround, isReachable } from './frames.ts';

/** A place in a tree of the page, as a DOM range names it. */
export interface Boundary {
  readonly container: Node;
  readonly offset: number;
}

/** Whether a node stands at or behind a boundary; false for one that is not in the page any more. */
export function isBehind(node: Node, boundary: Boundary): boolean {
  if (!isReachable(node)) return false;
  const { reference, isAfter } = toReference(boundary);
  const way = wayTo(node);
  const other = wayTo(reference);
  if (way[0] !== other[0]) return false;
  const depth = way.findIndex((step, index) => step !== other[index]);
  // One within the other, or the same: within what the boundary stands behind is before it.
  if (depth < 0) return !isAfter;
  if (depth >= other.length) return !isAfter;
  const [one, two] = [way[depth] as Node, other[depth] as Node];
  return (two.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** A boundary as the beginning or the end of a node. */
function toReference({ container, offset }: Boundary): { reference: Node; isAfter: boolean } {
  const child = container.childNodes[offset];
  if (child) return { reference: child, isAfter: false };
  return container.lastChild
    ? { reference: container.lastChild, isAfter: true }
    : { reference: container, isAfter: false };
}

/** From the page's document down to a node. */
function wayTo(node: Node): Node[] {
  const way: Node[] = [];
  for (let at: Node | null = node; at; at = parentOf(at)) way.push(at);
  return way.reverse();
}

/** What a node stands in on the screen: its slot, its parent, the host of its tree or the frame around it. */
export function parentOf(node: Node): Node | null {
  const slot = 'assignedSlot' in node ? (node as Element | Text).assignedSlot : null;
  return slot ?? node.parentNode ?? ('host' in node ? (node as ShadowRoot).host : frameAround(node));
}
