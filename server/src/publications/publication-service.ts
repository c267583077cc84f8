import { randomUUIDv7 as uuid } from 'node:crypto';
import type { PublicationDraft } from '@waarborg/shared/api';
import type { Language } from '@waarborg/shared/messages';
import type { Access } from '../accounts/authenticate.ts';
import { createSecret } from '../accounts/secrets.ts';
import { applyChange, describeChange, type Executor, findAnswer, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { isLargeDossier } from '../exports/write-aside.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { createThreads } from '../threads/create-threads.ts';
import {
  findPublication,
  insertPublication,
  type StoredPublication,
  withdrawPublication,
} from './publication-store.ts';
import { type CopyOrder, writeCopy } from './write-copy.ts';

const secretPrefix = 'wbp_';

interface Publishing {
  readonly database: Executor;
  /** Where the database is, for whoever opens it a second time. */
  readonly place: string;
  /** Names the program that counts. */
  readonly program: string;
  /** Aborted when nobody waits for the publication any more: then there is none. */
  readonly signal: AbortSignal;
  /** Throws where the writer may no longer publish: a copy can take long to write. */
  readonly assertAllowed: () => Promise<void>;
}

/** What a thread that writes a copy is told. */
export interface CopyTask {
  /** Where the database is: its address, or the path of its file. */
  readonly place: string;
  readonly order: CopyOrder;
}

const writeAside = createThreads<CopyTask>(import.meta, 'copy-thread');

/** Writes the copy and keeps it with a link of its own. */
async function makePublication(
  { database, place, program, signal, assertAllowed }: Publishing,
  writer: Writer,
  dossier: Access['dossier'],
  draft: PublicationDraft,
  language: Language,
): Promise<Pick<StoredPublication, 'id'>> {
  const { title, note, embargo, acceptedOnly } = draft;
  const made = new Date().toISOString();
  const order = { dossier, draft, language, made, program };
  const page = (await isLargeDossier(database, dossier.id))
    ? await writeAside({ task: { place, order }, signal })
    : await writeCopy(database, order);
  await assertAllowed();
  const publication = {
    ...{ id: uuid(), title, ...(note && { note }), ...(embargo && { embargo }), acceptedOnly },
    ...{ made, by: writer.user, secret: createSecret(secretPrefix) },
  };
  return applyChange(database, describeChange(writer, 'publish'), async (change) => {
    await insertPublication(change, publication, page);
    return { id: publication.id };
  });
}

/**
 * Publishes the matrix of a dossier as it is now. The copy of a large one is written in a thread of its own. Repeated,
 * it gives the first publication, without writing a copy again.
 *
 * @throws what that thread (`createThreads`) and `assertAllowed` do, ApiError `idempotency-key-reused`
 */
export async function publish(
  publishing: Publishing,
  writer: Writer,
  dossier: Access['dossier'],
  draft: PublicationDraft,
  language: Language,
): Promise<StoredPublication> {
  const { database } = publishing;
  const known = writer.once && (await findAnswer(database, writer.once));
  const { id } = known
    ? (known.result as Pick<StoredPublication, 'id'>)
    : await makePublication(publishing, writer, dossier, draft, language);
  return getPublication(database, dossier.id, id);
}

/**
 * One publication of a dossier.
 *
 * @throws ApiError `publication-not-found`
 */
async function getPublication(database: Executor, dossier: string, id: string): Promise<StoredPublication> {
  const found = await findPublication(database, dossier, id);
  if (!found) throw new ApiError('publication-not-found');
  return found;
}

/**
 * Withdraws a publication, with a version only that one; what is withdrawn stays so.
 *
 * @throws ApiError `publication-not-found`, `precondition-failed`
 */
export async function withdraw(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion | undefined,
): Promise<void> {
  await applyChange(database, describeChange(writer, 'withdraw-publication'), async (change) => {
    const found = await getPublication(change.transaction, change.dossier, id);
    const { secret: _, ...shown } = found;
    assertVersion(shown, expected);
    if (found.withdrawn === undefined) await withdrawPublication(change, found);
  });
}
