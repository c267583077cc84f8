/** As many elements are styled anew in one task. */
const mostElements = 2_000;
/** A part with fewer is not worth a rule. */
const leastElements = 20;

/**
 * Parts of a large page that together are most of it: selectors of each, by the page's own ids. A page that is styled
 * fast enough at once has none.
 */
export function partsOf(page: Document, most = mostElements): string[][] {
  if (!page.body || sizeOf(page.body) <= 2 * most) return [];
  const parts: string[][] = [];
  let room = 0;
  for (const [selector, size] of namedIn(page.body, most)) {
    if (size > room) {
      parts.push([]);
      room = most;
    }
    parts.at(-1)?.push(selector);
    room -= size;
  }
  return parts;
}

/** The largest elements with an id that have at most so many elements, with how many they have. */
function namedIn(element: Element, most: number): [selector: string, size: number][] {
  const size = sizeOf(element);
  if (size < leastElements) return [];
  // Of a form, `id` may be one of its fields.
  const id = element.getAttribute('id');
  if (id && size <= most) return [[`#${CSS.escape(id)}`, size]];
  return [...element.children].flatMap((child) => namedIn(child, most));
}

function sizeOf(element: Element): number {
  return element.querySelectorAll('*').length + 1;
}
