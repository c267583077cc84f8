/** Gives the panel itself the focus, where what had it goes away: the keyboard goes on there, not at the top of the page. */
export function focusPanel(): void {
  document.querySelector('main')?.focus();
}

/** Puts the focus on the first button of the entry before or behind this one; whether there is one. */
export function focusEntryBeside(entry: HTMLElement, by: 1 | -1): boolean {
  const index = Number(entry.dataset.index) + by;
  const beside = `:scope > [data-index="${index}"] p.entry-actions button`;
  const next = entry.parentElement?.querySelector<HTMLElement>(beside);
  next?.focus();
  return next !== null && next !== undefined;
}
