import { useEffect, useRef, useState } from 'preact/hooks';
import { renew } from '../api/renewal.ts';
import { isOffline } from '../frame/edition.ts';
import { listenToDossier } from './dossier-stream.ts';

/** How long changes are gathered before what is shown is asked for anew, and how long it rests after that. */
const gatherMs = 400;
const restMs = 3_000;

/** What is known of the changes that others make. */
export interface LiveState {
  /** Whether they come as they happen; undefined before it is known, and where there is no server. */
  readonly isLive: boolean | undefined;
  /** User ids of those who changed something the last time that anything was asked for anew. */
  readonly authors: readonly string[];
}

/**
 * Keeps everything of a dossier that is shown up to date while others work in it. `revision` is that of the dossier, of
 * which nothing is shown that is older, as soon as it is known: what happens after it is told. In a page that is in the
 * background nothing is asked: it asks when one comes back to it.
 */
export function useLiveDossier(slug: string, revision: number | undefined): LiveState {
  const [isLive, setLive] = useState<boolean>();
  const [authors, setAuthors] = useState<readonly string[]>([]);
  const since = useRef(revision);
  since.current ??= revision;
  const isKnown = since.current !== undefined;
  useEffect(() => {
    if (isOffline || since.current === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gathered = new Set<string>();
    let restsUntil = 0;
    const ask = () => {
      timer = undefined;
      if (document.visibilityState !== 'visible') return;
      restsUntil = performance.now() + restMs;
      setAuthors([...gathered]);
      gathered = new Set();
      renew(`/dossiers/${slug}/`);
    };
    const stop = listenToDossier(slug, since.current, (message) => {
      if (message.kind === 'state') {
        setLive(message.isLive);
        return;
      }
      if (message.kind === 'refused') {
        renew('/dossiers');
        return;
      }
      if (message.by !== undefined) gathered.add(message.by);
      timer ??= setTimeout(ask, Math.max(gatherMs, restsUntil - performance.now()));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [slug, isKnown]);
  return { isLive, authors };
}
