import { parentOf } from './flat-tree.ts';

/**
 * Scrolls what a node stands in, the innermost of it that gives way, so that the node goes up by so many CSS pixels;
 * down by less than none. As far as it goes: at the end of a page it goes no further.
 */
export function scrollAround(node: Node, by: number): void {
  for (let at = parentOf(node); at; at = parentOf(at)) {
    if (at.nodeType !== Node.ELEMENT_NODE || !isScroller(at as Element)) continue;
    const before = (at as Element).scrollTop;
    (at as Element).scrollBy({ top: by, behavior: 'instant' });
    if ((at as Element).scrollTop !== before) return;
  }
}

/** Whether a reader can scroll it: a script can also move what a page hides, which is none of our business. */
function isScroller(element: Element): boolean {
  if (element === element.ownerDocument.scrollingElement) return true;
  return /auto|scroll/u.test(getComputedStyle(element).overflowY);
}
