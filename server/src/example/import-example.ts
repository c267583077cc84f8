import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { v7 as uuid } from 'uuid';
import { saveAnnotation } from '../annotations/annotation-store.ts';
import { applyChange, type Change, type Executor } from '../database/index.ts';
import { findOrCreateDocument } from '../documents/document-service.ts';
import { createDossier, findDossierId } from '../dossiers/dossier-store.ts';
import { links } from '../links/link-store.ts';
import { setReading } from '../readings/reading-service.ts';
import { insertSpeaker, readSpeakerFinder } from '../speakers/speaker-store.ts';
import { readExampleDossier } from './example-dossier.ts';
import { fillingRevision } from './example-store.ts';

type Example = ReturnType<typeof readExampleDossier>;
type ExamplePassage = Example['passages'][number];

/** Somebody who coded the example. */
export interface ExampleReviewer {
  readonly id: string;
  readonly name: string;
}

function get<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`the example dossier has no ${key}`);
  return value;
}

async function addSpeakers(change: Change, { speakers }: Example): Promise<void> {
  for (const { name, kind, aliases = [], parent } of speakers) {
    const above = parent === undefined ? {} : { parent: await (await readSpeakerFinder(change))(parent) };
    await insertSpeaker(change, { name, kind, aliases, ...above });
  }
}

async function addDocuments(
  change: Change,
  { documents }: Example,
  papers: string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, file, identifiers = [], ...fields } of documents) {
    const addresses = [{ address: `${papers}/${file}`, mediaType: 'text/html' as const }];
    const { document } = await findOrCreateDocument(change, {
      id: uuid(),
      ...fields,
      addresses,
      identifiers,
    });
    ids.set(key, document.id);
  }
  return ids;
}

/** Its id comes after that of the passage before it, also within one millisecond (Node's own do not): lists go by ids. */
async function addPassage(
  change: Change,
  passage: ExamplePassage,
  place: { document: string; source: string; creator: ExampleReviewer },
): Promise<string> {
  const findSpeaker = await readSpeakerFinder(change);
  const codings: Coding[] = [];
  for (const { speaker, reportedBy, ...coding } of passage.codings) {
    codings.push({
      ...coding,
      id: uuid(),
      speaker: await findSpeaker(speaker),
      ...(reportedBy === undefined ? {} : { reportedBy: await findSpeaker(reportedBy) }),
    });
  }
  const annotation: Annotation = {
    id: uuid(),
    ...place,
    ranges: passage.ranges,
    codings,
    ...(passage.note === undefined ? {} : { note: passage.note }),
    created: passage.created,
    modified: passage.created,
    revision: change.revision,
  };
  await saveAnnotation(change, annotation.id, { after: annotation });
  return annotation.id;
}

/**
 * Makes the example dossier, as one revision after its creation, or does what is left to do of it. `papers` is the address of the
 * folder in which its papers are served, without slash at the end.
 */
export async function importExample(
  database: Executor,
  { papers, you, colleague }: { papers: string; you: ExampleReviewer; colleague: ExampleReviewer },
): Promise<void> {
  const example = readExampleDossier();
  const { slug, title } = example;
  const dossier =
    (await createDossier(database, { slug, title, owner: you.id })) ?? (await findDossierId(database, slug));
  if (dossier === undefined) throw new RangeError(`the dossier ${slug} is there and is not there`);
  const reviewers = new Map([
    ['you', you],
    ['colleague', colleague],
  ]);
  await applyChange(database, { dossier, user: you.id, operation: 'import-example' }, async (change) => {
    if (change.revision !== fillingRevision) return;
    await addSpeakers(change, example);
    const documents = await addDocuments(change, example, papers);
    const files = new Map(example.documents.map(({ key, file }) => [key, file]));
    const passages = new Map<string, string>();
    for (const passage of example.passages) {
      const id = await addPassage(change, passage, {
        document: get(documents, passage.document),
        source: `${papers}/${get(files, passage.document)}`,
        creator: get(reviewers, passage.reviewer),
      });
      passages.set(passage.key, id);
    }
    for (const { from, to, kind } of example.links) {
      const ends = { from: get(passages, from), to: get(passages, to) };
      const link = { id: uuid(), ...ends, kind, revision: change.revision };
      await links.save(change, link.id, { after: link });
    }
    for (const { document, reviewer, safeguards } of example.readings) {
      const place = { document: get(documents, document), reviewer: get(reviewers, reviewer).id };
      await setReading(change, place, safeguards === 'all' ? [undefined] : safeguards);
    }
  });
}
