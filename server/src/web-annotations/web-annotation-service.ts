import type { Annotation, AnnotationDraft } from '@waarborg/shared/annotation';
import { maxTitleLength } from '@waarborg/shared/dossier';
import { identifiersOfAddress } from '@waarborg/shared/references';
import { fromWebAnnotation, type IncomingAnnotation } from '@waarborg/shared/w3c';
import { v7 as uuid } from 'uuid';
import { createWithin, type ExpectedVersion, updateAnnotation } from '../annotations/annotation-service.ts';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findOrCreateDocument } from '../documents/document-service.ts';
import { findDocumentByIdentity } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';

/** Reads a Web Annotation, or says where it cannot be used. */
function understand(json: unknown): IncomingAnnotation {
  const result = fromWebAnnotation(json);
  if (!result.ok) throw new ApiError('invalid-request', result.errors);
  return result.value;
}

/** The document that is annotated: by its address, or a new one of which nothing more is known. */
async function documentOf(change: Change, address: string): Promise<string> {
  const mediaType = /\.pdf(?:$|\?)/iu.test(address) ? 'application/pdf' : 'text/html';
  const identity = {
    addresses: [{ address, mediaType } as const],
    identifiers: identifiersOfAddress(address),
  };
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

/** Creates an annotation from a Web Annotation, keeping the text in which it came. */
export function createFromWebAnnotation(
  database: Executor,
  writer: Writer,
  text: string,
): Promise<{ annotation: Annotation; created: boolean }> {
  const incoming = understand(parseJson(text));
  const source = incoming.source.replace(/#.*$/su, '');
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
  const { ranges, codings, note, gone } = understand(parseJson(text));
  const update = {
    ranges: [...ranges],
    codings: [...codings],
    ...(note === undefined ? {} : { note }),
    ...(gone === undefined ? {} : { gone }),
  };
  return updateAnnotation(database, writer, id, update, expected, text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError('invalid-json', [], { cause });
  }
}
