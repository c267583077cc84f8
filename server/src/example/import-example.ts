import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { v7 as uuid } from 'uuid';
import { saveAnnotation } from '../annotations/annotation-store.ts';
import { applyChange, type Change, type Executor } from '../database/index.ts';
import { findOrCreateDocument } from '../documents/document-service.ts';
import { keepRendition } from '../documents/rendition-service.ts';
import { compressUnlessKept, renditionId } from '../documents/rendition-store.ts';
import { createDossier, findDossierId } from '../dossiers/dossier-store.ts';
import { links } from '../links/link-store.ts';
import { setReading } from '../readings/reading-service.ts';
import { insertSpeaker, readSpeakerFinder } from '../speakers/speaker-store.ts';
import { readExampleDossier, readExampleFile } from './example-dossier.ts';
import { fillingRevision } from './example-store.ts';
import { readPaperText } from './paper-text.ts';

type Example = ReturnType<typeof readExampleDossier>;
type ExamplePassage = Example['passages'][number];

/** What all papers of the example are. */
const mediaType = 'text/html' as const;

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
  for (const { key, file, identifiers = [], isTextKept: _, ...fields } of documents) {
    const addresses = [{ address: `${papers}/${file}`, mediaType }];
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

/** A text of a paper that is to be kept, with its bytes where they are not kept yet. */
interface PaperText {
  readonly key: string;
  readonly file: string;
  readonly id: string;
  readonly compressed: Uint8Array | undefined;
}

/** The texts to keep, made small before a transaction begins. */
async function readTexts(database: Executor, { documents }: Example): Promise<PaperText[]> {
  const texts: PaperText[] = [];
  for (const { key, file, isTextKept } of documents) {
    if (!isTextKept) continue;
    const text = readPaperText(readExampleFile(file));
    texts.push({ key, file, id: renditionId(text), compressed: await compressUnlessKept(database, text) });
  }
  return texts;
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
  // No more than what a passage says of its reviewer: the log would have their addresses.
  const nameOnly = ({ id, name }: ExampleReviewer) => ({ id, name });
  const reviewers = new Map([
    ['you', nameOnly(you)],
    ['colleague', nameOnly(colleague)],
  ]);
  const texts = await readTexts(database, example);
  await applyChange(database, { dossier, user: you.id, operation: 'import-example' }, async (change) => {
    if (change.revision !== fillingRevision) return;
    await addSpeakers(change, example);
    const documents = await addDocuments(change, example, papers);
    for (const { key, file, id, compressed } of texts) {
      const text = { id, document: get(documents, key), source: `${papers}/${file}`, mediaType };
      await keepRendition(change, text, compressed);
    }
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
