import type { Revision, RevisionDetail } from '@waarborg/shared/api';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import {
  countItems,
  findRevision,
  findUndoers,
  type LoggedRevision,
  type LoggedVersions,
  listVersions,
  type RevisionFilters,
  toShownState,
} from './history-store.ts';
import { compareStates } from './state-fields.ts';
import { planUndo, toFieldName } from './undo-service.ts';

/** Most things that are shown of one revision: in a list, and by itself. An import can have a hundred thousand. */
const shownInList = 20;
const shownByItself = 1_000;

function showVersions(versions: LoggedVersions): Revision['items'][number] {
  const { kind, id } = versions;
  const before = versions.before && toShownState(versions.before);
  const after = versions.after && toShownState(versions.after);
  const fields = before && after ? compareStates(kind, before, after) : [];
  return {
    kind,
    id,
    before: before ?? null,
    after: after ?? null,
    fields: fields.map(({ path, before: was, after: is }) => ({
      field: toFieldName(path),
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    })),
  };
}

/** Revisions with what they changed; of things that are wanted only those. */
export async function describeRevisions(
  database: Executor,
  dossier: string,
  revisions: readonly LoggedRevision[],
  wanted: Pick<RevisionFilters, 'kind' | 'item'> & { limit?: number } = {},
): Promise<Revision[]> {
  const numbers = revisions.map(({ revision }) => revision);
  const undoers = await findUndoers(database, dossier, numbers);
  const counts = await countItems(database, dossier, numbers);
  const described: Revision[] = [];
  for (const revision of revisions) {
    const { revision: number } = revision;
    const versions = await listVersions(database, dossier, number, { limit: shownInList, ...wanted });
    const undoneBy = undoers.get(number);
    described.push({
      ...revision,
      ...(undoneBy === undefined ? {} : { undoneBy }),
      count: counts.get(number) ?? 0,
      items: versions.map(showVersions),
    });
  }
  return described;
}

/**
 * One revision, with what stands in the way of undoing it.
 *
 * @throws ApiError `revision-not-found`
 */
export async function getRevisionDetail(
  database: Executor,
  dossier: string,
  number: number,
): Promise<RevisionDetail> {
  const found = await findRevision(database, dossier, number);
  if (!found) throw new ApiError('revision-not-found');
  const [revision] = await describeRevisions(database, dossier, [found], { limit: shownByItself });
  if (!revision) throw new RangeError(`revision ${number} was lost while it was described`);
  const { obstacles, role } = await planUndo(database, dossier, number);
  return { ...revision, undo: { role, obstacles } };
}
