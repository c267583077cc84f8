import type { Language } from '@waarborg/shared/messages';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ZodType } from 'zod';
import { language } from '../language/language.ts';
import { useAwaited } from './arrival.ts';
import { askOnce, foresee } from './ask-once.ts';
import { ApiFailure } from './failure.ts';
import { nextTurn } from './next-turn.ts';
import { recallAnswer, rememberAnswer } from './remembered-answers.ts';
import { useRenewal } from './renewal.ts';
import { getJson, getList } from './request.ts';

/** Something of the server's, as far as it is here. */
export interface Resource<T> {
  /** The latest that came; of an earlier path while `isLoading`. */
  readonly data: T | undefined;
  /** Path from which `data` came. */
  readonly dataPath: string | undefined;
  readonly failure: ApiFailure | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface Arrived<T> {
  readonly path: string;
  readonly language: Language;
  readonly data: T;
}

function recall<T>(path: string | undefined, spoken: Language): Arrived<T> | undefined {
  if (path === undefined) return undefined;
  // A path has one schema, so what it gave before has the type that it gives now.
  const data = recallAnswer<T>(keyOf(path, spoken));
  return data === undefined ? undefined : { path, language: spoken, data };
}

/** Calls back when the reader comes back to the page. */
function useReturn(onReturn: () => void): void {
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') onReturn();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [onReturn]);
}

/** How a question is told from others that are on their way. */
function keyOf(path: string, spoken: Language): string {
  return `${spoken} ${path}`;
}

/** Asks, and remembers the answer. Reading it is one task, and drawing it another: the reader comes in between. */
function asking<T>(path: string, schema: ZodType<T>, spoken: Language, get: typeof getJson<T>) {
  return async (signal: AbortSignal): Promise<T> => {
    const answer = rememberAnswer(keyOf(path, spoken), await get(path, schema, { language: spoken, signal }));
    await nextTurn();
    return answer;
  };
}

/** Asks for what a control that is being pressed will ask for when it is let go: a press takes longer than most answers. */
export function foreseeResource<T>(path: string, schema: ZodType<T>): void {
  const spoken = language.value;
  foresee(keyOf(path, spoken), asking(path, schema, spoken, getJson<T>));
}

/** Asks for a new path while the page is drawn for it: after the drawing it would be later by that. */
function useEarlyQuestion<T>(path: string | undefined, schema: ZodType<T>): void {
  const asked = useRef<string>(undefined);
  const question = path && keyOf(path, language.value);
  if (path !== undefined && asked.current !== question) foreseeResource(path, schema);
  asked.current = question;
}

/**
 * What the API has at a path, kept up to date: asked again when the path or the language changes, and
 * when the reader comes back to the page; and, without a word, when it is renewed (`renew`). Without a path nothing is asked.
 */
export function useResource<T>(path: string | undefined, schema: ZodType<T>): Resource<T> {
  useEarlyQuestion(path, schema);
  return useAnswer(path, schema, getJson<T>);
}

/** The same for a list of the API: all of its pages. */
export function useList<T extends { readonly next?: string | undefined }>(
  path: string | undefined,
  schema: ZodType<T>,
): Resource<T> {
  return useAnswer(path, schema, getList<T>);
}

function useAnswer<T>(path: string | undefined, schema: ZodType<T>, get: typeof getJson<T>): Resource<T> {
  const spoken = language.value;
  const [arrived, setArrived] = useState<Arrived<T>>();
  const isOfThis = arrived?.path === path && arrived?.language === spoken;
  // What was seen before, or foreseen, is drawn at once with the rest.
  const shown = isOfThis ? arrived : (recall<T>(path, spoken) ?? arrived);
  const [failure, setFailure] = useState<ApiFailure>();
  const [isLoading, setLoading] = useState(path !== undefined);
  const [round, setRound] = useState(0);
  const isQuiet = useRef(false);
  const reload = useCallback(() => setRound((current) => current + 1), []);
  const renewQuietly = useCallback(() => {
    isQuiet.current = true;
    reload();
  }, [reload]);
  useAwaited(path !== undefined && !shown && !failure);
  useReturn(reload);
  useRenewal(path, renewQuietly);

  // Not after the next drawing: what is asked for decides what is drawn after it.
  useLayoutEffect(() => {
    if (path === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    const finish = (problem: ApiFailure | undefined) => {
      setFailure(problem);
      setLoading(false);
    };
    const ask = asking(path, schema, spoken, get);
    // Whoever asks again wants what is new.
    const answer = round === 0 ? askOnce(keyOf(path, spoken), signal, ask) : ask(signal);
    answer.then(
      (data) => {
        if (signal.aborted) return;
        setArrived({ path, language: spoken, data });
        finish(undefined);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        finish(error instanceof ApiFailure ? error : new ApiFailure('unreadable', { cause: error }));
      },
    );
    // What others changed comes when it comes; nobody waits for it.
    if (!isQuiet.current) setLoading(true);
    isQuiet.current = false;
    return () => controller.abort();
    // A new round asks again for the same path.
  }, [path, schema, get, spoken, round]);

  return { data: shown?.data, dataPath: shown?.path, failure, isLoading, reload };
}
