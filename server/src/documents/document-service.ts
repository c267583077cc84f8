import { randomUUIDv7 as uuid } from 'node:crypto';
import type { DocumentUpdate } from '@waarborg/shared/api';
import type { DocumentDraft, SourceDocument } from '@waarborg/shared/dossier';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { readSpeakerFinder } from '../speakers/speaker-store.ts';
import { addressKey, identifierKey } from './document-names-store.ts';
import {
  findDocumentById,
  findDocumentByIdentity,
  findDocumentId,
  findHolder,
  findOwnDocument,
  findOwnDocumentId,
  isDocumentIdTaken,
  type OwnDocument,
  saveDocument,
} from './document-store.ts';

/** The document as it is shown, which must be there. */
async function getShown({ transaction, dossier }: Change, id: string): Promise<SourceDocument> {
  const document = await findDocumentById(transaction, dossier, id);
  if (!document) throw new ApiError('document-not-found');
  return document;
}

/** A document by itself, by any id under which it was proposed. */
async function getOwn({ transaction, dossier }: Change, id: string): Promise<OwnDocument> {
  const own = await findOwnDocumentId(transaction, dossier, id);
  const document = own === undefined ? undefined : await findOwnDocument(transaction, dossier, own);
  if (!document) throw new ApiError('document-not-found');
  return document;
}

async function issuerOf(change: Change, written: string | undefined): Promise<string | undefined> {
  if (written === undefined) return undefined;
  const findSpeaker = await readSpeakerFinder(change);
  return findSpeaker(written, 'issuer');
}

type Names = Pick<DocumentDraft, 'addresses' | 'identifiers'>;

/** The addresses and identifiers of a copy that no document of the dossier has; `known` may have been there before. */
async function findNews({ transaction, dossier }: Change, known: Names, copy: Names): Promise<Names> {
  const news: { addresses: Names['addresses']; identifiers: Names['identifiers'] } = {
    addresses: [],
    identifiers: [],
  };
  const seen = new Set<string>();
  const isNew = async (key: string, isKey: boolean) => {
    if (seen.has(key)) return false;
    seen.add(key);
    return !isKey || (await findHolder(transaction, dossier, key)) === undefined;
  };
  for (const address of copy.addresses) {
    if (await isNew(addressKey(address), true)) news.addresses.push(address);
  }
  for (const identifier of copy.identifiers) {
    const { scheme, value } = identifier;
    const key = identifierKey(identifier);
    const isKnown = known.identifiers.some((one) => one.scheme === scheme && one.value === value);
    if (!isKnown && (await isNew(key ?? `${scheme} ${value}`, key !== null)))
      news.identifiers.push(identifier);
  }
  return news;
}

/** Lets a known document learn a copy's id, addresses and identifiers. */
async function learn(change: Change, id: string, draft: DocumentDraft): Promise<SourceDocument> {
  const { transaction, dossier } = change;
  const shown = await getShown(change, id);
  const { addresses, identifiers } = await findNews(change, shown, draft);
  const isNewId = (await findOwnDocumentId(transaction, dossier, draft.id)) === undefined;
  if (!isNewId && addresses.length === 0 && identifiers.length === 0) return shown;
  const before = await getOwn(change, id);
  const after: OwnDocument = {
    ...before,
    addresses: [...before.addresses, ...addresses],
    identifiers: [...before.identifiers, ...identifiers],
    aliases: isNewId ? [...before.aliases, draft.id].sort() : before.aliases,
  };
  await saveDocument(change, id, { before, after });
  return getShown(change, id);
}

/** Within a change: the document that a draft is a copy of, or a new one. */
export async function findOrCreateDocument(
  change: Change,
  draft: DocumentDraft,
): Promise<{ document: SourceDocument; created: boolean }> {
  const { transaction, dossier } = change;
  const known =
    (await findDocumentId(transaction, dossier, draft.id)) ??
    (await findDocumentByIdentity(transaction, dossier, draft));
  if (known !== undefined) return { document: await learn(change, known, draft), created: false };
  const id = (await isDocumentIdTaken(transaction, draft.id)) ? uuid() : draft.id;
  const { issuer: written, ...fields } = draft;
  const issuer = await issuerOf(change, written);
  const after: OwnDocument = {
    ...fields,
    ...(issuer === undefined ? {} : { issuer }),
    ...(await findNews(change, { addresses: [], identifiers: [] }, draft)),
    id,
    aliases: id === draft.id ? [] : [draft.id],
    revision: change.revision,
  };
  await saveDocument(change, id, { after });
  return { document: await getShown(change, id), created: true };
}

/** Creates a document, or finds the one that it is a copy of (ADR 6). */
export function proposeDocument(database: Executor, writer: Writer, draft: DocumentDraft) {
  return applyChange(database, describeChange(writer, 'propose-document'), (change) =>
    findOrCreateDocument(change, draft),
  );
}

/** A document with what a reviewer corrects; `null` takes away, what is left out stays. */
function correct(
  { date, issuer, ...before }: OwnDocument,
  update: DocumentUpdate,
  namedIssuer: string | undefined,
): OwnDocument {
  const newDate = update.date === undefined ? date : update.date;
  const newIssuer = update.issuer === null ? undefined : (namedIssuer ?? issuer);
  return {
    ...before,
    sourceType: update.sourceType ?? before.sourceType,
    title: update.title ?? before.title,
    ...(newIssuer === undefined ? {} : { issuer: newIssuer }),
    ...(newDate ? { date: newDate } : {}),
  };
}

/** Corrects a document of the given version. */
export function correctDocument(
  database: Executor,
  writer: Writer,
  id: string,
  update: DocumentUpdate,
  expected: ExpectedVersion,
): Promise<SourceDocument> {
  return applyChange(database, describeChange(writer, 'correct-document'), async (change) => {
    const shown = await getShown(change, id);
    assertVersion(shown, expected);
    const before = await getOwn(change, shown.id);
    const after = correct(before, update, await issuerOf(change, update.issuer ?? undefined));
    const fields = ['sourceType', 'title', 'date', 'issuer'] as const;
    if (fields.every((field) => before[field] === after[field])) return shown;
    await saveDocument(change, before.id, { before, after });
    return getShown(change, before.id);
  });
}

/**
 * Merges a document into another one by a pointer: its ids, addresses, passages, readings and texts count for
 * the other one, and nothing of it is rewritten, so that it can be separated again as it was.
 */
export function mergeDocument(
  database: Executor,
  writer: Writer,
  id: string,
  into: string,
  expected: ExpectedVersion | undefined,
): Promise<SourceDocument> {
  return applyChange(database, describeChange(writer, 'merge-document'), async (change) => {
    const before = await getOwn(change, id);
    const target = await getShown(change, into);
    if (before.mergedInto !== undefined) {
      const isSame = (await getShown(change, before.id)).id === target.id;
      if (isSame) return target;
      throw new ApiError('already-merged', [{ path: 'id', message: before.mergedInto }]);
    }
    assertVersion(before, expected);
    if (target.id === before.id) {
      throw new ApiError('invalid-request', [{ path: 'into', message: 'is the same document' }]);
    }
    await saveDocument(change, before.id, { before, after: { ...before, mergedInto: target.id } });
    return getShown(change, target.id);
  });
}

/** Separates a merged document again. */
export function separateDocument(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion | undefined,
): Promise<SourceDocument> {
  return applyChange(database, describeChange(writer, 'separate-document'), async (change) => {
    const before = await getOwn(change, id);
    assertVersion(before, expected);
    if (before.mergedInto === undefined) throw new ApiError('not-merged');
    const { mergedInto: _, ...after } = before;
    await saveDocument(change, before.id, { before, after });
    return getShown(change, before.id);
  });
}
