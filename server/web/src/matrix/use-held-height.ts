import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** What the reader does at a panel that lets it take the height that it needs. */
const freeing = ['click', 'toggle'] as const;

/**
 * Keeps a panel as high as it was when its subject was first shown, with what does not fit to scroll: what others
 * change in it moves nothing below it. With another subject it is as high as it needs to be and no lower than before,
 * so that what stands below comes no nearer while one aims at it. In a window of another size, and after the reader did
 * something in it, it is as high as it needs to be.
 */
export function useHeldHeight(subject: string): RefObject<HTMLDetailsElement | null> {
  const panel = useRef<HTMLDetailsElement>(null);
  /** What was shown last, and how high it was drawn; without a height it is not drawn yet. */
  const held = useRef<{ subject: string; height?: number }>(undefined);
  // Told after a drawing: measuring before it would lay the whole page out once more.
  const observer = useRef<ResizeObserver>(undefined);
  observer.current ??= new ResizeObserver(([entry]) => {
    const [size] = entry?.borderBoxSize ?? [];
    if (size && held.current) held.current.height ??= size.blockSize;
  });
  // After every rendering: what it says may be new each time.
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    if (held.current?.subject !== subject || !element.open) {
      const { height } = held.current ?? {};
      free(element);
      if (element.open && height !== undefined) element.style.minBlockSize = `${height}px`;
      held.current = { subject };
      observer.current?.unobserve(element);
      observer.current?.observe(element);
    } else if (held.current.height !== undefined) {
      element.style.blockSize = `${held.current.height}px`;
      element.style.overflowY = 'auto';
    }
  });
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    const onFree = () => {
      held.current = undefined;
      free(element);
    };
    for (const name of freeing) element.addEventListener(name, onFree);
    window.addEventListener('resize', onFree);
    return () => {
      for (const name of freeing) element.removeEventListener(name, onFree);
      window.removeEventListener('resize', onFree);
    };
  });
  useEffect(() => () => observer.current?.disconnect(), []);
  return panel;
}

function free(element: HTMLElement): void {
  element.style.blockSize = '';
  element.style.minBlockSize = '';
  element.style.overflowY = '';
}
