import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the focus to an element when something is over in which it was lost, such as a form that closed. */
export function useFocusAfter<E extends HTMLElement>(isGoingOn: boolean) {
  const element = useRef<E>(null);
  const wasGoingOn = useRef(isGoingOn);
  useLayoutEffect(() => {
    const isOver = wasGoingOn.current && !isGoingOn;
    wasGoingOn.current = isGoingOn;
    // Whoever went elsewhere meanwhile stays there.
    if (isOver && document.activeElement === document.body) element.current?.focus();
  }, [isGoingOn]);
  return element;
}
