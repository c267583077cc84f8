import { isDeepStrictEqual } from 'node:util';
import type { ConceptGroup, KeptConceptGroup } from '@waarborg/shared/codebook';
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
import { refuseHindrances } from '../history/refuse-hindrances.ts';
import { findMembers, groups, listGroups, nextPosition, type PlacedGroup } from './codebook-store.ts';
import { moveAmong } from './move-among.ts';

function toKept({ position: _, ...group }: PlacedGroup): KeptConceptGroup {
  return group;
}

/** Adds a group after the others. */
export function addGroup(database: Executor, writer: Writer, draft: ConceptGroup): Promise<KeptConceptGroup> {
  return applyChange(database, describeChange(writer, 'add-group'), async (change) => {
    await groups.assertFree(change, draft.id);
    const position = await nextPosition(change, 'concept_group');
    const after = { ...draft, position, revision: change.revision };
    await groups.save(change, draft.id, { after });
    return toKept(after);
  });
}

const getGroup = ({ transaction, dossier }: Change, id: string) => groups.get(transaction, dossier, id);

/** Renames a group of the given version. */
export function renameGroup(
  database: Executor,
  writer: Writer,
  { id, label, expected }: Pick<ConceptGroup, 'id' | 'label'> & { expected: ExpectedVersion },
): Promise<KeptConceptGroup> {
  return applyChange(database, describeChange(writer, 'rename-group'), async (change) => {
    const before = await getGroup(change, id);
    assertVersion(toKept(before), expected);
    if (isDeepStrictEqual(label, before.label)) return toKept(before);
    const after = { ...before, label, revision: change.revision };
    await groups.save(change, id, { before, after });
    return toKept(after);
  });
}

/** Moves a group of the given version before another one of its kind, or behind them all. */
export function placeGroup(
  database: Executor,
  writer: Writer,
  {
    id,
    before,
    expected,
  }: Pick<ConceptGroup, 'id'> & { before?: string | undefined; expected: ExpectedVersion },
): Promise<KeptConceptGroup> {
  return applyChange(database, describeChange(writer, 'place-group'), async (change) => {
    const group = await getGroup(change, id);
    assertVersion(toKept(group), expected);
    const siblings = (await listGroups(change)).filter(({ kind }) => kind === group.kind);
    const known = new Map(siblings.map((other) => [other.id, other]));
    if (before !== undefined && (before === id || !known.has(before))) {
      throw new ApiError('invalid-request', [
        { path: 'before', message: `is no other group of kind ${group.kind}` },
      ]);
    }
    for (const moved of moveAmong(siblings, id, before)) {
      await groups.save(change, moved.id, { before: known.get(moved.id), after: moved });
    }
    return toKept(await getGroup(change, id));
  });
}

/**
 * Deletes a group of the given version, as a change that can be undone. One that concepts stand in stays, whether
 * they are merged, retired or in use.
 *
 * @throws ApiError `group-not-found`, `group-in-use`
 */
export function deleteGroup(
  database: Executor,
  writer: Writer,
  { id, expected }: Pick<ConceptGroup, 'id'> & { expected: ExpectedVersion },
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'delete-group'), async (change) => {
    const before = await getGroup(change, id);
    assertVersion(toKept(before), expected);
    refuseHindrances(await findMembers(change, id), 'group-in-use');
    await groups.save(change, id, { before });
  });
}
