import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Where the arrow keys go, as steps of rows and columns. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-8, 0],
  PageDown: [8, 0],
};

/** Position of the outermost heads: of groups, then -1 of rows or columns, then the numbers from 0. */
const firstHead = -2;

type Position = readonly [row: number, column: number];

function positionOf(element: Element): Position {
  const [row = 0, column = 0] = (element.getAttribute('data-position') ?? '').split(',').map(Number);
  return [row, column];
}

/** Position after a key; undefined for a key that does not move. Never before the outermost heads. */
export function nextPosition(
  key: string,
  hasControl: boolean,
  [row, column]: Position,
  [lastRow, lastColumn]: Position,
): Position | undefined {
  if (key === 'Home') return [hasControl ? 0 : row, 0];
  if (key === 'End') return [hasControl ? lastRow : row, lastColumn];
  const step = steps[key];
  if (!step || hasControl) return undefined;
  const within = (next: number, last: number) => Math.min(last, Math.max(firstHead, next));
  // A page up ends at the first number, not at the head above it.
  if (key === 'PageUp' && row > 0) return [Math.max(0, row + step[0]), column];
  return [within(row + step[0], lastRow), within(column + step[1], lastColumn)];
}

/**
 * What stands at a position. The head of a group stands at the first of its rows or columns and is found at the
 * others too, unless one comes from it: then it is the next one.
 */
function findAt(table: Element, [row, column]: Position, from: Element): HTMLElement | undefined {
  const isOfRows = column === firstHead;
  const look = (start: number, step: 1 | -1, end: number) => {
    for (let at = start; at !== end + step; at += step) {
      const place = isOfRows ? [at, column] : [row, at];
      const found = table.querySelector(`[data-position="${place.join()}"]`);
      if (found instanceof HTMLElement) return found;
    }
    return undefined;
  };
  const start = isOfRows ? row : column;
  const found = look(start, -1, Math.min(start, 0));
  const [lastRow, lastColumn] = endOf(table);
  return found === from ? look(start, 1, isOfRows ? lastRow : lastColumn) : found;
}

/** The last row and the last column of anything that has a position. */
function endOf(table: Element): Position {
  const positions = Array.from(table.querySelectorAll('[data-position]'), positionOf);
  return [Math.max(...positions.map(([row]) => row)), Math.max(...positions.map(([, column]) => column))];
}

/**
 * Makes the numbers of a table and its heads one stop of the Tab key, with arrow keys, Home, End and Page Up and
 * Down to move among them. They are elements with `data-position="row,column"`, heads with negative
 * ones; they are rendered with `tabindex="-1"`, and one of them is given 0 here, outside the
 * components: a step of an arrow key then costs no rendering of the table. Until all of it is drawn (`isWhole`) there is
 * no stop: the first number may not be there yet.
 */
export function useRovingFocus(table: RefObject<HTMLTableElement | null>, isWhole: boolean): void {
  // Without dependencies: every rendering may have replaced the one stop.
  useEffect(() => {
    const element = table.current;
    if (!element || !isWhole || element.querySelector('[data-position][tabindex="0"]')) return;
    const start =
      element.querySelector('[data-position][aria-current]') ??
      element.querySelector('[data-position="0,0"]') ??
      element.querySelector('[data-position]');
    start?.setAttribute('tabindex', '0');
  });

  useEffect(() => {
    const element = table.current;
    if (!element) return;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.hasAttribute('data-position')) return;
      element.querySelector('[data-position][tabindex="0"]')?.setAttribute('tabindex', '-1');
      target.setAttribute('tabindex', '0');
    };
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || !target.hasAttribute('data-position') || event.altKey) return;
      const hasControl = event.ctrlKey || event.metaKey;
      const next = nextPosition(event.key, hasControl, positionOf(target), endOf(element));
      if (!next) return;
      event.preventDefault();
      findAt(element, next, target)?.focus();
    };
    element.addEventListener('focusin', onFocus);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('keydown', onKey);
    };
  }, [table]);
}
