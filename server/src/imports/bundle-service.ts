import type { Bundle, BundleResponse } from '@waarborg/shared/api';
import type { Concept } from '@waarborg/shared/codebook';
import { foldName, type SpeakerDraft } from '@waarborg/shared/dossier';
import { v5 as deriveUuid } from 'uuid';
import type { LoggedAnnotation } from '../annotations/annotation-rows.ts';
import { readCodingContext, toAnnotation } from '../annotations/annotation-service.ts';
import { findAnnotation, insertAnnotations } from '../annotations/annotation-store.ts';
import { findIdsElsewhere, findTakenIds } from '../annotations/taken-ids.ts';
import { addConceptWithin, mergeConceptWithin } from '../codebooks/codebook-service.ts';
import { concepts as conceptRows, groups as groupRows, nextPosition } from '../codebooks/codebook-store.ts';
import {
  applyChange,
  type Change,
  describeChange,
  type Executor,
  previewChange,
  type Writer,
} from '../database/index.ts';
import { type CodedDocument, findCodedDocument } from '../documents/coded-document-store.ts';
import { findOrCreateDocument } from '../documents/document-service.ts';
import { findOwnDocumentId } from '../documents/document-store.ts';
import {
  compressUnlessKept,
  findRendition,
  keepText,
  renditionId,
  saveRendition,
} from '../documents/rendition-store.ts';
import { getSettings } from '../dossiers/settings-store.ts';
import { ApiError } from '../errors.ts';
import { links as linkRows } from '../links/link-store.ts';
import { countSpeakers, insertSpeaker, listSpeakers } from '../speakers/speaker-store.ts';
import { keyOfSaid, readSaid } from './kept-coding-store.ts';
import { conceptSaysOtherwise, groupSaysOtherwise } from './says-otherwise.ts';

type Counts = BundleResponse['created'];
/** A text of the bundle, made small before anybody waits for the transaction. */
type PackedText = Bundle['renditions'][number] & { readonly compressed: Uint8Array | undefined };

/** How a bundle is brought in. */
export interface BundleOptions {
  readonly isDryRun: boolean;
  /** Whether it may bring concepts and groups that the codebook lacks. */
  readonly mayChangeCodebook: boolean;
  /** Aborted when whoever asked is gone: nothing is kept then. */
  readonly signal: AbortSignal;
}

/** Passages after which others of the process get their turn, and it is seen whether somebody still waits. */
const passagesAtOnce = 250;

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (signal.aborted) throw new ApiError('request-timeout');
}

/** Says where in the bundle a mistake is. */
async function at<T>(place: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const told = error.errors.length > 0 ? error.errors : [{ path: '', message: '' }];
    throw new ApiError(
      'invalid-request',
      told.map(({ path, message }) => ({
        path: [place, path].filter(Boolean).join('.'),
        message: [error.code, message].filter(Boolean).join(': '),
      })),
    );
  }
}

/** Adds what the codebook lacks, and counts what it has and the file says otherwise: that stays as it is. */
async function addCodebook(
  change: Change,
  { groups, concepts }: Bundle,
  counts: Counts,
  mayChange: boolean,
): Promise<number> {
  const assertAllowed = () => {
    if (!mayChange) throw new ApiError('import-needs-curator');
  };
  const { transaction, dossier, revision } = change;
  let differing = 0;
  const present = new Set<string>();
  for (const group of groups) {
    const kept = await groupRows.find(transaction, dossier, group.id);
    if (kept) {
      present.add(group.id);
      if (groupSaysOtherwise(group, kept)) differing++;
      continue;
    }
    assertAllowed();
    const position = await nextPosition(change, 'concept_group');
    await groupRows.save(change, group.id, { after: { ...group, position, revision } });
    counts.groups++;
  }
  const merged: (readonly [index: number, concept: Concept])[] = [];
  for (const [index, concept] of concepts.entries()) {
    const kept = await conceptRows.find(transaction, dossier, concept.id);
    if (kept) {
      if (conceptSaysOtherwise(concept, kept, (group) => present.has(group))) differing++;
      continue;
    }
    assertAllowed();
    const { mergedInto, ...draft } = concept;
    await at(`concepts[${index}]`, () => addConceptWithin(change, draft));
    if (mergedInto !== undefined) merged.push([index, concept]);
    counts.concepts++;
  }
  // Only now is everything there into which something was merged.
  for (const [index, { id, mergedInto = '' }] of merged) {
    await at(`concepts[${index}]`, () => mergeConceptWithin(change, id, mergedInto));
  }
  return differing;
}

/**
 * Adds speakers of whose names the dossier knows none, each after the one of which it is part; their ids in the bundle
 * mean nothing here.
 */
async function addSpeakers(change: Change, { speakers }: Bundle): Promise<void> {
  if (speakers.length === 0) return;
  const present = await listSpeakers(change.transaction, change.dossier);
  const idsByName = new Map(
    present.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => [foldName(one), id] as const)),
  );
  const given = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const waiting = new Set(given.keys());
  const add = async ({ id, name, kind, aliases, parent = '' }: SpeakerDraft): Promise<void> => {
    // Once taken out, one that is part of itself ends here.
    if (!waiting.delete(id) || idsByName.has(foldName(name))) return;
    const above = given.get(parent);
    if (above) await add(above);
    const free = aliases.filter((alias) => !idsByName.has(foldName(alias)));
    const parentId = above && idsByName.get(foldName(above.name));
    const part = { name, kind, aliases: free, ...(parentId === undefined ? {} : { parent: parentId }) };
    const added = await insertSpeaker(change, part);
    for (const one of [name, ...free]) idsByName.set(foldName(one), added.id);
  };
  for (const speaker of speakers) await add(speaker);
}

async function addDocuments(
  change: Change,
  { documents }: Bundle,
  counts: Counts,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, draft] of documents.entries()) {
    const { document, created } = await at(`documents[${index}]`, () => findOrCreateDocument(change, draft));
    ids.set(draft.id, document.id);
    if (created) counts.documents++;
  }
  return ids;
}

/** Keeps texts where the dossier keeps those of such documents; elsewhere the passages come without. */
async function addTexts(
  change: Change,
  texts: readonly PackedText[],
  { documents }: Bundle,
  counts: Counts,
): Promise<void> {
  const { transaction, dossier } = change;
  const { withoutText } = await getSettings(transaction, dossier);
  const refused = new Set(
    documents.filter(({ sourceType }) => withoutText.includes(sourceType)).map(({ id }) => id),
  );
  for (const { document: named, text, compressed, source, mediaType } of texts) {
    const document = refused.has(named) ? undefined : await findOwnDocumentId(transaction, dossier, named);
    const id = renditionId(text);
    if (document === undefined || (await findRendition(transaction, document, id))) continue;
    if (compressed) await keepText(change, id, compressed);
    await saveRendition(change, { after: { id, document, source, mediaType, retrieved: change.at } });
    counts.renditions++;
  }
}

/**
 * The ids under which passages come in. One that a passage of another dossier has, as in a copy of that dossier,
 * becomes one that is always the same for this dossier, so that importing twice is importing once.
 */
async function nameAnnotations(change: Change, ids: readonly string[]): Promise<Map<string, string>> {
  const elsewhere = await findIdsElsewhere(change, ids);
  return new Map(ids.map((id) => [id, elsewhere.has(id) ? deriveUuid(id, change.dossier) : id]));
}

async function addPassages(
  change: Change,
  writer: Writer,
  { annotations }: Bundle,
  place: { readonly ids: ReadonlyMap<string, string>; readonly documents: ReadonlyMap<string, string> },
  { counts, signal }: { readonly counts: Counts; readonly signal: AbortSignal },
): Promise<void> {
  const taken = await findTakenIds(change, [...place.ids.values()]);
  const context = await readCodingContext(change);
  const documents = new Map<string, CodedDocument | undefined>();
  const added: LoggedAnnotation[] = [];
  for (const [index, draft] of annotations.entries()) {
    if (index % passagesAtOnce === 0) await pause(signal);
    const id = place.ids.get(draft.id) ?? draft.id;
    if (taken.has(id)) continue;
    const named = place.documents.get(draft.document) ?? draft.document;
    if (!documents.has(named))
      documents.set(named, await findCodedDocument(change.transaction, change.dossier, named));
    const document = documents.get(named);
    const add = async () => {
      if (!document) throw new ApiError('document-not-found', [{ path: 'document', message: named }]);
      // Codings take new ids: those of a copy are taken.
      const codings = draft.codings.map(({ id: _, ...coding }) => coding);
      return toAnnotation(change, writer, { ...draft, id, codings }, { document, context });
    };
    added.push(await at(`annotations[${index}]`, add));
  }
  await insertAnnotations(change, added);
  counts.passages = added.length;
  counts.codings = added.reduce((sum, { codings }) => sum + codings.length, 0);
}

/** How many codings of passages that are there already say something of them that nobody said yet. */
async function countLeftOut(
  change: Change,
  { annotations }: Bundle,
  ids: ReadonlyMap<string, string>,
): Promise<number> {
  const said = await readSaid(change, [...ids.values()]);
  return annotations.reduce((count, { id, codings }) => {
    const known = said.get(ids.get(id) ?? id);
    return count + (known ? codings.filter((coding) => !known.has(keyOfSaid(coding))).length : 0);
  }, 0);
}

async function addLinks(
  change: Change,
  { links }: Bundle,
  ids: ReadonlyMap<string, string>,
  counts: Counts,
): Promise<void> {
  const { transaction, dossier, revision } = change;
  for (const link of links) {
    const id = (await linkRows.isTaken(transaction, dossier, link.id))
      ? deriveUuid(link.id, dossier)
      : link.id;
    const [from, to] = [ids.get(link.from) ?? link.from, ids.get(link.to) ?? link.to];
    const known = await Promise.all([link.id, id].map((one) => linkRows.find(transaction, dossier, one)));
    if (known.some((one) => one !== undefined)) continue;
    const ends = await Promise.all([from, to].map((end) => findAnnotation(transaction, dossier, end)));
    if (from === to || ends.includes(undefined)) continue;
    await linkRows.save(change, id, { after: { ...link, id, from, to, revision } });
    counts.links++;
  }
}

async function bringIn(
  change: Change,
  writer: Writer,
  { bundle, texts }: { readonly bundle: Bundle; readonly texts: readonly PackedText[] },
  { mayChangeCodebook, signal }: BundleOptions,
): Promise<BundleResponse> {
  const counts: Counts = {
    ...{ groups: 0, concepts: 0, speakers: 0, documents: 0 },
    ...{ renditions: 0, passages: 0, codings: 0, links: 0 },
  };
  const speakersBefore = await countSpeakers(change);
  const differing = await addCodebook(change, bundle, counts, mayChangeCodebook);
  await addSpeakers(change, bundle);
  const documents = await addDocuments(change, bundle, counts);
  await addTexts(change, texts, bundle, counts);
  const ids = await nameAnnotations(
    change,
    bundle.annotations.map(({ id }) => id),
  );
  const leftOut = await countLeftOut(change, bundle, ids);
  await addPassages(change, writer, bundle, { ids, documents }, { counts, signal });
  await addLinks(change, bundle, ids, counts);
  // Documents and codings bring speakers too.
  counts.speakers = (await countSpeakers(change)) - speakersBefore;
  await pause(signal);
  const known = bundle.annotations.length - counts.passages;
  const isNew = Object.values(counts).some((count) => count > 0);
  return { ...(isNew ? { revision: change.revision } : {}), created: counts, known, leftOut, differing };
}

/** Refuses one id for two passages. */
function assertDistinct({ annotations }: Bundle): void {
  const seen = new Set<string>();
  const errors = annotations.flatMap(({ id }, index) => {
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice ? [{ path: `annotations[${index}].id`, message: 'is the id of another passage' }] : [];
  });
  if (errors.length > 0) throw new ApiError('invalid-request', errors.slice(0, 100));
}

/**
 * Brings what a file holds into a dossier, as one revision: all of it, or with a mistake in any of it nothing. A dry
 * run makes it with all its checks and takes it back.
 *
 * @throws ApiError `invalid-request` with the place of the mistake; `import-needs-curator`; `request-timeout` when nobody waits any more.
 */
export async function importBundle(
  database: Executor,
  writer: Writer,
  bundle: Bundle,
  options: BundleOptions,
): Promise<BundleResponse> {
  assertDistinct(bundle);
  const texts: PackedText[] = [];
  for (const text of bundle.renditions) {
    texts.push({ ...text, compressed: await compressUnlessKept(database, text.text) });
  }
  const apply = options.isDryRun ? previewChange : applyChange;
  const description = describeChange(writer, 'import-bundle');
  const { revision, ...rest } = await apply(database, description, (change) =>
    bringIn(change, writer, { bundle, texts }, options),
  );
  return options.isDryRun || revision === undefined ? rest : { revision, ...rest };
}
