import type { Annotation } from '@waarborg/shared/annotation';

/**
 * What this reviewer's own changes made of annotations. A form that was opened before such a change was
 * sent still names the revision before it: that is no conflict.
 */
export type OwnRevisions = Readonly<Record<string, OwnRevision>>;

interface OwnRevision {
  /** Revisions from which own changes, one upon the other, led to `revision`; 0 is that there was none. */
  readonly bases: readonly number[];
  readonly revision: number;
}

/** Most annotations of which it is remembered. */
const maxRemembered = 500;

/** Adds a change that the server confirmed. `base` is the revision that it changed; undefined: it created. */
export function addOwnRevision(
  own: OwnRevisions,
  base: number | undefined,
  { id, revision }: Pick<Annotation, 'id' | 'revision'>,
): OwnRevisions {
  const { [id]: before, ...others } = own;
  const from = base ?? 0;
  const bases = before?.revision === from ? [...before.bases, from] : [from];
  const kept = Object.entries(others).slice(1 - maxRemembered);
  return { ...Object.fromEntries(kept), [id]: { bases, revision } };
}

/**
 * The revision that a reviewer changes who saw `base`. A colleague's change since then is not in it, so
 * that the server finds the conflict.
 */
export function findBase(
  own: OwnRevisions,
  remote: Pick<Annotation, 'id' | 'revision'>,
  base: number | undefined,
): number {
  const known = own[remote.id];
  if (known?.bases.includes(base ?? 0)) return known.revision;
  return base ?? remote.revision;
}
