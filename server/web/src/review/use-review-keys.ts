import { useEffect, useRef, useState } from 'preact/hooks';

/** What each key does; arrows go with `j` and `k`. */
export type ReviewKeys = Readonly<Record<'a' | 'e' | 'r' | 'u' | 'j' | 'k', () => unknown>>;

const storageKey = 'waarborg.review-keys';
const arrows: Readonly<Record<string, keyof ReviewKeys>> = { ArrowDown: 'j', ArrowUp: 'k' };

function readChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true; // Storage is switched off: the keys work until they are switched off on the page.
  }
}

/** Whether a key that goes there is meant for something that takes keys itself. */
function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null;
}

/** Lets single keys decide, unless the reader switched them off (WCAG 2.1.4), which is remembered. */
export function useReviewKeys(actions: ReviewKeys): { isOn: boolean; toggle: () => void } {
  const [isOn, setOn] = useState(readChoice);
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, repeat, target } = event;
      const name = arrows[key] ?? key.toLowerCase();
      const isOurs = Object.hasOwn(latest.current, name);
      if (!isOurs || ctrlKey || metaKey || altKey || repeat || takesKeys(target)) return;
      event.preventDefault();
      latest.current[name as keyof ReviewKeys]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
  const toggle = () => {
    setOn(!isOn);
    try {
      localStorage.setItem(storageKey, isOn ? 'off' : 'on');
    } catch {
      // Storage is switched off: the choice holds until the page closes.
    }
  };
  return { isOn, toggle };
}
