import { listStoredAnnotations, toLogged } from '../annotations/annotation-store.ts';
import { getCodebook } from '../codebooks/codebook-store.ts';
import type { Executor, ItemKind } from '../database/index.ts';
import { listDocuments } from '../documents/document-store.ts';
import { listReadings } from '../readings/reading-store.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';
import { listAllLinks, listMarkedDocuments, listMemberships } from './integrity-store.ts';
import type { PresentItem } from './replay.ts';

interface Dossier {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

type Reader = (database: Executor, dossier: Dossier) => AsyncIterable<Omit<PresentItem, 'kind'>>;

/** How each kind of thing is read from the tables as the log describes it; a kind without a reader does not compile. */
const readers: Readonly<Record<ItemKind, Reader>> = {
  async *annotation(database, { id }) {
    for (const document of await listMarkedDocuments(database, id)) {
      for (const stored of await listStoredAnnotations(database, id, document)) {
        yield { id: stored.annotation.id, value: toLogged(stored) };
      }
    }
  },
  async *codebook(database, { id }) {
    yield { id, value: await getCodebook(database, id) };
  },
  async *document(database, { id }) {
    for (const document of await listDocuments(database, id)) yield { id: document.id, value: document };
  },
  async *dossier(_database, { id, slug, title }) {
    yield { id, value: { slug, title } };
  },
  async *link(database, { id }) {
    for (const link of await listAllLinks(database, id)) yield { id: link.id, value: link };
  },
  async *membership(database, { id }) {
    for (const { user_id, role } of await listMemberships(database, id))
      yield { id: user_id, value: { role } };
  },
  async *reading(database, { id: dossier }) {
    const readings = await listReadings(database, dossier);
    const groups = Map.groupBy(readings, ({ document, reviewer }) => `${document} ${reviewer}`);
    for (const [id, group] of groups) {
      const [{ document, reviewer } = { document: '', reviewer: '' }] = group;
      const list = group.flatMap(({ safeguard }) => safeguard ?? []);
      yield { id, value: { document, reviewer, safeguards: list.length < group.length ? 'all' : list } };
    }
  },
  async *speaker(database, { id }) {
    for (const speaker of await listSpeakers(database, id)) yield { id: speaker.id, value: speaker };
  },
};

/** Everything that a dossier holds, as the log describes it. */
export async function* readPresentItems(database: Executor, dossier: Dossier): AsyncGenerator<PresentItem> {
  for (const [kind, read] of Object.entries(readers) as [ItemKind, Reader][]) {
    for await (const item of read(database, dossier)) yield { kind, ...item };
  }
}
