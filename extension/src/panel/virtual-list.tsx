import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { focusEntryAt, focusPanel } from './focus-in-panel.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** What the element of a row must carry: where it stands, for the eye and for a screen reader. */
export interface RowPlacement {
  readonly ref: (row: HTMLElement | null) => void;
  readonly style: { readonly insetBlockStart: string };
  readonly 'data-index': number;
  readonly 'data-key': string;
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
}

interface VirtualListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Draws one `li`. */
  readonly children: (item: T, placement: RowPlacement) => ComponentChildren;
}

/** A list of any length of which only what can be seen is in the page. The row with the focus stays. */
export function VirtualList<T>({ items, keyOf, children }: VirtualListProps<T>) {
  const list = useRef<HTMLOListElement>(null);
  const [focused, setFocused] = useState<string>();
  /** Row that is drawn to have the focus. */
  const [awaited, setAwaited] = useState<number>();
  const keys = items.map(keyOf);
  const kept = awaited === undefined ? focused : keys[awaited];
  const { rows, height, measure } = useVirtualRows(list, keys, kept);
  useLayoutEffect(() => {
    if (awaited === undefined) return;
    focusEntryAt(list.current, awaited);
    setAwaited(undefined);
  }, [awaited]);
  const focusedIndex = useRef(0);
  useLayoutEffect(() => {
    if (focused === undefined) return;
    const index = keys.indexOf(focused);
    if (index >= 0) focusedIndex.current = index;
    // A colleague took it away: the keyboard goes on with what stands in its place.
    else if (document.activeElement === document.body) focusNear(list.current, focusedIndex.current);
  });
  const leave = () => {
    if (list.current?.contains(document.activeElement)) focusPanel();
  };
  useLayoutEffect(() => leave, []);
  return (
    <ol
      ref={list}
      class="entries"
      style={{ blockSize: `${height}px` }}
      onKeyDown={(event) => {
        const index = { Home: 0, End: keys.length - 1 }[event.key];
        const isOwn = !(event.target as Element).closest(
          '.entry-section, .comparison, input, select, textarea',
        );
        if (index === undefined || !isOwn || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        setAwaited(index);
      }}
      onFocusIn={({ target }) =>
        setFocused((target as Element).closest<HTMLElement>('[data-key]')?.dataset.key)
      }
      onFocusOut={({ relatedTarget }) => {
        // On its way to the next row the focus finds that one still there.
        if (!list.current?.contains(relatedTarget as Node | null)) setFocused(undefined);
      }}
    >
      {rows.map(({ index, top }) => {
        const item = items[index];
        if (item === undefined) return null;
        return children(item, {
          ref: measure,
          style: { insetBlockStart: `${top}px` },
          'data-index': index,
          'data-key': keyOf(item),
          'aria-posinset': index + 1,
          'aria-setsize': items.length,
        });
      })}
    </ol>
  );
}

/** Puts the focus on the row at a place or on the one before it; on the panel where neither is drawn. */
function focusNear(list: Element | null, index: number): void {
  if (!focusEntryAt(list, index) && !focusEntryAt(list, index - 1)) focusPanel();
}
