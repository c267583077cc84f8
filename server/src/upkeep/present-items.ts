import { listStoredAnnotations, toLogged } from '../annotations/annotation-store.ts';
import { listCodebookItems } from '../codebooks/codebook-store.ts';
import type { Executor, ItemKind } from '../database/index.ts';
import { listDismissals } from '../dismissals/dismissal-store.ts';
import { listOwnDocuments } from '../documents/document-store.ts';
import { listDossierRenditions } from '../documents/rendition-store.ts';
import { dossierItems } from '../dossiers/settings-store.ts';
import { listAllOutlineParts } from '../outlines/outline-part-store.ts';
import { listAllOutlines } from '../outlines/outline-store.ts';
import { listLoggedPublications } from '../publications/publication-store.ts';
import { listReadings } from '../readings/reading-store.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';
import { listAllLinks, listMarkedDocuments, listMemberships } from './integrity-store.ts';
import type { PresentItem } from './replay.ts';

type Reader = (database: Executor, dossier: string) => AsyncIterable<Omit<PresentItem, 'kind'>>;

/** How each kind of thing is read from the tables as the log describes it; a kind without a reader does not compile. */
const readers: Readonly<Record<ItemKind, Reader>> = {
  async *annotation(database, dossier) {
    for (const document of await listMarkedDocuments(database, dossier)) {
      for (const stored of await listStoredAnnotations(database, dossier, document)) {
        yield { id: stored.annotation.id, value: toLogged(stored) };
      }
    }
  },
  async *codebook(database, dossier) {
    for (const [part, value] of await listCodebookItems(database, dossier)) yield { id: part, value };
  },
  async *dismissal(database, dossier) {
    for (const value of await listDismissals(database, dossier)) yield { id: value.id, value };
  },
  async *document(database, dossier) {
    for (const document of await listOwnDocuments(database, dossier))
      yield { id: document.id, value: document };
  },
  async *dossier(database, dossier) {
    yield { id: dossier, value: await dossierItems.find(database, dossier, dossier) };
  },
  async *link(database, dossier) {
    for (const link of await listAllLinks(database, dossier)) yield { id: link.id, value: link };
  },
  async *membership(database, dossier) {
    for (const { user_id, role } of await listMemberships(database, dossier))
      yield { id: user_id, value: { role } };
  },
  async *outline(database, dossier) {
    for (const outline of await listAllOutlines(database, dossier)) yield { id: outline.id, value: outline };
  },
  async *'outline-part'(database, dossier) {
    for (const part of await listAllOutlineParts(database, dossier)) yield { id: part.id, value: part };
  },
  async *publication(database, dossier) {
    for (const value of await listLoggedPublications(database, dossier)) yield { id: value.id, value };
  },
  async *reading(database, dossier) {
    const readings = await listReadings(database, dossier);
    const groups = Map.groupBy(readings, ({ document, reviewer }) => `${document} ${reviewer}`);
    for (const [id, group] of groups) {
      const [{ document, reviewer } = { document: '', reviewer: '' }] = group;
      yield { id, value: { document, reviewer, readings: group } };
    }
  },
  async *rendition(database, dossier) {
    for (const rendition of await listDossierRenditions(database, dossier)) {
      yield { id: `${rendition.document} ${rendition.id}`, value: rendition };
    }
  },
  async *speaker(database, dossier) {
    for (const speaker of await listSpeakers(database, dossier)) yield { id: speaker.id, value: speaker };
  },
};

/** Everything that a dossier holds, as the log describes it. */
export async function* readPresentItems(database: Executor, dossier: string): AsyncGenerator<PresentItem> {
  for (const [kind, read] of Object.entries(readers) as [ItemKind, Reader][]) {
    for await (const item of read(database, dossier)) yield { kind, ...item };
  }
}
