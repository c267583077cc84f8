import type { Outline, OutlineDraft } from '@waarborg/shared/dossier';
import {
  applyChange,
  applyDeletion,
  type Change,
  describeChange,
  type Executor,
  type Writer,
} from '../database/index.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { listOutlineParts, outlineParts } from './outline-part-store.ts';
import { outlines } from './outline-store.ts';

async function save(change: Change, id: string, before: Outline | undefined, after: Outline) {
  await outlines.save(change, id, { before, after });
  return { ...after, revision: change.revision };
}

/** Adds an outline. Adding it twice with the same id is the same as once. */
export function createOutline(
  database: Executor,
  writer: Writer,
  { id, title }: OutlineDraft,
): Promise<{ outline: Outline; created: boolean }> {
  return applyChange(database, describeChange(writer, 'create-outline'), async (change) => {
    const known = await outlines.findRepeated(change, id, (outline) => outline.title === title);
    if (known) return { outline: known, created: false };
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
    const before = await outlines.get(change.transaction, change.dossier, id);
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
    const before = await outlines.get(transaction, dossier, id);
    assertVersion(before, expected);
    for (const part of await listOutlineParts(transaction, dossier, id)) {
      await outlineParts.save(change, part.id, { before: part });
    }
    await outlines.save(change, id, { before });
  });
}
