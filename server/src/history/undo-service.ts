import type { Obstacle } from '@waarborg/shared/api';
import { isAllowed, type Role } from '@waarborg/shared/dossier';
import {
  applyChange,
  type Change,
  describeChange,
  type Executor,
  type ItemState,
  type Writer,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { findRevision, type LoggedVersions, listLaterVersions, listVersions } from './history-store.ts';
import { itemStores } from './item-stores.ts';
import { compareStates, type Path } from './state-fields.ts';
import { type BlockedField, undoItem } from './undo-item.ts';

/** A thing with what becomes of it. */
interface PlannedItem extends Pick<LoggedVersions, 'kind' | 'id'> {
  readonly state: ItemState | undefined;
}

/** A path as people and programs read it: `codings/{id}/status`. */
export function toFieldName(path: Path | readonly []): string {
  return path.filter((part) => part !== undefined).join('/');
}

/** The role that somebody needs to make a change of a thing such as this one. */
function neededRole({ kind, before, after }: LoggedVersions): Role {
  if (kind === 'dossier' || kind === 'membership') return 'owner';
  if (kind === 'codebook' || kind === 'publication') return 'curator';
  if (kind !== 'annotation' || !before || !after) return 'reviewer';
  const changed = compareStates(kind, before, after);
  const isReview = changed.every(({ path }) => path[2] === 'status' || path[2] === 'reason');
  return isReview ? 'curator' : 'reviewer';
}

async function explain(
  database: Executor,
  dossier: string,
  { kind, id }: LoggedVersions,
  { fields, revision }: { fields: readonly BlockedField[]; revision: number },
): Promise<Obstacle[]> {
  const later = await listLaterVersions(database, dossier, { kind, id }, revision);
  return fields.map(({ path, made, now }) => {
    const culprit = later.find(
      ({ before, after }) =>
        !before ||
        !after ||
        compareStates(kind, before, after).some((field) => toFieldName(field.path) === toFieldName(path)),
    );
    return {
      kind,
      id,
      field: toFieldName(path),
      ...(made === undefined ? {} : { made }),
      ...(now === undefined ? {} : { now }),
      ...(culprit ? { by: culprit.revision } : {}),
    };
  });
}

/** What undoing a revision would make of its things, last first, and what of them is not as it made it. */
export async function planUndo(
  database: Executor,
  dossier: string,
  revision: number,
): Promise<{ items: PlannedItem[]; obstacles: Obstacle[]; role: Role }> {
  const versions = await listVersions(database, dossier, revision);
  const items: PlannedItem[] = [];
  const obstacles: Obstacle[] = [];
  /** Things that occur more than once: what the undone part has made of them. */
  const states = new Map<string, ItemState | undefined>();
  for (const version of versions.toReversed()) {
    const { kind, id } = version;
    const key = `${kind} ${id}`;
    const current = states.has(key) ? states.get(key) : await itemStores[kind].find(database, dossier, id);
    const undone = undoItem(kind, version, current);
    if (undone.kind === 'blocked') {
      obstacles.push(...(await explain(database, dossier, version, { fields: undone.fields, revision })));
    } else if (undone.kind === 'becomes' && itemStores[kind].isLost?.(undone.state)) {
      obstacles.push({ kind, id, field: '' });
    } else if (undone.kind === 'becomes') {
      states.set(key, undone.state);
      items.push({ kind, id, state: undone.state });
    }
  }
  const needed = versions.map(neededRole);
  const role = needed.reduce((most, one) => (isAllowed(one, most) ? one : most), 'reviewer' as Role);
  return { items, obstacles, role };
}

/** Puts one thing back, unless something of the rest of the dossier forbids it. */
async function putBack(change: Change, { kind, id, state }: PlannedItem): Promise<void> {
  const store = itemStores[kind];
  const before = await store.find(change.transaction, change.dossier, id);
  const versions = { before, after: state };
  const hindrances = await store.findHindrances(change, id, versions);
  if (hindrances.length > 0) {
    const obstacles = hindrances.map(({ field, subject }) => ({ kind, id, field, subject }));
    throw new ApiError('undo-blocked', [], { obstacles });
  }
  await store.save(change, id, versions);
}

/**
 * Undoes a revision by another one: what it created goes, what it deleted comes back, and every field that it
 * changed is again what it was, as long as nobody changed the same since.
 *
 * @param role of whoever undoes: it takes what the change itself would take.
 * @throws ApiError `revision-not-found`, `role-too-small`, and `undo-blocked` with what stands in the way.
 */
export function undoRevision(
  database: Executor,
  writer: Writer,
  role: Role,
  revision: number,
): Promise<{ revision: number; undoes: number }> {
  const description = { ...describeChange(writer, 'undo'), undoes: revision };
  return applyChange(database, description, async (change) => {
    const { transaction, dossier } = change;
    if (!(await findRevision(transaction, dossier, revision))) throw new ApiError('revision-not-found');
    const plan = await planUndo(transaction, dossier, revision);
    if (!isAllowed(role, plan.role)) {
      throw new ApiError('role-too-small', [{ path: 'role', message: plan.role }]);
    }
    if (plan.obstacles.length > 0) throw new ApiError('undo-blocked', [], { obstacles: plan.obstacles });
    for (const item of plan.items) await putBack(change, item);
    return { revision: change.revision, undoes: revision };
  });
}
