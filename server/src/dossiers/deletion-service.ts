import { setImmediate as nextTurn } from 'node:timers/promises';
import { deletedDossierDays } from '@waarborg/shared/dossier';
import {
  applyChange,
  applyDeletion,
  describeChange,
  type Executor,
  type Writer,
  withoutTrace,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { closeDossier, getDeletingRevision, listDeletedBefore, removeDossier } from './deletion-store.ts';
import { getSettings, saveSettings } from './settings-store.ts';

const keptMs = deletedDossierDays * 24 * 60 * 60 * 1000;

/** Until when a deleted dossier can be brought back, and by undoing what. */
export async function describeDeletion(database: Executor, dossier: string, at: string) {
  const until = new Date(Date.parse(at) + keptMs).toISOString();
  return { at, until, revision: await getDeletingRevision(database, dossier) };
}

/**
 * Deletes a dossier whose settings are of the given version: it is not there any more for anybody, with all that is in
 * it, until an owner undoes the revision that this gives, or it is erased.
 *
 * @throws ApiError `dossier-not-found` for one that was deleted before, and `precondition-failed`.
 */
export function deleteDossier(
  database: Executor,
  writer: Writer,
  expected: ExpectedVersion,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'delete-dossier'), async (change) => {
    const { revision, ...before } = await getSettings(change.transaction, change.dossier);
    if (before.deleted !== undefined) throw new ApiError('dossier-not-found');
    const { slug: _, ...current } = before;
    assertVersion({ ...current, revision }, expected);
    await saveSettings(change, { before, after: { ...before, deleted: change.at } });
  });
}

/** Brings a deleted dossier back, for whoever has the database: an owner undoes its deletion. */
export async function restoreDossier(database: Executor, dossier: string): Promise<void> {
  const undoes = await getDeletingRevision(database, dossier);
  await applyChange(database, { dossier, operation: 'undo', undoes }, async (change) => {
    const { revision: _, deleted, ...after } = await getSettings(change.transaction, change.dossier);
    if (deleted !== undefined) await saveSettings(change, { before: { ...after, deleted }, after });
  });
}

/** Erases the dossiers that were deleted so long ago that nobody can bring them back, until the server stops. */
export async function removeOverdueDossiers(
  database: Executor,
  now: Date,
  stopping: AbortSignal,
): Promise<void> {
  const overdue = new Date(now.getTime() - keptMs).toISOString();
  await eraseDossiers(database, await listDeletedBefore(database, overdue), stopping);
}

/**
 * Erases deleted dossiers, also from the files of the database, in parts between which others have their turn. What is
 * not done when the server stops is out of everybody's reach, and the next start goes on with it.
 */
export async function eraseDossiers(
  database: Executor,
  dossiers: readonly string[],
  stopping?: AbortSignal,
): Promise<void> {
  if (dossiers.length === 0) return;
  await withoutTrace(database, async () => {
    const closed: string[] = [];
    for (const dossier of dossiers) if (await closeDossier(database, dossier)) closed.push(dossier);
    for (const dossier of closed) {
      for await (const _ of removeDossier(database, dossier)) {
        await nextTurn();
        if (stopping?.aborted) return;
      }
    }
  });
}
