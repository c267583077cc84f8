import type { OwnElement } from '../tagging/own-element.ts';

/** How long the keyboard must rest before a selection made with it counts as made. */
const keyboardPauseMs = 200;

/** How a selection was made. */
export interface SelectionHow {
  /**
   * The pointer let go over our own interface: browsers then select everything up to where our element
   * stands in the document, which nobody meant.
   */
  readonly isAcrossOurs: boolean;
  /** Ctrl or Cmd was held: the words come to those that were selected before. */
  readonly isAdding: boolean;
}

/** What a reviewer does in the page that may concern a passage. */
export interface SelectionListener {
  /**
   * A selection begins: what will be needed can be made ready.
   *
   * @param isAdding as with the selection that it becomes.
   */
  onStart(isAdding: boolean): void;
  /** A selection has been made, changed or taken away. */
  onSelect(selection: Selection | null, how: SelectionHow): void;
  /** A click that selected nothing and was not meant for something in the page; a point of the window. */
  onClick(x: number, y: number): void;
}

/**
 * Watches selections of pointer and keyboard in a window. Nothing is prevented: the page hears everything too.
 * It stops with the signal.
 */
export function watchSelection(
  shown: Window,
  own: OwnElement,
  listener: SelectionListener,
  signal: AbortSignal,
): void {
  const options = { signal, capture: true, passive: true };
  let isPointerDown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const look = (how: SelectionHow) => listener.onSelect(shown.getSelection(), how);
  const forget = () => {
    clearTimeout(timer);
    if (frame !== undefined) shown.cancelAnimationFrame(frame);
    frame = undefined;
  };
  const lookAfterPause = () => {
    // What is looked at in the next frame is not put off by the news that it has changed.
    if (frame !== undefined) return;
    forget();
    timer = setTimeout(() => look({ isAcrossOurs: false, isAdding: false }), keyboardPauseMs);
  };
  // Browsers put timers off until an input has been drawn: what waits for one is a frame late.
  const lookInNextFrame = (how: SelectionHow) => {
    forget();
    frame = shown.requestAnimationFrame(() => {
      frame = undefined;
      look(how);
    });
  };
  signal.addEventListener('abort', forget);
  shown.addEventListener(
    'pointerdown',
    (event) => {
      if (own.isSourceOf(event)) return;
      isPointerDown = true;
      // A look that still waits would see half of what is being selected.
      forget();
      listener.onStart(isWithModifier(event));
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
        lookInNextFrame({ isAcrossOurs: own.isSourceOf(event), isAdding: isWithModifier(event) });
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
      if (!own.isSourceOf(event) && isPlainClick(event, shown)) {
        listener.onClick(event.clientX, event.clientY);
      }
    },
    { ...options, capture: false },
  );
}

function isWithModifier({ ctrlKey, metaKey }: PointerEvent): boolean {
  return ctrlKey || metaKey;
}

const interactive = 'a[href], button, input, select, textarea, label, summary, [role="button"], [onclick]';

function isPlainClick(event: MouseEvent, shown: Window): boolean {
  if (event.defaultPrevented || event.button !== 0 || !event.isTrusted) return false;
  // Whatever window its class is of.
  const { target } = event as { target: Partial<Element> | null };
  if (target?.closest?.(interactive)) return false;
  return shown.getSelection()?.isCollapsed ?? true;
}
