import { webMessages } from '@waarborg/shared/messages/web';
import { useState } from 'preact/hooks';
import { language } from '../frame/language.ts';
import { explainFailure } from '../frame/problem-page.tsx';
import { ApiFailure } from './failure.ts';

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

/**
 * What went wrong, in words.
 *
 * @throws what is no failure of a request.
 */
export function failureInWords(error: unknown): string {
  if (!(error instanceof ApiFailure)) throw error;
  if (error.problem) return [error.problem.title, error.problem.detail].filter(Boolean).join(' ');
  const { title, text } = explainFailure(error, webMessages[language.value]);
  return `${title}. ${text}`;
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
