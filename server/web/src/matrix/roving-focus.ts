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

function positionOf(link: Element): readonly [number, number] {
  const [row = 0, column = 0] = (link.getAttribute('data-position') ?? '').split(',').map(Number);
  return [row, column];
}

/** Position after a key; undefined for a key that does not move. Not yet kept inside the grid. */
export function nextPosition(
  key: string,
  hasControl: boolean,
  [row, column]: readonly [number, number],
  [lastRow, lastColumn]: readonly [number, number],
): readonly [number, number] | undefined {
  if (key === 'Home') return [hasControl ? 0 : row, 0];
  if (key === 'End') return [hasControl ? lastRow : row, lastColumn];
  const step = steps[key];
  if (!step || hasControl) return undefined;
  return [Math.min(lastRow, Math.max(0, row + step[0])), Math.min(lastColumn, Math.max(0, column + step[1]))];
}

/**
 * Makes the numbers of a table one stop of the Tab key, with arrow keys, Home, End and Page Up and Down to
 * move among them. Numbers are elements with `data-position="row,column"`; they are rendered
 * with `tabindex="-1"`, and one of them is given 0 here, outside the components: a step of an
 * arrow key then costs no rendering of the table.
 */
export function useRovingFocus(table: RefObject<HTMLTableElement | null>): void {
  // Without dependencies: every rendering may have replaced the one stop.
  useEffect(() => {
    const element = table.current;
    if (!element || element.querySelector('[data-position][tabindex="0"]')) return;
    const start =
      element.querySelector('[data-position][aria-current]') ?? element.querySelector('[data-position]');
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
      const links = element.querySelectorAll('[data-position]');
      const last = links.item(links.length - 1);
      const next = nextPosition(
        event.key,
        event.ctrlKey || event.metaKey,
        positionOf(target),
        positionOf(last),
      );
      if (!next) return;
      event.preventDefault();
      const link = element.querySelector(`[data-position="${next.join()}"]`);
      if (link instanceof HTMLElement) link.focus();
    };
    element.addEventListener('focusin', onFocus);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('keydown', onKey);
    };
  }, [table]);
}
