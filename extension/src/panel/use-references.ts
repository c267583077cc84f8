import type { Language } from '@waarborg/shared/messages';
import { useEffect, useState } from 'preact/hooks';
import { type DossierDocument, type PageReport, requestBackground } from '../messaging/index.ts';
import type { NamedCitation } from './cited-sources.ts';
import { readPageText } from './read-page-text.ts';

/** Something that is cited, and whether the dossier has it. */
export interface ListedSource extends NamedCitation {
  /** Null: the dossier does not have it; absent: it is not certain which document is meant. */
  readonly inDossier?: DossierDocument | null | undefined;
}

interface ReadSources {
  readonly version: number;
  readonly sources: readonly NamedCitation[];
}

/**
 * What the document in a tab cites, looked up again when its text or the dossier changes; undefined until
 * it is known. Finding references stays out of what a panel loads that does not show them.
 */
export function useReferences(
  tab: number | undefined,
  report: PageReport,
  language: Language,
): readonly ListedSource[] | undefined {
  const [read, setRead] = useState<ReadSources>();
  const [listed, setListed] = useState<readonly ListedSource[]>();
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      if (tab === undefined) return;
      const next = await readSources(tab, read, language);
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

async function readSources(
  tab: number,
  before: ReadSources | undefined,
  language: Language,
): Promise<ReadSources | undefined> {
  const { version, text } = await readPageText(tab, before?.version);
  if (text === undefined) return before;
  const { citedSources } = await import('./cited-sources.ts');
  return { version, sources: citedSources(text, language) };
}

async function lookUp(sources: readonly NamedCitation[]): Promise<ListedSource[]> {
  const identifiers = sources.flatMap(({ source }) => source.identifier ?? []);
  const outcome = await requestBackground('find-in-dossier', { identifiers });
  if (!outcome.ok) return [...sources];
  const answers = outcome.value.values();
  return sources.map((cited) => ({
    ...cited,
    ...(cited.source.identifier && { inDossier: answers.next().value }),
  }));
}

/** The page was left meanwhile: what comes in its place is read when it reports itself. */
function pageIsGone(): void {}
