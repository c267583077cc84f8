/** Longest stretch of work before others get their turn, in milliseconds: less than one frame. */
const sliceMs = 10;

/** Work that says where it can be interrupted, and gives its result at the end. */
export type SlicedWork<T> = Generator<undefined, T, undefined>;

/** How long work took in all, without what others did in between, in milliseconds. */
export interface SlicedResult<T> {
  readonly value: T;
  readonly workMs: number;
}

/**
 * Does work in slices, so that typing and scrolling go on meanwhile.
 *
 * @param hasChanged asked after each interruption: what the work is about may have changed by then.
 * @param turn how others get their turn.
 * @returns undefined when it has.
 */
export async function runInSlices<T>(
  work: SlicedWork<T>,
  hasChanged: () => boolean,
  turn = nextTurn,
): Promise<SlicedResult<T> | undefined> {
  let workMs = 0;
  for (;;) {
    const started = performance.now();
    let step = work.next();
    while (!step.done && performance.now() - started < sliceMs) step = work.next();
    workMs += performance.now() - started;
    if (step.done) return { value: step.value, workMs };
    await turn();
    if (hasChanged()) return undefined;
  }
}

/** Newer than the types that TypeScript has of the DOM. */
interface WithScheduler {
  readonly scheduler?: { yield?(): Promise<void>; postTask?(task: () => void): Promise<void> };
}

/** Resolves when there is nothing else to do, or has been too much for a second. */
export function nextIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve);
  });
}

/** Lets others have their turn: resolves in a task of its own. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  return scheduler?.yield?.() ?? lastTurn();
}

/**
 * Lets others have their turn, the page's own tasks and frames among them: in Chromium what yields goes on before those,
 * however long it takes in all.
 */
export function sharedTurn(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  return scheduler?.postTask?.(() => {}) ?? lastTurn();
}

/** Lets all that waits have its turn before: Chromium puts what yields before answers of the background and before frames. */
export function lastTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Gives others their turn, unless the page is left before: what was begun in it is then finished at once. */
export async function nextTurnOrEnd(): Promise<void> {
  const left = Promise.withResolvers<void>();
  const onLeave = () => left.resolve();
  addEventListener('pagehide', onLeave, { once: true });
  await Promise.race([nextTurn(), left.promise]);
  removeEventListener('pagehide', onLeave);
}
