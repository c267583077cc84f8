/** Whether a key means something else where the focus is. */
function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, select, textarea') !== null;
}

/**
 * Goes to the top or the bottom of the panel by Home or End, in one step: on a way that a browser draws step by step
 * rows of a long list get their size, which ends it halfway.
 */
export function jumpByKey(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
  const panel = document.querySelector('main');
  if (defaultPrevented || !panel || isInField(event) || ctrlKey || metaKey || altKey || shiftKey) return;
  if (key !== 'Home' && key !== 'End') return;
  event.preventDefault();
  panel.scrollTo({ top: key === 'Home' ? 0 : panel.scrollHeight, behavior: 'instant' });
}

/** Whether a key takes back what was just done, as in the page. */
export function isUndoKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !altKey && !shiftKey && !isInField(event);
}
