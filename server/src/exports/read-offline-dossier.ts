import type { OfflineDossier } from '@waarborg/shared/exchange';
import { foundElsewhere, passesDocument } from '@waarborg/shared/matrix';
import type { Access } from '../accounts/authenticate.ts';
import { getCodebook } from '../codebooks/codebook-store.ts';
import type { Executor } from '../database/index.ts';
import { listDocuments } from '../documents/document-store.ts';
import { listAllLinks } from '../links/link-store.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';
import { type ExportedDossier, isFiltered } from './export-service.ts';

/**
 * Query of the matrix page that shows what was asked for. Words that a search found in any form are not in it: the
 * page would look for them letter for letter in what it holds.
 */
function searchOf({ index, query: { rows, columns, filters }, layout }: ExportedDossier): string {
  const parameters = new URLSearchParams({ rows, columns });
  const { q, ...others } = filters;
  const shown = { ...layout, ...(index.found ? others : filters) };
  for (const [name, value] of Object.entries(shown)) {
    for (const one of [value ?? []].flat()) parameters.append(name, one);
  }
  return `?${parameters}`;
}

/** What a file for offline reading carries: the codings that were asked for, and everything that gives them names. */
export async function readOfflineDossier(
  database: Executor,
  { id, slug, title, revision }: Access['dossier'],
  content: ExportedDossier,
): Promise<OfflineDossier> {
  const { index, annotations, isWanted, query } = content;
  const documents = await listDocuments(database, id);
  // The laid-out dossier keeps only the links that fold claims.
  const links = await listAllLinks(database, id);
  const held = new Set(annotations.map((annotation) => annotation.id));
  return {
    dossier: { id, slug, title, revision, role: 'reader' },
    codebook: await getCodebook(database, id),
    speakers: await listSpeakers(database, id),
    documents: documents.filter((document) => passesDocument(document, query.filters)),
    links: links.filter(({ from, to }) => held.has(from) && held.has(to)),
    readings: [...index.frame.readings],
    annotations: annotations.map((annotation) => ({
      ...annotation,
      codings: annotation.codings.filter(isWanted),
    })),
    ...(isFiltered(query.filters) && { elsewhere: foundElsewhere(index, query.filters) }),
    made: new Date().toISOString(),
    search: searchOf(content),
  };
}
