import type { BundleResponse } from '@waarborg/shared/api';
import { importMessages } from '@waarborg/shared/messages/imports';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { failureLine } from '../api/explain-failure.ts';
import { ApiFailure } from '../api/failure.ts';
import { createIdempotencyKey } from '../api/request.ts';
import { language } from '../language/language.ts';
import type { ImportRequest } from './import-request.ts';

/** How far a bundle has come. */
export type BundleState =
  | { readonly kind: 'checking' }
  /** What it would do; `isCancelled` after somebody stopped doing it. */
  | { readonly kind: 'planned'; readonly result: BundleResponse; readonly isCancelled: boolean }
  | { readonly kind: 'importing' }
  | { readonly kind: 'done'; readonly result: BundleResponse }
  | { readonly kind: 'failed'; readonly problem: string };

function explain(error: unknown): string {
  if (!(error instanceof ApiFailure)) throw error;
  const [place] = error.problem?.errors ?? [];
  if (place) return `${importMessages[language.value].brokenAt(place.path)} (${place.message})`;
  return failureLine(error);
}

/** Whether an import makes anything, or would. */
export function bringsAnything({ created }: BundleResponse): boolean {
  return Object.values(created).some((count) => count > 0);
}

/** Whether two requests bring the same passages; what is new of their documents and speakers changes with the dossier. */
function bringSame(one: ImportRequest, other: ImportRequest): boolean {
  return one === other || JSON.stringify(one.passages) === JSON.stringify(other.passages);
}

/** Asks the server what an import would do, each time that it changes, and does it when told to. */
export function useBundle(request: ImportRequest) {
  const [state, setState] = useState<BundleState>({ kind: 'checking' });
  const running = useRef<AbortController | undefined>(undefined);
  // Of one key, so that what was done though its answer did not come gives that answer when it is asked for again.
  const idempotencyKey = useMemo(createIdempotencyKey, [request]);
  const tryOut = (signal?: AbortSignal) => request.send(true, signal && { signal });
  const bringIn = (signal?: AbortSignal) =>
    request.send(false, { idempotencyKey, ...(signal && { signal }) });
  /** What is being brought in, or was: what came of it stands until something else is to be. */
  const begun = useRef<ImportRequest | undefined>(undefined);

  useEffect(() => {
    if (begun.current && bringSame(begun.current, request)) return undefined;
    begun.current = undefined;
    const controller = new AbortController();
    setState({ kind: 'checking' });
    if (request.isEmpty) return undefined;
    tryOut(controller.signal).then(
      (result) => setState({ kind: 'planned', result, isCancelled: false }),
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ kind: 'failed', problem: explain(error) });
      },
    );
    return () => controller.abort();
    // The language is that of the moment at which it is asked.
  }, [request]);

  const fail = (error: unknown) => {
    begun.current = undefined;
    setState({ kind: 'failed', problem: explain(error) });
  };
  /** What was cancelled may have been done by then: only the server knows. */
  const settleCancelled = async () => {
    setState({ kind: 'checking' });
    try {
      const result = await tryOut();
      if (!bringsAnything(result)) {
        setState({ kind: 'done', result: await bringIn() });
        return;
      }
      begun.current = undefined;
      setState({ kind: 'planned', result, isCancelled: true });
    } catch (error) {
      fail(error);
    }
  };
  const start = async () => {
    if (state.kind !== 'planned') return;
    running.current = new AbortController();
    begun.current = request;
    const { signal } = running.current;
    setState({ kind: 'importing' });
    try {
      setState({ kind: 'done', result: await bringIn(signal) });
    } catch (error) {
      if (signal.aborted) await settleCancelled();
      else fail(error);
    }
  };
  return { state, start: () => void start(), cancel: () => running.current?.abort() };
}
