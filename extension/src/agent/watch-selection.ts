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
  /** A click that selected nothing and was not meant for something in the page; a point of the window. */
  onClick(x: number, y: number): void;
}

/**
 * Watches selections of pointer and keyboard in a window. Nothing is prevented: the page hears everything too.
 * It stops with the signal.
 */
export function watchSelection(
  shown: Window,
  ownHost: Element,
  listener: SelectionListener,
  signal: AbortSignal,
): void {
  const options = { signal, capture: true, passive: true };
  let isPointerDown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const look = (isAcrossOurs: boolean) => listener.onSelect(shown.getSelection(), isAcrossOurs);
  const forget = () => {
    clearTimeout(timer);
    if (frame !== undefined) shown.cancelAnimationFrame(frame);
    frame = undefined;
  };
  const lookAfterPause = () => {
    // What is looked at in the next frame is not put off by the news that it has changed.
    if (frame !== undefined) return;
    forget();
    timer = setTimeout(() => look(false), keyboardPauseMs);
  };
  // Browsers put timers off until an input has been drawn: what waits for one is a frame late.
  const lookInNextFrame = (isAcrossOurs: boolean) => {
    forget();
    frame = shown.requestAnimationFrame(() => {
      frame = undefined;
      look(isAcrossOurs);
    });
  };
  signal.addEventListener('abort', forget);
  shown.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target === ownHost) return;
      isPointerDown = true;
      // A look that still waits would see half of what is being selected.
      forget();
      listener.onStart();
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    shown.addEventListener(
      type,
      (event) => {
        if (!isPointerDown) return;
        isPointerDown = false;
        // The browser settles the selection after this event, and before it draws.
        lookInNextFrame(event.target === ownHost);
      },
      options,
    );
  }
  shown.document.addEventListener('selectionchange', () => !isPointerDown && lookAfterPause(), options);
  // Whoever selects in a frame as soon as it is there is faster than we are.
  if (shown !== shown.parent && !(shown.getSelection()?.isCollapsed ?? true)) lookAfterPause();
  shown.addEventListener(
    'click',
    (event) => {
      if (event.target !== ownHost && isPlainClick(event, shown)) {
        listener.onClick(event.clientX, event.clientY);
      }
    },
    { ...options, capture: false },
  );
}

const interactive = 'a[href], button, input, select, textarea, label, summary, [role="button"], [onclick]';

function isPlainClick(event: MouseEvent, shown: Window): boolean {
  if (event.defaultPrevented || event.button !== 0 || !event.isTrusted) return false;
  // Whatever window its class is of.
  const { target } = event as { target: Partial<Element> | null };
  if (target?.closest?.(interactive)) return false;
  return shown.getSelection()?.isCollapsed ?? true;
}
