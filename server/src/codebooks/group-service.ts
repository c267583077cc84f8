import type { ConceptGroup, KeptConceptGroup } from '@waarborg/shared/codebook';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { findGroup, nextPosition, type PlacedGroup, saveGroup } from './codebook-store.ts';

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

/** Renames a group of the given version. */
export function renameGroup(
  database: Executor,
  writer: Writer,
  { id, label, expected }: Pick<ConceptGroup, 'id' | 'label'> & { expected: ExpectedVersion },
): Promise<KeptConceptGroup> {
  return applyChange(database, describeChange(writer, 'rename-group'), async (change) => {
    const before = await findGroup(change.transaction, change.dossier, id);
    if (!before) throw new ApiError('concept-not-found', [{ path: 'id', message: id }]);
    assertVersion(toKept(before), expected);
    const after = { ...before, label, revision: change.revision };
    await saveGroup(change, id, { before, after });
    return toKept(after);
  });
}
