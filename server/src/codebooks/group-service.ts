import type { DeletedGroup } from '@waarborg/shared/api';
import type { ConceptGroup, KeptConceptGroup } from '@waarborg/shared/codebook';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import {
  findGroup,
  listGroupMembers,
  listGroups,
  nextPosition,
  type PlacedGroup,
  saveGroup,
} from './codebook-store.ts';
import { moveAmong } from './move-among.ts';

function toKept({ position: _, ...group }: PlacedGroup): KeptConceptGroup {
  return group;
}

/** Adds a group after the others. */
export function addGroup(database: Executor, writer: Writer, draft: ConceptGroup): Promise<KeptConceptGroup> {
  return applyChange(database, describeChange(writer, 'add-group'), async (change) => {
    if (await findGroup(change.transaction, change.dossier, draft.id)) {
      throw new ApiError('concept-exists', [{ path: 'id', message: draft.id }]);
    }
    const position = await nextPosition(change, 'concept_group');
    const after = { ...draft, position, revision: change.revision };
    await saveGroup(change, draft.id, { after });
    return toKept(after);
  });
}

async function getGroup({ transaction, dossier }: Change, id: string): Promise<PlacedGroup> {
  const group = await findGroup(transaction, dossier, id);
  if (!group) throw new ApiError('group-not-found', [{ path: 'id', message: id }]);
  return group;
}

/** Renames a group of the given version. */
export function renameGroup(
  database: Executor,
  writer: Writer,
  { id, label, expected }: Pick<ConceptGroup, 'id' | 'label'> & { expected: ExpectedVersion },
): Promise<KeptConceptGroup> {
  return applyChange(database, describeChange(writer, 'rename-group'), async (change) => {
    const before = await getGroup(change, id);
    assertVersion(toKept(before), expected);
    const after = { ...before, label, revision: change.revision };
    await saveGroup(change, id, { before, after });
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
    const groups = (await listGroups(change)).filter(({ kind }) => kind === group.kind);
    const known = new Map(groups.map((other) => [other.id, other]));
    if (before !== undefined && (before === id || !known.has(before))) {
      throw new ApiError('invalid-request', [
        { path: 'before', message: `is no other group of kind ${group.kind}` },
      ]);
    }
    for (const moved of moveAmong(groups, id, before)) {
      await saveGroup(change, moved.id, { before: known.get(moved.id), after: moved });
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
): Promise<DeletedGroup> {
  return applyChange(database, describeChange(writer, 'delete-group'), async (change) => {
    const before = await getGroup(change, id);
    assertVersion(toKept(before), expected);
    const members = await listGroupMembers(change, id);
    if (members.length > 0) {
      throw new ApiError(
        'group-in-use',
        members.map((member) => ({ path: 'concepts', message: member.id })),
      );
    }
    await saveGroup(change, id, { before });
    return { revision: change.revision };
  });
}
