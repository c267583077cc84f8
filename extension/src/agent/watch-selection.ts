/** How long the keyboard must rest before a selection made with it counts as made. */
const keyboardPauseMs = 200;

/** What a reviewer does in the page that may concern a passage. */
export interface SelectionListener {
  /** A selection begins: what will be needed can be made ready. */
  onStart(): void;
  /**
   * A selection has been made, changed or taken away.
   *
   * @param isAcrossOurs the pointer let go over our own interface: browsers then select everything up
   *   to where our element stands in the document, which nobody meant.
   */
  onSelect(selection: Selection | null, isAcrossOurs: boolean): void;
  /** A click that selected nothing and was not meant for something in the page. */
  onClick(x: number, y: number): void;
}

/**
 * Watches selections of pointer and keyboard. Nothing is prevented: the page hears everything too.
 * Returns how to stop.
 */
export function watchSelection(ownHost: Element, listener: SelectionListener): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  let isPointerDown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (delayMs: number, isAcrossOurs = false) => {
    clearTimeout(timer);
    timer = setTimeout(() => listener.onSelect(getSelection(), isAcrossOurs), delayMs);
  };
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.target === ownHost) return;
      isPointerDown = true;
      // A look that still waits would see half of what is being selected.
      clearTimeout(timer);
      listener.onStart();
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    addEventListener(
      type,
      (event) => {
        if (!isPointerDown) return;
        isPointerDown = false;
        // The browser settles the selection after this event.
        look(0, event.target === ownHost);
      },
      options,
    );
  }
  document.addEventListener('selectionchange', () => !isPointerDown && look(keyboardPauseMs), options);
  addEventListener(
    'click',
    (event) => {
      if (event.target !== ownHost && isPlainClick(event)) listener.onClick(event.clientX, event.clientY);
    },
    { ...options, capture: false },
  );
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

const interactive = 'a[href], button, input, select, textarea, label, summary, [role="button"], [onclick]';

function isPlainClick(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || !event.isTrusted) return false;
  if (event.target instanceof Element && event.target.closest(interactive)) return false;
  return getSelection()?.isCollapsed ?? true;
}
