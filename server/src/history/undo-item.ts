import { isDeepStrictEqual } from 'node:util';
import type { ItemKind, ItemState, Versions } from '../database/index.ts';
import { compareStates, type Path, readField, revertFields } from './state-fields.ts';

/** A field that is not what the change made of it. An empty path is the thing as a whole. */
export interface BlockedField {
  readonly path: Path | readonly [];
  readonly made?: unknown;
  readonly now?: unknown;
}

/** What becomes of a thing when a change of it is undone. */
export type UndoneItem =
  | { readonly kind: 'blocked'; readonly fields: readonly BlockedField[] }
  /** The change left nothing that could be taken back. */
  | { readonly kind: 'same' }
  | { readonly kind: 'becomes'; readonly state: ItemState | undefined };

/**
 * Takes a change of a thing back: only the fields that it changed, and only while they are what it made of
 * them. What it created goes as long as nobody changed it since; what it deleted comes back.
 */
export function undoItem(
  kind: ItemKind,
  { before, after }: Versions<ItemState>,
  current: ItemState | undefined,
): UndoneItem {
  if (!after) {
    if (current) return { kind: 'blocked', fields: [{ path: [], now: current }] };
    return before ? { kind: 'becomes', state: before } : { kind: 'same' };
  }
  if (!current) return { kind: 'blocked', fields: [{ path: [], made: after }] };
  if (!before) {
    const since = compareStates(kind, after, current);
    if (since.length === 0) return { kind: 'becomes', state: undefined };
    return {
      kind: 'blocked',
      fields: since.map(({ path, before: made, after: now }) => ({ path, made, now })),
    };
  }
  const changed = compareStates(kind, before, after);
  const blocked = changed.flatMap(({ path, after: made }): BlockedField[] => {
    const now = readField(kind, current, path);
    return isDeepStrictEqual(made, now) ? [] : [{ path, made, now }];
  });
  if (blocked.length > 0) return { kind: 'blocked', fields: blocked };
  if (changed.length === 0) return { kind: 'same' };
  return { kind: 'becomes', state: revertFields(current, changed, before) };
}
