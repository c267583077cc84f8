import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ZodType } from 'zod';
import { language } from '../frame/language.ts';
import { ApiFailure } from './failure.ts';
import { getJson } from './request.ts';

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

/**
 * What the API has at a path, kept up to date: asked again when the path or the language changes, and
 * when the reader comes back to the page. Without a path nothing is asked.
 */
export function useResource<T>(path: string | undefined, schema: ZodType<T>): Resource<T> {
  const [arrived, setArrived] = useState<Arrived<T>>();
  const [failure, setFailure] = useState<ApiFailure>();
  const [isLoading, setLoading] = useState(path !== undefined);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((current) => current + 1), []);
  const spoken = language.value;

  useEffect(() => {
    if (path === undefined) return;
    const controller = new AbortController();
    setLoading(true);
    getJson(path, schema, { language: spoken, signal: controller.signal }).then(
      (data) => {
        if (controller.signal.aborted) return;
        setArrived({ path, data });
        setFailure(undefined);
        setLoading(false);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setFailure(error instanceof ApiFailure ? error : new ApiFailure('unreadable', { cause: error }));
        setLoading(false);
      },
    );
    return () => controller.abort();
  }, [path, schema, spoken, round]);

  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [reload]);

  return { data: arrived?.data, dataPath: arrived?.path, failure, isLoading, reload };
}
