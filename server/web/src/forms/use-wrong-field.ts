import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Takes the reader of a form to the first field in which something is wrong, each time that it is tried. Before that
 * nothing is said to be wrong; while somebody types, nothing takes them elsewhere.
 */
export function useWrongField<T extends HTMLElement>() {
  const form = useRef<T>(null);
  const [tries, setTries] = useState(0);
  // With what is said to be wrong and not after it: whoever is fast types at once.
  useLayoutEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries]);
  return { form, hasTried: tries > 0, countTry: () => setTries((count) => count + 1) };
}
