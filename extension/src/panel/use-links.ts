import { useEffect, useMemo, useState } from 'preact/hooks';
import { type DocumentLinks, type OpenedDocument, requestBackground } from '../messaging/index.ts';
import { type ShownTie, tiesOf } from './ties-of.ts';

const noLinks: DocumentLinks = { links: [], passages: [] };

/** The links of the document's passages, by passage; read again whenever something of the dossier changes. */
export function useLinks(opened: OpenedDocument): ReadonlyMap<string, readonly ShownTie[]> {
  const [found, setFound] = useState(noLinks);
  const { id } = opened.document;
  useEffect(() => {
    let isCurrent = true;
    const asking = requestBackground('list-links', { document: id }).catch(() => undefined);
    void asking.then((outcome) => {
      if (isCurrent && outcome?.ok) setFound(outcome.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [id, opened]);
  return useMemo(() => tiesOf(found), [found]);
}
