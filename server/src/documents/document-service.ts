import type { DocumentUpdate } from '@waarborg/shared/api';
import type { DocumentDraft, SourceDocument } from '@waarborg/shared/dossier';
import { v7 as uuid } from 'uuid';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { createSpeakerFinder } from '../speakers/speaker-store.ts';
import {
  type DocumentFields,
  findDocumentById,
  findDocumentByIdentity,
  findDocumentId,
  insertAlias,
  insertDocument,
  insertIdentity,
  isDocumentIdTaken,
  updateDocument,
} from './document-store.ts';

async function getDocument({ transaction, dossier }: Change, id: string): Promise<SourceDocument> {
  const document = await findDocumentById(transaction, dossier, id);
  if (!document) throw new RangeError(`document ${id} is gone within its own transaction`);
  return document;
}

async function issuerOf(change: Change, written: string | undefined): Promise<string | undefined> {
  if (written === undefined) return undefined;
  const findSpeaker = await createSpeakerFinder(change);
  return (await findSpeaker(written, 'issuer')).id;
}

/** Lets a known document learn a copy's id, addresses and identifiers. */
async function learn(change: Change, known: string, draft: DocumentDraft): Promise<SourceDocument> {
  const before = await getDocument(change, known);
  const isNewId = draft.id !== known && (await insertAlias(change, draft.id, known));
  const isNewCopy = await insertIdentity(change, known, draft);
  if (!isNewId && !isNewCopy) return before;
  await updateDocument(change, known, before);
  const after = await getDocument(change, known);
  change.record({ kind: 'document', id: known, before, after });
  return after;
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
  await insertDocument(change, id, { ...draft, issuer: await issuerOf(change, draft.issuer) });
  if (id !== draft.id) await insertAlias(change, draft.id, id);
  await insertIdentity(change, id, draft);
  const document = await getDocument(change, id);
  change.record({ kind: 'document', id: document.id, after: document });
  return { document, created: true };
}

/** Creates a document, or finds the one that it is a copy of (ADR 6). */
export function proposeDocument(database: Executor, writer: Writer, draft: DocumentDraft) {
  return applyChange(database, describeChange(writer, 'propose-document'), (change) =>
    findOrCreateDocument(change, draft),
  );
}

/** Corrects a document; undefined when the dossier has none with this id. */
export function correctDocument(
  database: Executor,
  writer: Writer,
  id: string,
  update: DocumentUpdate,
): Promise<SourceDocument | undefined> {
  return applyChange(database, describeChange(writer, 'correct-document'), async (change) => {
    const before = await findDocumentById(change.transaction, change.dossier, id);
    if (!before) return undefined;
    const issuer =
      update.issuer === null ? undefined : ((await issuerOf(change, update.issuer)) ?? before.issuer);
    const fields: DocumentFields = {
      sourceType: update.sourceType ?? before.sourceType,
      title: update.title ?? before.title,
      date: update.date === null ? undefined : (update.date ?? before.date),
      issuer,
    };
    const isSame = Object.entries(fields).every(
      ([name, value]) => before[name as keyof DocumentFields] === value,
    );
    if (isSame) return before;
    await updateDocument(change, before.id, fields);
    const after = await getDocument(change, before.id);
    change.record({ kind: 'document', id: before.id, before, after });
    return after;
  });
}
