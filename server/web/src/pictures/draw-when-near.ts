type Code = typeof import('./draw-picture.ts');

/** How far from the window something is drawn already, so that who scrolls finds it drawn. */
const nearMargin = '50%';

interface Drawn {
  /** Is called once. */
  readonly draw: (code: Code) => void;
  /** It stands outside the window: nobody waits for it. */
  readonly onFar: () => void;
  /** The code does not come. */
  readonly onFailure: () => void;
}

/** Asks for the code that draws, which will be wanted; whoever draws is told where it does not come. */
export function foreseeDrawing(): void {
  import('./draw-picture.ts').catch(() => {});
}

/**
 * Draws in an element when it is in the window or near it, and when the page is printed. Each drawing has a turn of its
 * own, so that the reader comes in between. Gives a function that ends the waiting.
 */
export function drawWhenNear(element: Element, { draw, onFar, onFailure }: Drawn): () => void {
  let [isNear, isDone] = [false, false];
  let code: Code | undefined;
  let turn: ReturnType<typeof setTimeout> | undefined;
  const drawNow = () => {
    if (isDone || !code) return;
    end();
    draw(code);
  };
  const drawSoon = () => {
    if (isNear && code) turn ??= setTimeout(drawNow);
  };
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry) return;
      const { top, bottom } = entry.boundingClientRect;
      if (bottom < 0 || top > window.innerHeight) onFar();
      isNear = entry.isIntersecting;
      drawSoon();
    },
    { rootMargin: nearMargin },
  );
  function end() {
    isDone = true;
    clearTimeout(turn);
    observer.disconnect();
    window.removeEventListener('beforeprint', drawNow);
  }
  observer.observe(element);
  window.addEventListener('beforeprint', drawNow);
  import('./draw-picture.ts').then(
    (loaded) => {
      code = loaded;
      drawSoon();
    },
    () => isDone || onFailure(),
  );
  return end;
}
