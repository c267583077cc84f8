import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Lets a panel that would stick out of the window hang from the other side of its pill. */
function keepInWindow(details: HTMLDetailsElement): void {
  details.removeAttribute('data-align');
  const panel = details.querySelector('.wb-drop-down-panel');
  if (panel && panel.getBoundingClientRect().right > document.documentElement.clientWidth) {
    details.setAttribute('data-align', 'end');
  }
}

/**
 * A pill that opens a small panel below it; closes with Escape, with a click elsewhere, and when another opens. What
 * stands in the panel is drawn when it is opened for the first time: most never are.
 */
export function DropDown({
  title,
  state,
  isActive,
  onOpen,
  children,
}: {
  title: string;
  state: string;
  isActive: boolean;
  onOpen?: (isOpen: boolean) => void;
  children: ComponentChildren;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setOpened] = useState(false);
  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target))
        element.open = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  return (
    <details
      class="wb-drop-down"
      name="matrix-filter"
      ref={details}
      // Before it opens, so that the panel is never seen empty.
      onClick={() => setOpened(true)}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) keepInWindow(currentTarget);
        onOpen?.(currentTarget.open);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary class="wb-pill" data-active={isActive || undefined}>
        {title}: <strong>{state}</strong>
      </summary>
      <div class="wb-drop-down-panel">{wasOpened && children}</div>
    </details>
  );
}
