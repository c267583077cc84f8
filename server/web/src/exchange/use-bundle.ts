import { type Bundle, type BundleResponse, bundleResponseSchema } from '@waarborg/shared/api';
import { importMessages } from '@waarborg/shared/messages/imports';
import { webMessages } from '@waarborg/shared/messages/web';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiFailure } from '../api/failure.ts';
import { createIdempotencyKey, postJson } from '../api/request.ts';
import { language } from '../frame/language.ts';
import { explainFailure } from '../frame/problem-page.tsx';

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
  const { title, text } = explainFailure(error, webMessages[language.value]);
  return `${title}. ${text}`;
}

/** Asks the server what a bundle would do, each time that it changes, and does it when told to. */
export function useBundle(slug: string, bundle: Bundle) {
  const [state, setState] = useState<BundleState>({ kind: 'checking' });
  const running = useRef<AbortController | undefined>(undefined);
  const post = (query: string, signal: AbortSignal) =>
    postJson(`/dossiers/${slug}/imports/bundle${query}`, bundle, bundleResponseSchema, {
      ...{ language: language.value, idempotencyKey: createIdempotencyKey(), signal },
    });

  useEffect(() => {
    const controller = new AbortController();
    const isEmpty = Object.values(bundle).every((things) => things.length === 0);
    setState({ kind: 'checking' });
    if (isEmpty) return undefined;
    post('?dryRun=true', controller.signal).then(
      (result) => setState({ kind: 'planned', result, isCancelled: false }),
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ kind: 'failed', problem: explain(error) });
      },
    );
    return () => controller.abort();
    // The language is that of the moment at which it is asked.
  }, [slug, bundle]);

  const start = async () => {
    if (state.kind !== 'planned') return;
    const { result: planned } = state;
    running.current = new AbortController();
    const { signal } = running.current;
    setState({ kind: 'importing' });
    try {
      setState({ kind: 'done', result: await post('', signal) });
    } catch (error) {
      setState(
        signal.aborted
          ? { kind: 'planned', result: planned, isCancelled: true }
          : { kind: 'failed', problem: explain(error) },
      );
    }
  };
  return { state, start: () => void start(), cancel: () => running.current?.abort() };
}
