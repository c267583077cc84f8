import { isTypedIn } from './may-take-key.ts';

/** So many keys in a row that were pressed and not heard tell that the page keeps them. */
const enough = 2;
/** How often it is looked at, in milliseconds. */
const lookMs = 300;

/**
 * Calls back when the scripts of a page keep the keys for themselves that are meant for us. They can: who listened
 * before us is heard first. But a browser counts every key that was pressed, also one that nobody was let to hear.
 *
 * @param layer what we show; as long as it is open the keys are ours, but where the page is typed in
 */
export function watchLostKeys(
  shown: Window,
  layer: HTMLElement,
  isForUs: (event: KeyboardEvent) => boolean,
  onLost: () => void,
  signal: AbortSignal,
): void {
  const pressed = new Set<string>();
  let heard = 0;
  const options = { capture: true, signal };
  const onKeydown = ({ isTrusted, code }: KeyboardEvent) => {
    pressed.add(code);
    if (isTrusted) heard += 1;
  };
  const onKeyup = (event: KeyboardEvent) => {
    // Not heard when it was pressed, but not meant for us either.
    if (!pressed.delete(event.code) && !isForUs(event)) heard += 1;
  };
  shown.addEventListener('keydown', onKeydown, options);
  shown.addEventListener('keyup', onKeyup, options);

  const count = () => shown.performance.eventCounts?.get('keydown') ?? 0;
  let before = { heard, counted: 0 };
  const look = () => {
    const now = { heard, counted: count() };
    if (now.heard !== before.heard || isTypedIn(shown.document.activeElement)) before = now;
    else if (now.counted - before.counted >= enough) {
      clearInterval(timer);
      onLost();
    }
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  const onToggle = ({ newState }: ToggleEvent) => {
    clearInterval(timer);
    if (newState !== 'open') return;
    before = { heard, counted: count() };
    timer = setInterval(look, lookMs);
  };
  layer.addEventListener('toggle', onToggle, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}
