/**
 * States of things, field by field, so that two changes of different fields do not stand in each other's way.
 *
 * Lists that are sets are compared by entry: an entry with an `id` by its own fields, any other one by whether it
 * is there. A change of nothing but their order is a change of the whole list.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ItemKind, ItemState } from '../database/index.ts';

/** Lists in which the place of an entry says nothing, or little. */
const sets: Readonly<Partial<Record<ItemKind, readonly string[]>>> = {
  annotation: ['codings'],
  codebook: ['terms'],
  document: ['addresses', 'identifiers', 'aliases'],
  dossier: ['withoutText'],
  'outline-part': ['comments'],
  reading: ['readings'],
  speaker: ['aliases'],
};
/** What is no content: which version of the thing this is. */
const versionFields = new Set(['revision', 'modified']);

/** A field: of the thing, an entry of one of its sets, or a field of such an entry. */
export type Path = readonly [name: string] | readonly [name: string, entry: string, field?: string];

/** A field with what it was and what it became; absent: it was not there. */
export interface ChangedField {
  readonly path: Path;
  readonly before?: unknown;
  readonly after?: unknown;
}

function keyOf(entry: unknown): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' ? id : JSON.stringify(entry);
}

/** Every field of a state by its path as JSON. */
function listFields(kind: ItemKind, state: ItemState): Map<string, { path: Path; value: unknown }> {
  const fields = new Map<string, { path: Path; value: unknown }>();
  const add = (path: Path, value: unknown) => fields.set(JSON.stringify(path), { path, value });
  for (const [name, value] of Object.entries(state)) {
    if (versionFields.has(name) || value === undefined) continue;
    if (!sets[kind]?.includes(name) || !Array.isArray(value)) {
      add([name], value);
      continue;
    }
    for (const entry of value as unknown[]) {
      const key = keyOf(entry);
      if (key === JSON.stringify(entry)) add([name, key], entry);
      else for (const [field, part] of Object.entries(entry as object)) add([name, key, field], part);
    }
  }
  return fields;
}

/** What a thing has in a field; undefined where it has nothing. */
export function readField(kind: ItemKind, state: ItemState, path: Path): unknown {
  const [name] = path;
  if (path.length === 1) return state[name];
  return listFields(kind, state).get(JSON.stringify(path))?.value;
}

/** The fields in which two states differ. */
export function compareStates(kind: ItemKind, before: ItemState, after: ItemState): ChangedField[] {
  const [was, is] = [listFields(kind, before), listFields(kind, after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].flatMap((key): ChangedField[] => {
    const [old, now] = [was.get(key), is.get(key)];
    if (isDeepStrictEqual(old?.value, now?.value)) return [];
    const path = (old ?? now)?.path ?? [''];
    return [{ path, before: old?.value, after: now?.value }];
  });
  const reordered = (sets[kind] ?? []).filter(
    (name) => !changed.some(({ path }) => path[0] === name) && !isDeepStrictEqual(before[name], after[name]),
  );
  return [
    ...changed,
    ...reordered.map((name): ChangedField => ({ path: [name], before: before[name], after: after[name] })),
  ];
}

/** Puts an entry where it was in the list that it comes from. */
function putBack(list: readonly unknown[], entry: unknown, origin: readonly unknown[]): unknown[] {
  const place = origin.findIndex((one) => keyOf(one) === keyOf(entry));
  return list.toSpliced(Math.min(place, list.length), 0, entry);
}

/** One entry of a set as it was in these fields, or gone. */
function revertEntry(
  list: readonly unknown[],
  key: string,
  fields: readonly ChangedField[],
  origin: readonly unknown[],
): unknown[] {
  const index = list.findIndex((entry) => keyOf(entry) === key);
  if (fields.some(({ path }) => path[2] === undefined)) {
    // An entry that has no fields of its own: it was there, or it was not.
    const [{ before } = { before: undefined }] = fields;
    return before === undefined ? list.toSpliced(index, 1) : putBack(list, before, origin);
  }
  const entry = { ...(list[index] as Record<string, unknown> | undefined) };
  for (const { path, before } of fields) {
    const name = path[2] ?? '';
    if (before === undefined) delete entry[name];
    else entry[name] = before;
  }
  if (entry.id === undefined) return list.toSpliced(index, 1);
  return index === -1 ? putBack(list, entry, origin) : list.toSpliced(index, 1, entry);
}

/** A state in which these fields are what they were before, in `origin`, and all else is as it is. */
export function revertFields(
  current: ItemState,
  fields: readonly ChangedField[],
  origin: ItemState,
): ItemState {
  const next: Record<string, unknown> = { ...current };
  for (const [name, changed] of Map.groupBy(fields, ({ path }) => path[0])) {
    const whole = changed.find(({ path }) => path.length === 1);
    if (whole) {
      if (whole.before === undefined) delete next[name];
      else next[name] = whole.before;
      continue;
    }
    let list = (next[name] ?? []) as unknown[];
    for (const [key, own] of Map.groupBy(changed, ({ path }) => path[1] ?? '')) {
      list = revertEntry(list, key, own, (origin[name] ?? []) as unknown[]);
    }
    next[name] = list;
  }
  return next;
}
