/** Whether a key that was pressed in the page may mean something to us: never where the page wants it. */
export function mayTakeKey(event: KeyboardEvent): boolean {
  const [target] = event.composedPath() as HTMLElement[];
  // In a frame the classes are those of another window.
  if (target?.nodeType !== Node.ELEMENT_NODE) return true;
  if (target.closest('input, textarea, select, [role="textbox"], [role="searchbox"], [role="combobox"]')) {
    return false;
  }
  if (target.isContentEditable) return false;
  if (/^(Arrow|Page|Home|End|Tab| )/.test(event.key)) return false;
  return event.key !== 'Enter' || !target.closest('a, button, summary, [role="button"], [tabindex]');
}
