import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

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

/** The same, no further than needed, for what a component opens: where it is to stand. */
export function useKeptInView<E extends Element>(): RefObject<E | null> {
  const opened = useRef<E>(null);
  useEffect(() => (opened.current ? keepInView(opened.current, 'nearest') : undefined), []);
  return opened;
}
