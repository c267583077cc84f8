/**
 * What a reviewer sees: the dossier as it was last synchronised, with the changes that wait laid
 * over it in the order in which they were made. Pure; nothing is merged in storage, so that what
 * the server said and what the reviewer did can never be confused.
 */
import type { Annotation, AnnotationDraft } from '@waarborg/shared/annotation';
import type { AnnotationUpdate } from '@waarborg/shared/api';
import {
  type Dismissal,
  type DocumentDraft,
  idsOfDocument,
  type KeptLink,
  type Reading,
  type SourceDocument,
} from '@waarborg/shared/dossier';
import type { LocalAnnotation, LocalDismissal, LocalLink } from '../messaging/index.ts';
import { isConflict, type Operation } from './operation.ts';

type User = LocalAnnotation['creator'];

/** Annotations with what waits; a deleted one is gone at once, one whose deletion was refused is back. */
export function overlayAnnotations(
  annotations: readonly Annotation[],
  operations: readonly Operation[],
  user: User,
): LocalAnnotation[] {
  const view = new Map(annotations.map((annotation) => [annotation.id, toLocal(annotation)]));
  for (const operation of operations) {
    const { change, refusal, at } = operation;
    const standing = {
      sync: refusal ? 'refused' : 'waiting',
      problem: refusal?.detail,
      isConflict: isConflict(operation),
    } as const;
    if (change.kind === 'create-annotation') {
      view.set(change.draft.id, { ...fromDraft(change.draft, user, at), ...standing });
    }
    if (change.kind === 'update-annotation') {
      const { id, document, update } = change;
      // What somebody else has deleted stays with who altered it, until that is decided.
      const before = view.get(id) ?? fromDraft({ ...update, id, document }, user, at);
      view.set(id, { ...withUpdate(before, update), modified: at, ...standing });
    }
    const before = 'id' in change ? view.get(change.id) : undefined;
    if (!before) continue;
    if (change.kind === 'delete-annotation') {
      if (refusal) view.set(before.id, { ...before, ...standing });
      else view.delete(before.id);
    }
  }
  return [...view.values()];
}

function toLocal(annotation: Annotation): LocalAnnotation {
  const { document: _, ...shown } = annotation;
  return { ...shown, sync: 'sent' };
}

function fromDraft(draft: AnnotationDraft, creator: User, at: string): LocalAnnotation {
  const { document: _, ...shown } = draft;
  return { ...shown, creator, created: at, modified: at, sync: 'waiting' };
}

function withUpdate(before: LocalAnnotation, update: AnnotationUpdate): LocalAnnotation {
  const reviews = new Map(before.codings.map(({ id, status, reason }) => [id, { status, reason }]));
  const codings = update.codings.map((coding) => {
    const { status, reason } = (coding.id !== undefined && reviews.get(coding.id)) || {};
    return status ? { ...coding, status, ...(reason && { reason }) } : coding;
  });
  const { note, gone, rendition } = update;
  return { ...before, ...update, note, gone, rendition, codings };
}

/** Readings of a document with what waits; a waiting one replaces all that this reviewer read of it. */
export function overlayReadings(
  readings: readonly Reading[],
  operations: readonly Operation[],
  documentIds: readonly string[],
  user: User,
): Reading[] {
  let view = readings.filter(({ document }) => documentIds.includes(document));
  for (const { change, at } of operations) {
    if (change.kind !== 'set-reading' || !documentIds.includes(change.reading.document)) continue;
    const { document, safeguards } = change.reading;
    const own = { document, reviewer: user.id, at };
    view = view.filter(({ reviewer }) => reviewer !== user.id);
    if (safeguards === 'all') view.push(own);
    else view.push(...safeguards.map((safeguard) => ({ ...own, safeguard })));
  }
  return view;
}

/** Links with what waits; a removed one is gone at once, one whose removal was refused is back. */
export function overlayLinks(links: readonly KeptLink[], operations: readonly Operation[]): LocalLink[] {
  const view = new Map(
    links.map(({ revision: _, ...link }): [string, LocalLink] => [link.id, { ...link, sync: 'sent' }]),
  );
  for (const { change, refusal } of operations) {
    if (change.kind !== 'create-link' && change.kind !== 'delete-link') continue;
    const { link } = change;
    if (refusal) view.set(link.id, { ...link, sync: 'refused', problem: refusal.detail });
    else if (change.kind === 'create-link') view.set(link.id, { ...link, sync: 'waiting' });
    else view.delete(link.id);
  }
  return [...view.values()];
}

/** Dismissals of a document with what waits. What the server refused to take or to bring back stays dismissed here. */
export function overlayDismissals(
  dismissals: readonly Dismissal[],
  operations: readonly Operation[],
): LocalDismissal[] {
  const view = new Map(
    dismissals.map(({ id, safeguard, quote }): [string, LocalDismissal] => [id, { id, safeguard, quote }]),
  );
  for (const { change, refusal } of operations) {
    if (change.kind === 'restore' && !refusal) view.delete(change.id);
    if (change.kind !== 'dismiss') continue;
    const { safeguard, quote } = change.dismissal;
    view.set(change.id, { id: change.id, safeguard, quote });
  }
  return [...view.values()];
}

/** A document as the extension knows it, whether or not the dossier has it yet. */
export interface LocalDocument extends DocumentDraft {
  /** Every id under which it may be named, its own included. */
  readonly ids: readonly string[];
}

/** Documents with what waits; a proposal that the dossier knows by another id adds to that document. */
export function overlayDocuments(
  documents: readonly SourceDocument[],
  operations: readonly Operation[],
): LocalDocument[] {
  const view = documents.map(toLocalDocument);
  const indexOf = (id: string) => view.findIndex(({ ids }) => ids.includes(id));
  for (const { change } of operations) {
    if (change.kind === 'put-document') {
      const index = indexOf(change.document.id);
      const known = view[index];
      if (known) view[index] = learn(known, change.document);
      else view.push({ ...change.document, ids: [change.document.id] });
    }
    if (change.kind === 'correct-document') {
      const index = indexOf(change.id);
      const known = view[index];
      if (known) view[index] = correct(known, change.update);
    }
  }
  return view;
}

function toLocalDocument(known: SourceDocument): LocalDocument {
  const { aliases: _, revision: __, ...document } = known;
  return { ...document, ids: idsOfDocument(known) };
}

type Correction = Extract<Operation['change'], { kind: 'correct-document' }>['update'];

function correct(document: LocalDocument, update: Correction): LocalDocument {
  return {
    ...document,
    sourceType: update.sourceType ?? document.sourceType,
    title: update.title ?? document.title,
    date: update.date === undefined ? document.date : (update.date ?? undefined),
    issuer: update.issuer === undefined ? document.issuer : (update.issuer ?? undefined),
  };
}

type Names = Pick<DocumentDraft, 'addresses' | 'identifiers'>;

/** The document with the addresses and identifiers of another copy added. */
export function learn<D extends Names>(document: D, copy: Names): D {
  const { addresses, identifiers } = newNames(document, copy);
  if (addresses.length === 0 && identifiers.length === 0) return document;
  return {
    ...document,
    addresses: [...document.addresses, ...addresses],
    identifiers: [...document.identifiers, ...identifiers],
  };
}

/** What to tell the dossier of a copy of a document that it knows: only what is new; undefined when nothing is. */
export function findNews({ ids: _, ...known }: LocalDocument, copy: Names): DocumentDraft | undefined {
  const names = newNames(known, copy);
  return names.addresses.length > 0 || names.identifiers.length > 0 ? { ...known, ...names } : undefined;
}

function newNames(document: Names, copy: Names): Names {
  return {
    addresses: copy.addresses.filter(
      ({ address }) => !document.addresses.some((own) => own.address === address),
    ),
    identifiers: copy.identifiers.filter(
      ({ scheme, value }) =>
        !document.identifiers.some((own) => own.scheme === scheme && own.value === value),
    ),
  };
}

/** Most addresses, and most identifiers, with which a document is named in a draft. */
const maxNames = 50;

/** A document with no more names than a draft may have; `learn` puts those that came last at the end. */
export function withLatestNames<D extends Names>(document: D): D {
  return {
    ...document,
    addresses: document.addresses.slice(-maxNames),
    identifiers: document.identifiers.slice(-maxNames),
  };
}
