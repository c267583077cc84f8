/** Builds what the tests of the queue are about; not part of the product. */
import type { Annotation, AnnotationDraft } from '@waarborg/shared/annotation';
import type { DocumentDraft, PassageLink } from '@waarborg/shared/dossier';
import type { Change, Operation } from './operation.ts';

/** A UUIDv7 that ends in a number. */
export function uuid(number: number): string {
  return `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export function operation(sequence: number, change: Change, extra: Partial<Operation> = {}): Operation {
  const at = '2026-05-12T10:00:00.000Z';
  return { sequence, key: uuid(1000 + sequence), change, at, notBefore: 0, attempts: 0, ...extra };
}

export function documentDraft(number: number): DocumentDraft {
  return {
    id: uuid(number),
    sourceType: 'other',
    title: `Document ${number}`,
    addresses: [{ address: `https://example.nl/${number}`, mediaType: 'text/html' }],
    identifiers: [],
  };
}

export function annotationDraft(number: number, document: number, note?: string): AnnotationDraft {
  return {
    id: uuid(number),
    document: uuid(document),
    source: `https://example.nl/${document}`,
    ranges: [{ exact: `passage ${number}` }],
    codings: [],
    ...(note === undefined ? {} : { note }),
  };
}

/** An annotation as the server answers. */
export function sentAnnotation(number: number, document: number): Annotation {
  const { codings: _, ...draft } = annotationDraft(number, document);
  const at = '2026-05-01T00:00:00Z';
  return { ...draft, codings: [], creator: { id: 'v', name: 'Bo' }, created: at, modified: at, revision: 3 };
}

/** A dismissed suggestion in a document, by a number; bringing it back goes by the same number. */
export const dismiss = (number: number, document: number): Extract<Change, { kind: 'dismiss' }> => ({
  kind: 'dismiss',
  id: uuid(number),
  dismissal: { document: uuid(document), safeguard: 'voornemen', quote: `woorden ${number}` },
});
export const restore = (
  number: number,
  document: number,
  base?: number,
): Extract<Change, { kind: 'restore' }> => ({
  ...{ kind: 'restore', id: uuid(number), document: uuid(document), base },
});

export const putDocument = (number: number): Extract<Change, { kind: 'put-document' }> => ({
  kind: 'put-document',
  document: documentDraft(number),
});
export const create = (number: number, document: number): Change => ({
  kind: 'create-annotation',
  draft: annotationDraft(number, document),
});
export function update(number: number, document: number, base?: number): Change {
  const { id: _, document: __, ...content } = annotationDraft(number, document, 'changed');
  return { kind: 'update-annotation', id: uuid(number), document: uuid(document), update: content, base };
}
export const remove = (number: number, document: number, base?: number): Change => ({
  kind: 'delete-annotation',
  id: uuid(number),
  document: uuid(document),
  base,
});

/** A link that says that one passage contradicts another. */
export const sampleLink = (number: number, from: number, to: number): PassageLink => ({
  id: uuid(number),
  from: uuid(from),
  to: uuid(to),
  kind: 'contradicts',
});
