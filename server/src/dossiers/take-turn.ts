import { setImmediate as nextTurn } from 'node:timers/promises';

/** The turn of whoever came last. */
let last: Promise<void> = Promise.resolve();

/**
 * Waits for one's turn, before something that takes long. Between two turns the server looks for what else has come:
 * twenty who ask for much at the same moment do not keep one who asks for little waiting.
 */
export function takeTurn(): Promise<void> {
  last = last.then(() => nextTurn());
  return last;
}
