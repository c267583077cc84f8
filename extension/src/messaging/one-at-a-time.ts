/**
 * Makes work that is done one at a time, such as telling or reading something anew: while it goes on, any number
 * of calls asks for one more. Each resolves with a run that began after the call.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const ask = (): Promise<void> => {
    if (!running) return start();
    next ??= running
      .catch(() => {
        // For whoever asked for that run.
      })
      .then(() => {
        next = undefined;
        return ask();
      });
    return next;
  };
  return ask;
}
