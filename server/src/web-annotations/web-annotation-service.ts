import { randomUUIDv7 as uuid } from 'node:crypto';
import {
  type Annotation,
  type AnnotationDraft,
  type CodingDraft,
  speakersOf,
} from '@waarborg/shared/annotation';
import { type DocumentDraft, foldName, maxTitleLength } from '@waarborg/shared/dossier';
import { identifiersOfAddress, proposeSourceType, withoutPlace } from '@waarborg/shared/references';
import { fromWebAnnotation, type IncomingAnnotation, type JsonObject, viaOf } from '@waarborg/shared/w3c';
import { createWithin, getStored, updateWithin } from '../annotations/annotation-service.ts';
import type { StoredAnnotation } from '../annotations/annotation-store.ts';
import { isAnnotationIdTaken } from '../annotations/taken-ids.ts';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findOrCreateDocument } from '../documents/document-service.ts';
import { findDocumentByIdentity } from '../documents/document-store.ts';
import { findLatestText } from '../documents/rendition-store.ts';
import { ApiError } from '../errors.ts';
import type { ExpectedVersion } from '../history/expected-version.ts';
import { listSpeakerNames } from '../speakers/speaker-store.ts';

/** Reads a Web Annotation, with the text of its source where that is known, or says where it cannot be used. */
export function understand(json: unknown, text?: string): IncomingAnnotation {
  const result = fromWebAnnotation(json, text);
  if (!result.ok) throw new ApiError('invalid-request', result.errors);
  return result.value;
}

/** Address of the copy that is annotated, without the place in it. */
export function sourceOf({ source }: IncomingAnnotation): string {
  return withoutPlace(source);
}

function identityOf(incoming: IncomingAnnotation): Pick<DocumentDraft, 'addresses' | 'identifiers'> {
  const address = sourceOf(incoming);
  const { mediaType } = incoming;
  return { addresses: [{ address, mediaType }], identifiers: identifiersOfAddress(address) };
}

/** The document that is annotated: by its address, or a new one of which nothing more is known. */
export async function documentOf(change: Change, incoming: IncomingAnnotation): Promise<string> {
  const address = sourceOf(incoming);
  const identity = identityOf(incoming);
  const known = await findDocumentByIdentity(change.transaction, change.dossier, identity);
  const { document } = await findOrCreateDocument(change, {
    id: known ?? uuid(),
    sourceType: proposeSourceType({ address, identifiers: identity.identifiers }),
    // What the cut leaves of a character of two code units goes too.
    title: address.slice(0, maxTitleLength).replace(/\p{Cs}$/u, ''),
    ...identity,
  });
  return document.id;
}

/** Refuses a source that is no known copy of the annotated document: the quote would be sought where it is not. */
async function assertSameDocument(
  change: Change,
  before: Annotation,
  incoming: IncomingAnnotation,
): Promise<void> {
  if (sourceOf(incoming) === before.source) return;
  const document = await findDocumentByIdentity(change.transaction, change.dossier, identityOf(incoming));
  if (document !== before.document) {
    throw new ApiError('invalid-request', [
      { path: 'target.source', message: 'is not a copy of the document that is annotated' },
    ]);
  }
}

/** A request's Web Annotation; positions count in the text of the copy that was last kept, where one was. */
async function read(database: Executor, { dossier }: Writer, text: string) {
  const json = parseJson(text);
  const incoming = understand(json);
  if (!incoming.ranges.some(({ start }) => start !== undefined)) return { json, incoming };
  const document = await findDocumentByIdentity(database, dossier, identityOf(incoming));
  const kept = document && (await findLatestText(database, document, sourceOf(incoming)));
  return { json, incoming: kept === undefined ? incoming : understand(json, kept) };
}

/** What a Web Annotation says, about a document of ours; `id` is for one that proposes none. */
export function toDraft(incoming: IncomingAnnotation, document: string, id: string): AnnotationDraft {
  return {
    id: incoming.id ?? id,
    document,
    source: sourceOf(incoming),
    ranges: [...incoming.ranges],
    codings: [...incoming.codings],
    ...(incoming.note === undefined ? {} : { note: incoming.note }),
    ...(incoming.gone === undefined ? {} : { gone: incoming.gone }),
  };
}

/**
 * Creates an annotation from a Web Annotation, keeping the text in which it came. `proposed` is an id that
 * the client would like, unless the annotation proposes one itself.
 */
export async function createFromWebAnnotation(
  database: Executor,
  writer: Writer,
  text: string,
  proposed: string | undefined,
): Promise<{ annotation: Annotation; created: boolean }> {
  const { incoming } = await read(database, writer, text);
  return applyChange(database, describeChange(writer, 'create-annotation'), async (change) => {
    const document = await documentOf(change, incoming);
    const isFree = proposed !== undefined && !(await isAnnotationIdTaken(change, proposed));
    return createWithin(change, writer, toDraft(incoming, document, isFree ? proposed : uuid()), text);
  });
}

/** What a client puts in the place of an annotation. */
export interface WebAnnotationUpdate {
  readonly id: string;
  readonly expected: ExpectedVersion;
  /** JSON text of the Web Annotation. */
  readonly text: string;
  /** Writes an annotation as the client has seen it. */
  readonly own: (stored: StoredAnnotation) => JsonObject;
}

/**
 * Refuses other values for where an annotation comes from, once that was said (Web Annotation Protocol, section 5.3).
 * Its sender may name it by the id that it had: that is where it comes from.
 */
function assertSameOrigin(before: JsonObject, sent: JsonObject): void {
  const after: JsonObject = { canonical: sent.canonical, via: viaOf(sent, String(before.id)) };
  const changed = Object.keys(after).filter(
    (name) => before[name] !== undefined && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (changed.length === 0) return;
  throw new ApiError(
    'invalid-request',
    changed.map((path) => ({ path, message: `stays ${JSON.stringify(before[path])}` })),
  );
}

/**
 * Codings with whom they named before, where a client sends back the name that it was given: of a speaker that was
 * merged it was that of another, and a coding that comes back unchanged stays as it is.
 */
async function withSpeakersBefore(
  { transaction, dossier }: Change,
  codings: readonly CodingDraft[],
  before: Annotation,
): Promise<CodingDraft[]> {
  const names = await listSpeakerNames(transaction, dossier, speakersOf(before.codings));
  const isOf = (written: string | undefined, id: string | undefined) =>
    written !== undefined && id !== undefined && foldName(written) === foldName(names.get(id) ?? id);
  return codings.map((coding) => {
    const former = before.codings.find(({ id }) => id === coding.id);
    return {
      ...coding,
      ...(isOf(coding.speaker, former?.speaker) && { speaker: former?.speaker }),
      ...(isOf(coding.reportedBy, former?.reportedBy) && { reportedBy: former?.reportedBy }),
    };
  });
}

/** Changes an annotation to what a Web Annotation says. */
export async function updateFromWebAnnotation(
  database: Executor,
  writer: Writer,
  { id, expected, text, own }: WebAnnotationUpdate,
): Promise<Annotation> {
  const { json, incoming } = await read(database, writer, text);
  const { codings, note, gone } = incoming;
  const source = sourceOf(incoming);
  return applyChange(database, describeChange(writer, 'update-annotation'), async (change) => {
    const stored = await getStored(change, id, expected);
    await assertSameDocument(change, stored.annotation, incoming);
    assertSameOrigin(own(stored), json as JsonObject);
    const update = {
      source,
      ranges: [...incoming.ranges],
      codings: await withSpeakersBefore(change, codings, stored.annotation),
      ...(note === undefined ? {} : { note }),
      ...(gone === undefined ? {} : { gone }),
    };
    return updateWithin(change, stored, update, text);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError('invalid-json', [], { cause });
  }
}
