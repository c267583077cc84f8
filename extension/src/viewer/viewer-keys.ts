/** What the keys of a reader do in the viewer, where the browser by itself would do it with the pages in view only. */
export interface ViewerKeys {
  /** Puts the focus in the search field. */
  readonly find: () => void;
  /** Goes to the next place that was found, or to the one before. */
  readonly findAgain: (direction: 'next' | 'previous') => void;
  readonly print: () => void;
  /** Leaves the search field for the pages; whether the focus was in it. */
  readonly leaveFind: () => boolean;
}

/** Hears the keys that every reader of a PDF knows: Ctrl+F, Ctrl+G, F3, Ctrl+P (Cmd on a Mac) and Esc. */
export function hearViewerKeys(keys: ViewerKeys): void {
  addEventListener('keydown', (event) => {
    if (!event.defaultPrevented && actOn(event, keys)) event.preventDefault();
  });
}

/** Whether the key means something here. */
function actOn({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, keys: ViewerKeys): boolean {
  if (altKey) return false;
  if (!ctrlKey && !metaKey && key === 'Escape') return keys.leaveFind();
  const wanted = key === 'F3' ? 'g' : ctrlKey || metaKey ? key.toLowerCase() : undefined;
  if (wanted === 'f' && !shiftKey) keys.find();
  else if (wanted === 'g') keys.findAgain(shiftKey ? 'previous' : 'next');
  else if (wanted === 'p' && !shiftKey) keys.print();
  else return false;
  return true;
}
