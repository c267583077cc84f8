import { useEffect, useState } from 'preact/hooks';
import { type DossierDocument, type PageReport, requestBackground, requestPage } from '../messaging/index.ts';
import type { CitedSource } from './group-references.ts';

/** A cited source, and whether the dossier has it. */
export interface ListedSource extends CitedSource {
  /** Null: the dossier does not have it; absent: it is not certain which document is meant. */
  readonly inDossier?: DossierDocument | null | undefined;
}

interface ReadSources {
  readonly version: number;
  readonly sources: readonly CitedSource[];
}

/**
 * What the document in a tab cites, looked up again when its text or the dossier changes; undefined until
 * it is known. Finding references stays out of what a panel loads that does not show them.
 */
export function useReferences(
  tab: number | undefined,
  report: PageReport,
): readonly ListedSource[] | undefined {
  const [read, setRead] = useState<ReadSources>();
  const [listed, setListed] = useState<readonly ListedSource[]>();
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      if (tab === undefined) return;
      const next = await readSources(tab, read);
      if (!isCurrent || !next) return;
      setRead(next);
      const found = await lookUp(next.sources);
      if (isCurrent) setListed(found);
    };
    load().catch(pageIsGone);
    return () => {
      isCurrent = false;
    };
    // A report says that text or passages may have changed; what was read here before is no reason to read again.
  }, [tab, report]);
  return listed;
}

async function readSources(tab: number, before: ReadSources | undefined): Promise<ReadSources | undefined> {
  const { version, text } = await requestPage(tab, 'read-text', { known: before?.version });
  if (text === undefined) return before;
  const { citedSources } = await import('./group-references.ts');
  return { version, sources: citedSources(text) };
}

async function lookUp(sources: readonly CitedSource[]): Promise<ListedSource[]> {
  const identified = sources.filter(({ identifier }) => identifier);
  const identifiers = identified.flatMap(({ identifier }) => identifier ?? []);
  const outcome = await requestBackground('find-in-dossier', { identifiers });
  if (!outcome.ok) return [...sources];
  const found = new Map(identified.map(({ canonical }, index) => [canonical, outcome.value[index]]));
  return sources.map((source) => ({ ...source, inDossier: found.get(source.canonical) }));
}

/** The page was left meanwhile: what comes in its place is read when it reports itself. */
function pageIsGone(): void {}
