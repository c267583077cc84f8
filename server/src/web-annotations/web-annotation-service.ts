import type { Annotation, AnnotationDraft } from '@waarborg/shared/annotation';
import { type DocumentDraft, maxTitleLength } from '@waarborg/shared/dossier';
import { identifiersOfAddress } from '@waarborg/shared/references';
import { fromWebAnnotation, type IncomingAnnotation } from '@waarborg/shared/w3c';
import { v7 as uuid } from 'uuid';
import { createWithin, getStored, updateWithin } from '../annotations/annotation-service.ts';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findOrCreateDocument } from '../documents/document-service.ts';
import { findDocumentByIdentity } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import type { ExpectedVersion } from '../history/expected-version.ts';

/** Reads a Web Annotation, or says where it cannot be used. */
function understand(json: unknown): IncomingAnnotation {
  const result = fromWebAnnotation(json);
  if (!result.ok) throw new ApiError('invalid-request', result.errors);
  return result.value;
}

/** Address of the copy that is annotated, without the place in it. */
function sourceOf({ source }: IncomingAnnotation): string {
  return source.replace(/#.*$/su, '');
}

function identityOf(address: string): Pick<DocumentDraft, 'addresses' | 'identifiers'> {
  const mediaType = /\.pdf(?:$|\?)/iu.test(address) ? 'application/pdf' : 'text/html';
  return { addresses: [{ address, mediaType }], identifiers: identifiersOfAddress(address) };
}

/** The document that is annotated: by its address, or a new one of which nothing more is known. */
async function documentOf(change: Change, address: string): Promise<string> {
  const identity = identityOf(address);
  const known = await findDocumentByIdentity(change.transaction, change.dossier, identity);
  const { document } = await findOrCreateDocument(change, {
    id: known ?? uuid(),
    sourceType: 'other',
    // What the cut leaves of a character of two code units goes too.
    title: address.slice(0, maxTitleLength).replace(/\p{Cs}$/u, ''),
    ...identity,
  });
  return document.id;
}

/** Refuses a source that is no known copy of the annotated document: the quote would be sought where it is not. */
async function assertSameDocument(change: Change, before: Annotation, source: string): Promise<void> {
  if (source === before.source) return;
  const document = await findDocumentByIdentity(change.transaction, change.dossier, identityOf(source));
  if (document !== before.document) {
    throw new ApiError('invalid-request', [
      { path: 'target.source', message: 'is not a copy of the document that is annotated' },
    ]);
  }
}

/** Creates an annotation from a Web Annotation, keeping the text in which it came. */
export function createFromWebAnnotation(
  database: Executor,
  writer: Writer,
  text: string,
): Promise<{ annotation: Annotation; created: boolean }> {
  const incoming = understand(parseJson(text));
  const source = sourceOf(incoming);
  return applyChange(database, describeChange(writer, 'create-annotation'), async (change) => {
    const draft: AnnotationDraft = {
      id: incoming.id ?? uuid(),
      document: await documentOf(change, source),
      source,
      ranges: [...incoming.ranges],
      codings: [...incoming.codings],
      ...(incoming.note === undefined ? {} : { note: incoming.note }),
      ...(incoming.gone === undefined ? {} : { gone: incoming.gone }),
    };
    return createWithin(change, writer, draft, text);
  });
}

/** Changes an annotation to what a Web Annotation says. */
export function updateFromWebAnnotation(
  database: Executor,
  writer: Writer,
  id: string,
  text: string,
  expected: ExpectedVersion,
): Promise<Annotation> {
  const incoming = understand(parseJson(text));
  const { ranges, codings, note, gone } = incoming;
  const update = {
    source: sourceOf(incoming),
    ranges: [...ranges],
    codings: [...codings],
    ...(note === undefined ? {} : { note }),
    ...(gone === undefined ? {} : { gone }),
  };
  return applyChange(database, describeChange(writer, 'update-annotation'), async (change) => {
    const stored = await getStored(change, id, expected);
    await assertSameDocument(change, stored.annotation, update.source);
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
