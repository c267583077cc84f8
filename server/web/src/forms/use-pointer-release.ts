import { useEffect, useRef } from 'preact/hooks';

/**
 * A function that waits until a pointer that is pressed is let go of and its click has come; it waits for nothing where
 * none is. What goes away between press and click moves what is below it, and the click reaches nothing.
 */
export function usePointerRelease(): () => Promise<void> {
  const released = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const press = () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      released.current = promise;
      // The click comes in the same turn as the end of the press.
      const release = () => setTimeout(resolve);
      for (const end of ['pointerup', 'pointercancel'])
        window.addEventListener(end, release, { once: true, capture: true });
    };
    window.addEventListener('pointerdown', press, true);
    return () => window.removeEventListener('pointerdown', press, true);
  }, []);
  return () => released.current;
}
