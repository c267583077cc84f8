/** Whether a key that was pressed in the page may mean something to us: never where the page wants it. */
export function mayTakeKey(event: KeyboardEvent): boolean {
  const [target] = event.composedPath() as HTMLElement[];
  // In a frame the classes are those of another window.
  if (target?.nodeType !== Node.ELEMENT_NODE) return true;
  if (isTypedIn(target)) return false;
  if (/^(Arrow|Page|Home|End|Tab| )/.test(event.key)) return false;
  return event.key !== 'Enter' || !target.closest('a, button, summary, [role="button"], [tabindex]');
}

/** Whether keys type in an element of a page. */
export function isTypedIn(element: Element | null): boolean {
  const fields = 'input, textarea, select, [role="textbox"], [role="searchbox"], [role="combobox"]';
  return Boolean(element?.closest(fields) || (element as HTMLElement | null)?.isContentEditable);
}
