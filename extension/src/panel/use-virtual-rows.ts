import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** A row that is drawn, with where it stands. */
export interface VirtualRow {
  readonly index: number;
  /** Distance from the top of the list, in CSS pixels. */
  readonly top: number;
}

/** The part of a long list that is drawn. */
export interface VirtualRows {
  /** The rows near what can be seen, and the one that has the focus with its neighbours. */
  readonly rows: readonly VirtualRow[];
  /** Height of the whole list, in CSS pixels; an estimate for rows that were never drawn. */
  readonly height: number;
  /** To be told of the element of each row, which names its index in `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
}

/** Height of a row before it was drawn, in CSS pixels: a short quote, a coding and its buttons. */
const usualHeight = 180;
/** Rows that are drawn before and after what can be seen: Tab finds the next one there. */
const overscan = 10;

/**
 * Draws of a long list what can be seen, in an element that scrolls with other things in it. Rows that come
 * in above or grow there do not move what is being read.
 *
 * @param keys of all rows, in their order.
 * @param kept row that stays drawn wherever it is: it has the focus.
 */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  kept: string | undefined,
): VirtualRows {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [margin, setMargin] = useState(0);
  const keptIndex = kept === undefined ? -1 : keys.indexOf(kept);
  const findScroller = () => list.current?.closest<HTMLElement>('[data-scrolls], main') ?? null;
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count: keys.length,
    getItemKey: (index) => keys[index] ?? index,
    getScrollElement: findScroller,
    estimateSize: () => usualHeight,
    overscan,
    scrollMargin: margin,
    rangeExtractor: (range) => {
      const near = keptIndex < 0 ? [] : [keptIndex - 1, keptIndex, keptIndex + 1];
      const wanted = new Set([...defaultRangeExtractor(range), ...near]);
      return [...wanted].filter((index) => index >= 0 && index < keys.length).sort((a, b) => a - b);
    },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer(options));
  // What is read keeps its place on the screen; whoever still sees the top of the list sees what comes in there.
  const isReading = (virtualizer.scrollOffset ?? 0) > margin;
  virtualizer.setOptions({ ...options, anchorTo: isReading ? 'end' : 'start' });
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => followMargin(list, findScroller(), setMargin), []);
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - margin })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
  };
}

/** Tells how far below the top of what scrolls the list begins, whenever something above it grows. */
function followMargin(
  list: RefObject<HTMLElement | null>,
  scroller: HTMLElement | null,
  tell: (margin: number) => void,
): () => void {
  const measure = () => {
    if (!list.current || !scroller) return;
    const distance = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    tell(Math.round(distance + scroller.scrollTop));
  };
  const sizes = new ResizeObserver(measure);
  for (let part: Element | null = list.current; part && part !== scroller; part = part.parentElement) {
    for (const sibling of part.parentElement?.children ?? []) sizes.observe(sibling);
  }
  measure();
  return () => sizes.disconnect();
}
