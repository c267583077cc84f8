import type { Language } from '@waarborg/shared/messages';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ZodType } from 'zod';
import { useAwaited } from '../frame/arrival.ts';
import { language } from '../frame/language.ts';
import { askOnce } from './ask-once.ts';
import { askEarly } from './early-answers.ts';
import { ApiFailure } from './failure.ts';
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
  readonly data: T;
}

/** Most answers that are remembered. */
const maxRemembered = 60;

/**
 * Answers by path and language, the oldest first. What was seen before is shown at once while
 * the server is asked again, so that opening a cell twice does not wait twice.
 */
const remembered = new Map<string, unknown>();

function remember(key: string, data: unknown): void {
  remembered.delete(key);
  remembered.set(key, data);
  const [oldest] = remembered.keys();
  if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
}

function recall<T>(path: string | undefined, spoken: string): Arrived<T> | undefined {
  const key = `${spoken} ${path}`;
  // A path has one schema, so what it gave before has the type that it gives now.
  return path !== undefined && remembered.has(key) ? { path, data: remembered.get(key) as T } : undefined;
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

/** Asks for a new path while the page is drawn for it: after the drawing it would be later by that. */
function useEarlyQuestion(path: string | undefined, spoken: Language): void {
  const asked = useRef<string>(undefined);
  const question = `${spoken} ${path}`;
  if (path !== undefined && asked.current !== question) askEarly([path], spoken);
  asked.current = question;
}

/**
 * What the API has at a path, kept up to date: asked again when the path or the language changes, and
 * when the reader comes back to the page; and, without a word, when it is renewed (`renew`). Without a path nothing is asked.
 */
export function useResource<T>(path: string | undefined, schema: ZodType<T>): Resource<T> {
  useEarlyQuestion(path, language.value);
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
  const [arrived, setArrived] = useState(() => recall<T>(path, spoken));
  const [failure, setFailure] = useState<ApiFailure>();
  const [isLoading, setLoading] = useState(path !== undefined);
  const [round, setRound] = useState(0);
  const isQuiet = useRef(false);
  const reload = useCallback(() => setRound((current) => current + 1), []);
  const renewQuietly = useCallback(() => {
    isQuiet.current = true;
    reload();
  }, [reload]);
  useAwaited(path !== undefined && !arrived && !failure);
  useReturn(reload);
  useRenewal(path, renewQuietly);

  // Not after the next drawing: what is asked for decides what is drawn after it.
  useLayoutEffect(() => {
    if (path === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    setArrived((current) => recall<T>(path, spoken) ?? current);
    // What others changed comes when it comes; nobody waits for it.
    if (!isQuiet.current) setLoading(true);
    isQuiet.current = false;
    const finish = (problem: ApiFailure | undefined) => {
      setFailure(problem);
      setLoading(false);
    };
    const ask = (given: AbortSignal) => get(path, schema, { language: spoken, signal: given });
    // Whoever asks again wants what is new.
    const answer = round === 0 ? askOnce(`${spoken} ${path}`, signal, ask) : ask(signal);
    answer.then(
      (data) => {
        if (signal.aborted) return;
        remember(`${spoken} ${path}`, data);
        setArrived({ path, data });
        finish(undefined);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        finish(error instanceof ApiFailure ? error : new ApiFailure('unreadable', { cause: error }));
      },
    );
    return () => controller.abort();
    // A new round asks again for the same path.
  }, [path, schema, get, spoken, round]);

  return { data: arrived?.data, dataPath: arrived?.path, failure, isLoading, reload };
}
