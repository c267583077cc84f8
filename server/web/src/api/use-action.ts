import { useState } from 'preact/hooks';
import { failureInWords } from './explain-failure.ts';

/** Something that the reader asks for, and that can fail. */
export interface Action {
  readonly isBusy: boolean;
  /** What went wrong the last time, in words. */
  readonly problem: string | undefined;
  /** Does it, unless it is being done; gives whether it was done. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  /** Says what is wrong, where the reader can tell before anything is asked. */
  refuse(problem: string): void;
}

/** Keeps what a button or a form needs to say about what it does. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run: Action['run'] = async (work) => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(failureInWords(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, run, refuse: setProblem };
}
