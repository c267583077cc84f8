import { useEffect, useState } from 'preact/hooks';

/** Height of the lowest entry of a list, in CSS pixels, about. */
const leastHeight = 72;
/** Entries that follow in one turn: about what a phone draws in a twentieth of a second. */
const atOnce = 8;

/** How many entries fill the window, if all of them are low. */
function entriesInWindow(): number {
  return Math.ceil(window.innerHeight / leastHeight);
}

/**
 * How many entries of a long list are drawn. Those that fill the window come first, and the page is shown with them; the
 * others follow a few after each frame, below what one sees, and at once when the page is printed. A list that was
 * looked at before (`isKnown`) comes at once, since the reader goes back to a place in it.
 *
 * @returns More than `total` once all of them were drawn.
 */
export function useDrawnEntries(total: number, isKnown: boolean): number {
  const [drawn, setDrawn] = useState(() => (isKnown ? Number.POSITIVE_INFINITY : entriesInWindow()));
  const isWhole = drawn >= total;
  // An effect comes after the frame that was drawn before it.
  useEffect(() => setDrawn(isWhole ? Number.POSITIVE_INFINITY : drawn + atOnce), [drawn, isWhole]);
  useEffect(() => {
    const drawAll = () => setDrawn(Number.POSITIVE_INFINITY);
    window.addEventListener('beforeprint', drawAll);
    return () => window.removeEventListener('beforeprint', drawAll);
  }, []);
  return drawn;
}
