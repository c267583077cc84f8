/** So many keys in a row that were released for us and not heard when they were pressed tell that the page keeps them. */
const enough = 2;

/**
 * Calls back when the scripts of a page keep the keys for themselves that are meant for us. They can:
 * who listened before us is heard first. Once is enough for a window; it stops with the signal.
 */
export function watchLostKeys(
  shown: Window,
  isForUs: (event: KeyboardEvent) => boolean,
  onLost: () => void,
  signal: AbortSignal,
): void {
  const pressed = new Set<string>();
  let lost = 0;
  const options = { capture: true, signal };
  shown.addEventListener(
    'keydown',
    ({ code }) => {
      pressed.add(code);
      lost = 0;
    },
    options,
  );
  shown.addEventListener(
    'keyup',
    (event) => {
      const isHeard = pressed.delete(event.code);
      // Whoever starts us by a shortcut lets go of its keys here.
      if (isHeard || /^(?:Alt|Control|Meta|Shift)$/u.test(event.key) || !isForUs(event)) return;
      lost += 1;
      if (lost === enough) onLost();
    },
    options,
  );
}
