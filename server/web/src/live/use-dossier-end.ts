import { useEffect, useRef } from 'preact/hooks';
import { renew } from '../api/renewal.ts';
import { listenToDossier } from './dossier-stream.ts';

/**
 * Notices on a page that does not change under its reader that the dossier was deleted, or may not be read any more:
 * whether it is there is then asked anew. `revision`: that of the dossier, as soon as it is known.
 */
export function useDossierEnd(slug: string, revision: number | undefined): void {
  const since = useRef(revision);
  since.current ??= revision;
  const isKnown = since.current !== undefined;
  useEffect(() => {
    if (since.current === undefined) return undefined;
    return listenToDossier(slug, since.current, ({ kind }) => {
      if (kind === 'refused') renew('/dossiers');
    });
  }, [slug, isKnown]);
}
