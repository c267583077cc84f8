/*
 * What is sent into a page to watch it. Each of these functions stands alone.
 */

/** What the watchers leave in the page. */
export interface World {
  tasks: { start: number; ms: number }[];
  startedAt: number;
  drawnAt?: number;
  releasedAt?: number;
  offeredAt?: number;
  framesToDraw?: number;
  onEnter?: (() => void) | undefined;
}

/** What a page has once `provideNoteOncePainted` was sent into it. */
export interface NotesPaints {
  /** Notes when something is painted, in ms since the page began, from the first frame in which it is there. */
  noteOncePainted: (name: string, isThere: () => boolean) => void;
}

/** Lays ready how one waits for a paint in the page itself: a driver that asks again and again hears of it late. */
export function provideNoteOncePainted(): void {
  const world = globalThis as unknown as NotesPaints & Record<string, unknown>;
  world.noteOncePainted = (name, isThere) => {
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      // A message that is sent before a frame is drawn comes when it is.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        world[name] = performance.now();
      };
      return port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  };
}

/** Collects the tasks that take 50 ms and longer. */
export function watchLongTasks(): void {
  const world = globalThis as unknown as World;
  world.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      world.tasks.push({ start: startTime, ms: duration });
    }
  }).observe({ type: 'longtask', buffered: true });
}

/** Forgets those that were collected. */
export function forgetTasks(): void {
  (globalThis as unknown as World).tasks = [];
}

/** What was collected, in milliseconds. */
export function longTasks(): number[] {
  return (globalThis as unknown as World).tasks.map(({ ms }) => Math.round(ms));
}

/** Notes when passages are drawn that a reader sees; asks in every frame until then. */
export function watchDrawing(): void {
  const world = globalThis as unknown as World;
  world.startedAt = performance.now();
  let before = 0;
  const look = () => {
    const size = [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0);
    // They come in slices, and of many the browser is told of those near the window: a number that stays is all of these.
    if (size > 0 && size === before) world.drawnAt ??= performance.now();
    else requestAnimationFrame(look);
    before = size;
  };
  requestAnimationFrame(look);
}

/** Notes the release of the pointer and the frame in which what is selected is marked. */
export function watchToolbar(): void {
  const world = globalThis as unknown as World;
  delete world.offeredAt;
  addEventListener(
    'pointerup',
    () => {
      world.releasedAt = performance.now();
      const look = () => {
        if (!CSS.highlights.get('waarborg-selected')?.size) requestAnimationFrame(look);
        else {
          // A message comes after the frame in which it was sent has been drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            world.offeredAt = performance.now();
          };
          port2.postMessage(undefined);
        }
      };
      requestAnimationFrame(look);
    },
    { capture: true, once: true },
  );
}

/** Counts the frames from Enter to the drawing; 1 is the one that the browser paints next. */
export function watchEnter(): void {
  const world = globalThis as unknown as World;
  delete world.framesToDraw;
  // What is selected is no longer marked as soon as it is drawn.
  const count = () =>
    [...CSS.highlights]
      .filter(([name]) => name !== 'waarborg-selected')
      .reduce((sum, [, highlight]) => sum + highlight.size, 0);
  const before = count();
  world.onEnter = () => {
    world.onEnter = undefined;
    let frames = 0;
    const look = () => {
      frames += 1;
      if (count() > before) world.framesToDraw = frames;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
}

/** Before the extension is there: keys in its toolbar are heard by nobody who listens after it. */
export function watchKeys(): void {
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Enter') (globalThis as unknown as World).onEnter?.();
    },
    { capture: true },
  );
}
