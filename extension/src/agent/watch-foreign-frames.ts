import { documentInFrame, isFrame } from '../page/frames.ts';

/** A frame that shows less is a button, a film or an advertisement, in CSS pixels. */
const leastWidth = 240;
const leastHeight = 120;

/**
 * Calls back when a reviewer goes into a frame from elsewhere, once for each: what is selected there is nobody's
 * to see, so that going in is all that can be known of it.
 *
 * @returns what to call for each window of the page, until a signal.
 */
export function watchForeignFrames(
  onEnter: (frame: Element) => void,
): (shown: Window, signal: AbortSignal) => void {
  const entered = new WeakSet<Element>();
  const look = () => {
    const frame = findFocusedForeignFrame();
    // A page that gives it the focus by itself is no reader.
    if (!frame || entered.has(frame) || !navigator.userActivation.isActive) return;
    const { width, height } = frame.getBoundingClientRect();
    if (width < leastWidth || height < leastHeight) return;
    entered.add(frame);
    onEnter(frame);
  };
  // The frame has the focus after this event, whichever window had it before.
  return (shown, signal) => shown.addEventListener('blur', () => setTimeout(look), { signal });
}

/** The frame from elsewhere that has the focus; undefined when none has. */
export function findFocusedForeignFrame(): Element | undefined {
  let focused = document.activeElement;
  for (;;) {
    if (!focused || !isFrame(focused)) return undefined;
    const inner = documentInFrame(focused);
    if (!inner) return focused;
    focused = inner.activeElement;
  }
}
