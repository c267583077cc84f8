import { signal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';

/** How many parts of the page are on their way for the first time. */
const awaited = signal(0);

/** How long a page waits to be whole: one slow number does not keep everything else from its reader. */
const patienceMs = 5_000;

/** Says of a part of the page that it is not here yet. */
export function useAwaited(isAwaited: boolean): void {
  useLayoutEffect(() => {
    if (!isAwaited) return;
    awaited.value += 1;
    return () => {
      awaited.value -= 1;
    };
  }, [isAwaited]);
}

/**
 * Whether all that a page asked for first is here, and what it asked for because of that; true from then on. Parts
 * that came one by one would push each other down while one reads.
 */
export function useWholePage(): boolean {
  const [isWhole, setWhole] = useState(false);
  useLayoutEffect(() => {
    if (isWhole) return;
    const stop = awaited.subscribe(() => {
      // After the drawing, in which what came may have asked for more.
      queueMicrotask(() => {
        if (awaited.peek() === 0) setWhole(true);
      });
    });
    const timer = setTimeout(setWhole, patienceMs, true);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [isWhole]);
  return isWhole;
}
