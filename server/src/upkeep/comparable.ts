import { createHash } from 'node:crypto';
import type { ItemKind } from '../database/index.ts';

type Json = Readonly<Record<string, unknown>>;

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const sorted = (value: unknown) => (Array.isArray(value) ? value.toSorted(byText) : value);

/** What of a thing must be the same in the log and in the tables, by kind; the whole of it where nothing is said. */
const essentials: Readonly<Partial<Record<ItemKind, (value: Json) => unknown>>> = {
  // Whoever is renamed is renamed everywhere.
  annotation: ({ creator, ...rest }) => ({ ...rest, creator: (creator as Json).id }),
  // Copies and names have no order.
  document: ({ addresses, identifiers, aliases, ...rest }) => ({
    ...rest,
    addresses: sorted(addresses),
    identifiers: sorted(identifiers),
    aliases: sorted(aliases),
  }),
  // Changes from before there were settings say nothing of them.
  dossier: ({ withoutText = [], ...rest }) => ({ ...rest, withoutText }),
  reading: ({ readings, ...rest }) => ({ ...rest, readings: sorted(readings) }),
};

/** The same value with the fields of every object in the order of their names. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, inOrder(field)]),
  );
}

/**
 * A short text that is the same for two states of a thing exactly when they say the same. Undefined when there
 * is nothing.
 */
export function fingerprintOf(kind: ItemKind, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const essential = essentials[kind]?.(value as Json) ?? value;
  return createHash('sha256')
    .update(JSON.stringify(inOrder(essential)))
    .digest('base64url')
    .slice(0, 22);
}
