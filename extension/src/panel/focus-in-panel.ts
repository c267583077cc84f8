import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the panel itself the focus, where what had it goes away: the keyboard goes on there, not at the top of the page. */
export function focusPanel(): void {
  document.querySelector('main')?.focus();
}

/** For an element that goes away by what its buttons do: when it had the focus, the panel gets it. */
export function useFocusPassedOn<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useLayoutEffect(
    () => () => {
      if (element.current?.contains(document.activeElement)) focusPanel();
    },
    [],
  );
  return element;
}

/** Puts the focus on the first button of the entry before or behind this one; whether there is one. */
export function focusEntryBeside(entry: HTMLElement, by: 1 | -1): boolean {
  return focusEntryAt(entry.parentElement, Number(entry.dataset.index) + by);
}

/** Puts the focus on the first button of the entry at a place of a list, from 0; whether one is drawn there. */
export function focusEntryAt(list: Element | null, index: number): boolean {
  const button = list?.querySelector<HTMLElement>(`:scope > [data-index="${index}"] p.entry-actions button`);
  button?.focus();
  return button !== null && button !== undefined;
}
