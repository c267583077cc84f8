import { useRef, useState } from 'preact/hooks';
import { failureInWords } from '../api/explain-failure.ts';
import { ApiFailure } from '../api/failure.ts';
import { useUnsavedWarning } from '../frame/use-unsaved-warning.ts';

/**
 * Does one thing after the other, in the order in which they were asked for. What fails says why, and the next is done
 * all the same, and the browser asks before the page is left. `onEmpty`: nothing is left to do.
 */
export function useQueue(onEmpty: () => void) {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  /** Gives whether it was done. */
  const enqueue = (work: () => Promise<unknown>): Promise<boolean> => {
    waiting.current += 1;
    setSaving(true);
    const own = last.current.then(async () => {
      try {
        setProblem(undefined);
        await work();
        return true;
      } catch (error) {
        // The page says itself that the outline was deleted, for as long as that is so.
        const isDeleted = error instanceof ApiFailure && error.code === 'outline-not-found';
        setProblem(isDeleted ? undefined : failureInWords(error));
        return false;
      } finally {
        waiting.current -= 1;
        // Not between two: what comes from the server would undo what is still to be sent.
        if (waiting.current === 0) {
          setSaving(false);
          onEmpty();
        }
      }
    });
    last.current = own;
    return own;
  };
  useUnsavedWarning(isSaving);
  return { enqueue, problem, isSaving, isBusy: () => waiting.current > 0 };
}
