import type { Outline, OutlineDraft } from '@waarborg/shared/dossier';
import {
  applyChange,
  applyDeletion,
  type Change,
  describeChange,
  type Executor,
  type Writer,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { listOutlineParts, saveOutlinePart } from './outline-part-store.ts';
import { findOutline, isOutlineIdTaken, saveOutline } from './outline-store.ts';

/** @throws ApiError `outline-not-found` */
export async function getOutline(database: Executor, dossier: string, id: string): Promise<Outline> {
  const outline = await findOutline(database, dossier, id);
  if (!outline) throw new ApiError('outline-not-found', [{ path: 'id', message: id }]);
  return outline;
}

async function save(change: Change, id: string, before: Outline | undefined, after: Outline) {
  await saveOutline(change, id, { before, after });
  return { ...after, revision: change.revision };
}

/** Adds an outline. Adding it twice with the same id is the same as once. */
export function createOutline(
  database: Executor,
  writer: Writer,
  { id, title }: OutlineDraft,
): Promise<{ outline: Outline; created: boolean }> {
  return applyChange(database, describeChange(writer, 'create-outline'), async (change) => {
    const known = await findOutline(change.transaction, change.dossier, id);
    if (known?.title === title) return { outline: known, created: false };
    if (known || (await isOutlineIdTaken(change.transaction, id))) {
      throw new ApiError('outline-exists', [{ path: 'id', message: id }]);
    }
    const outline = await save(change, id, undefined, { id, title, revision: change.revision });
    return { outline, created: true };
  });
}

/** Gives an outline of the given version another title. */
export function renameOutline(
  database: Executor,
  writer: Writer,
  id: string,
  title: string,
  expected: ExpectedVersion,
): Promise<Outline> {
  return applyChange(database, describeChange(writer, 'rename-outline'), async (change) => {
    const before = await getOutline(change.transaction, change.dossier, id);
    assertVersion(before, expected);
    return before.title === title ? before : save(change, id, before, { ...before, title });
  });
}

/** Removes an outline of the given version with everything in it, as one change. */
export function deleteOutline(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'delete-outline'), async (change) => {
    const { transaction, dossier } = change;
    const before = await getOutline(transaction, dossier, id);
    assertVersion(before, expected);
    for (const part of await listOutlineParts(transaction, dossier, id)) {
      await saveOutlinePart(change, part.id, { before: part });
    }
    await saveOutline(change, id, { before });
  });
}
