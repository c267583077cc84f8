import { useEffect, useState } from 'preact/hooks';

/** Rows whose numbers are drawn in one turn: about what a phone draws in a twentieth of a second. */
const rowsAtOnce = 8;

/**
 * How many rows of a table are drawn with their numbers: none at first, then a few more after each frame, so that
 * whoever waits for a large matrix on a small device can scroll and press meanwhile. Rows that were drawn stay so.
 */
export function useDrawnRows(rows: number): number {
  const [drawn, setDrawn] = useState(0);
  // An effect comes after the frame that was drawn before it.
  useEffect(() => {
    if (drawn < rows) setDrawn(drawn + rowsAtOnce);
  }, [drawn, rows]);
  return drawn;
}
