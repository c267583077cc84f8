/** What a reader does to look at something else, or to go on. */
const doings = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

/**
 * Brings what was opened into view, and again while it fills, until the reader does something.
 *
 * @param block where in view: at the top, or no further than needed.
 * @returns how to stop.
 */
export function keepInView(opened: Element, block: 'start' | 'nearest'): () => void {
  const stopping = new AbortController();
  const sizes = new ResizeObserver(() => opened.scrollIntoView({ block }));
  const stop = () => {
    sizes.disconnect();
    stopping.abort();
  };
  sizes.observe(opened);
  const { signal } = stopping;
  for (const type of doings) addEventListener(type, stop, { capture: true, passive: true, signal });
  return stop;
}
