import { parentOf } from './flat-tree.ts';
import { isFrame, placeOfFrame } from './frames.ts';

/** A part of the height of the window, in CSS pixels. */
export interface Sight {
  readonly top: number;
  readonly bottom: number;
}

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

/** The part of the window in which a node can be seen: what it scrolls in may begin lower, and end higher. */
export function sightAround(node: Node): Sight {
  let [top, bottom] = [0, innerHeight];
  for (let at = parentOf(node); at; at = parentOf(at)) {
    if (at.nodeType !== Node.ELEMENT_NODE || !hides(at as Element)) continue;
    const place = placeOfFrame(at as Element);
    top = Math.max(top, place.top);
    bottom = Math.min(bottom, place.bottom);
  }
  return { top, bottom };
}

function hides(element: Element): boolean {
  if (element === element.ownerDocument.scrollingElement) return false;
  return isFrame(element) || isScroller(element);
}

/** Whether a reader can scroll it: a script can also move what a page hides, which is none of our business. */
function isScroller(element: Element): boolean {
  if (element === element.ownerDocument.scrollingElement) return true;
  return /auto|scroll/u.test(getComputedStyle(element).overflowY);
}
