import type { AnnotationDraft } from '@waarborg/shared/annotation';
import type { DocumentUpdate } from '@waarborg/shared/api';
import type { DismissalDraft, DocumentDraft, PassageLink, ReadingDraft } from '@waarborg/shared/dossier';

/** What is done to the dossier, as the server is told. */
export type Change =
  /** Proposes a document, or tells the dossier of more addresses and identifiers of one. */
  | { readonly kind: 'put-document'; readonly document: DocumentDraft }
  | {
      readonly kind: 'correct-document';
      readonly id: string;
      readonly update: DocumentUpdate;
      /** Revision that the reviewer corrected; absent until the document, or the correction before this one, is sent. */
      readonly base?: number | undefined;
    }
  | {
      readonly kind: 'add-rendition';
      readonly document: string;
      /** SHA-256 of the text. The text itself lies apart: the queue is read whole when it is sent. */
      readonly id: string;
    }
  | { readonly kind: 'create-annotation'; readonly draft: AnnotationDraft }
  | {
      readonly kind: 'update-annotation';
      readonly id: string;
      readonly document: string;
      /** All of it, so that it could be made anew. */
      readonly update: Omit<AnnotationDraft, 'id' | 'document'>;
      /** Revision that the reviewer changed; absent until the change before this one is sent. */
      readonly base?: number | undefined;
    }
  | {
      readonly kind: 'delete-annotation';
      readonly id: string;
      readonly document: string;
      readonly base?: number | undefined;
    }
  | { readonly kind: 'set-reading'; readonly reading: ReadingDraft }
  | { readonly kind: 'create-link'; readonly link: PassageLink }
  | {
      readonly kind: 'delete-link';
      readonly link: PassageLink;
      /** Revision of the link that is removed; absent until the server has the one that was made here. */
      readonly base?: number | undefined;
    }
  /** Both name the dismissal by an id that says what it is about (`idOfDismissal`). */
  | { readonly kind: 'dismiss'; readonly id: string; readonly dismissal: DismissalDraft }
  | {
      readonly kind: 'restore';
      readonly id: string;
      readonly document: string;
      /** Revision of the dismissal that is taken back; absent until the server has the one that was made here. */
      readonly base?: number | undefined;
    };

/** The server's answer to a change that it will never take as it is. */
export interface Refusal {
  /** A stable code of the API, or `http-` and the status. */
  readonly code: string;
  readonly detail: string;
}

/** A change that waits. */
export interface Operation {
  /** Place in the queue; IndexedDB counts it. */
  readonly sequence: number;
  /** Idempotency key (UUIDv7): the server does a change once, however often it is sent. */
  readonly key: string;
  readonly change: Change;
  /** ISO 8601 instant at which it was made. */
  readonly at: string;
  /** Instants in milliseconds since the epoch before which it is not sent: for "undo", and after a failure. */
  readonly notBefore: number;
  /** How often it was sent. Counted before sending: from 1 on the server may know it. */
  readonly attempts: number;
  /** Set when the server refused it. It is kept until a person decides. */
  readonly refusal?: Refusal | undefined;
}

/**
 * Whether somebody else was first, so that a person decides between two versions: the thing is another one by now, or
 * is not there any more.
 */
export function isConflict(operation: Pick<Operation, 'change' | 'refusal'>): boolean {
  return operation.refusal?.code === 'precondition-failed' || isOfDeleted(operation);
}

/** Whether it alters a passage that somebody has deleted. */
export function isOfDeleted<O extends Pick<Operation, 'change' | 'refusal'>>(
  operation: O,
): operation is O & { readonly change: Extract<Change, { kind: 'update-annotation' }> } {
  const { change, refusal } = operation;
  return change.kind === 'update-annotation' && refusal?.code === 'annotation-not-found';
}

/** What a change makes or alters, by a name of its own: changes of one thing are sent in their order. */
export function thingOf(change: Change): string {
  switch (change.kind) {
    case 'put-document':
      return nameOfDocument(change.document.id);
    case 'add-rendition':
      return nameOfRendition(change.id);
    case 'correct-document':
      return nameOfCorrection(change.id);
    case 'set-reading':
      return nameOfReading(change.reading.document);
    case 'create-link':
    case 'delete-link':
      return nameOfLink(change.link);
    case 'dismiss':
    case 'restore':
      return nameOfDismissal(change.id);
    case 'create-annotation':
      return nameOfAnnotation(change.draft.id);
    case 'update-annotation':
    case 'delete-annotation':
      return nameOfAnnotation(change.id);
  }
}

/** Names of the things that changes are about: changes of one thing are sent in their order. */
export const nameOfDocument = (id: string): string => `document ${id}`;
export const nameOfRendition = (id: string): string => `rendition ${id}`;
export const nameOfAnnotation = (id: string): string => `annotation ${id}`;
export const nameOfReading = (document: string): string => `reading ${document}`;
/** By what it says: the server keeps one link that says it, whatever the ids under which it was made. */
export const nameOfLink = ({ from, to, kind }: PassageLink): string => `link ${from} ${to} ${kind}`;
export const nameOfDismissal = (id: string): string => `dismissal ${id}`;
export const nameOfCorrection = (document: string): string => `correction ${document}`;

/** The annotation that a change is about. */
export function annotationOf(change: Change): string | undefined {
  if (change.kind === 'create-annotation') return change.draft.id;
  return change.kind === 'update-annotation' || change.kind === 'delete-annotation' ? change.id : undefined;
}

/** The document that a change is about, by any of its ids; a link is about two passages, of whatever document. */
export function documentOf(change: Change): string | undefined {
  switch (change.kind) {
    case 'put-document':
      return change.document.id;
    case 'correct-document':
      return change.id;
    case 'create-annotation':
      return change.draft.document;
    case 'set-reading':
      return change.reading.document;
    case 'create-link':
    case 'delete-link':
      return undefined;
    case 'dismiss':
      return change.dismissal.document;
    default:
      return change.document;
  }
}

/**
 * As what an operation counts in the line that says what is not sent yet. Undefined for what only travels with
 * a change that a person would call theirs; a refused document counts, since passages wait for it.
 */
export function countsAs({
  change: { kind },
  refusal,
}: Pick<Operation, 'change' | 'refusal'>): 'waiting' | 'refused' | undefined {
  if (kind === 'add-rendition' || (kind === 'put-document' && !refusal)) return undefined;
  return refusal ? 'refused' : 'waiting';
}
