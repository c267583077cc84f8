import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { hasRoomBeside } from '../matrix-view/beside-the-table.ts';
import { placesInView, useSeenRows } from './use-seen-rows.ts';

/** Rows whose numbers are drawn in one turn: about what a phone draws, with the layout after it, in a twentieth of a second. */
const rowsAtOnce = 3;

/** Height of a row, in CSS pixels, about. */
const rowHeight = 31;

/** The rows that are likely in view when a table appears: it takes half of a large window, and is below a small one. */
function likelyInView(): ReadonlySet<number> {
  const rows = hasRoomBeside() ? Math.floor(window.innerHeight / 2 / rowHeight) : 0;
  return new Set(Array.from({ length: rows }, (_, place) => place));
}

interface DrawnRow {
  readonly subject: object;
  readonly content: ComponentChildren;
}

/** What is drawn in a turn, and of what. */
interface Turn {
  readonly subject?: object;
  readonly layout?: string;
  readonly places: ReadonlySet<number>;
}

export interface DrawnRows {
  /** What stands at a place, drawn by `render` if it is its turn; undefined where nothing was drawn yet. */
  readonly draw: (place: number, render: () => ComponentChildren) => ComponentChildren;
  /** Whether all of the table shows its subject after this turn. */
  readonly isWhole: boolean;
}

/**
 * Draws the rows of a table, its totals last, turn by turn. Of a table that appears those in view come in one turn,
 * since somebody waits for them, and the others a few after each frame, so that whoever looks at a large matrix on a
 * small device can scroll and press meanwhile. So it is when it shows something else (`subject`); when it has other rows
 * or columns (`layout`) all of them come at once, since none can stay as it was.
 */
export function useDrawnRows(
  table: RefObject<HTMLTableElement | null>,
  { rows, subject, layout }: { rows: number; subject: object; layout: string },
): DrawnRows {
  const seen = useSeenRows(table, layout);
  const drawn = useRef(new Map<number, DrawnRow>());
  const turn = useRef<Turn>({ places: new Set() });
  const [, takeTurn] = useReducer((turns: number) => turns + 1, 0);
  if (turn.current.subject !== subject) {
    const before = new Set(drawn.current.keys());
    const isKept = turn.current.layout === layout;
    const isReady = isKept && before.size === rows;
    const places = before.size === 0 ? likelyInView() : (isReady && seen.current) || before;
    turn.current = { subject, layout, places };
    if (!isKept) drawn.current.clear();
  }
  const isCurrent = (place: number) => drawn.current.get(place)?.subject === subject;
  const missing = () =>
    Array.from({ length: rows }, (_, place) => place).filter((place) => !isCurrent(place));
  // An effect comes after the frame that was drawn before it.
  useEffect(() => {
    const waiting = missing();
    if (waiting.length === 0) return;
    const places = seen.current ?? placesInView(table.current);
    const inView = waiting.filter((place) => places.has(place));
    const next = inView.length > 0 ? inView : waiting.slice(0, rowsAtOnce);
    turn.current = { subject, layout, places: new Set(next) };
    takeTurn(undefined);
  });
  return {
    draw: (place, render) => {
      if (turn.current.places.has(place) && !isCurrent(place)) {
        drawn.current.set(place, { subject, content: render() });
      }
      return drawn.current.get(place)?.content;
    },
    isWhole: missing().every((place) => turn.current.places.has(place)),
  };
}
