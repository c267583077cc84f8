import { undoneRevisionSchema } from '@waarborg/shared/api';
import { historyMessages } from '@waarborg/shared/messages/history';
import { useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import { ApiFailure } from './failure.ts';
import { postJson } from './request.ts';
import { type Action, useAction } from './use-action.ts';

/** What was done last, and the way back from it. */
export interface Done {
  readonly text: string;
  /** Revision that can be undone at once; absent for an undo itself, and for what only the history takes back. */
  readonly revision?: number | undefined;
  /** Whether what was pressed is still there to be pressed again; else the reader is taken to the way back. */
  readonly isRepeatable?: boolean;
}

/** Changes that a reader makes on a page, one at a time. */
export interface Changes {
  readonly action: Action;
  readonly done: Done | undefined;
  /** Asks something that changes nothing; undefined where it failed, which is then said. */
  ask<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** Makes a change; gives whether it was made. */
  make(work: () => Promise<Done>): Promise<boolean>;
  /** Says what a change did that was made in another way. */
  tell(done: Done): void;
  /** Takes a revision back; gives whether it was. */
  undo(revision: number): Promise<boolean>;
}

interface ChangesOptions {
  /** What is said of a change that somebody else was before. */
  readonly changedMeanwhile: string;
  /** Loads again what the changes touch, also when somebody else changed it. */
  readonly onChange: () => void;
}

/** Keeps what a page says of the changes that its reader makes, and the way back from the last one. */
export function useChanges(slug: string, { changedMeanwhile, onChange }: ChangesOptions): Changes {
  const action = useAction();
  const [done, setDone] = useState<Done>();
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    let isStale = false;
    const isDone = await action.run(async () => {
      try {
        await work();
      } catch (error) {
        isStale = error instanceof ApiFailure && error.code === 'precondition-failed';
        throw error;
      }
    });
    if (isStale) {
      action.refuse(changedMeanwhile);
      onChange();
    }
    return isDone;
  };
  return {
    action,
    done,
    async ask(work) {
      let answer: Awaited<ReturnType<typeof work>> | undefined;
      await run(async () => {
        answer = await work();
      });
      return answer;
    },
    make: (work) =>
      run(async () => {
        setDone(undefined);
        setDone(await work());
        onChange();
      }),
    tell: setDone,
    // What cannot be taken back yet can be tried again: its line stays.
    undo: (revision) =>
      run(async () => {
        const path = `/dossiers/${slug}/revisions/${revision}/undo`;
        await postJson(path, undefined, undoneRevisionSchema);
        setDone({ text: historyMessages[language.value].lastUndone });
        onChange();
      }),
  };
}
