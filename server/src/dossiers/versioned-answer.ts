import type { Context } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import { etagOf, isNotModified } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { findChangeTime } from './changed-item-store.ts';
import { takeTurn } from './take-turn.ts';

/** Answers are the same until the dossier or the program changes, in each language. */
const caching = (etag: string) => ({
  ETag: etag,
  'Cache-Control': 'private, no-cache',
  Vary: 'Accept-Language, Authorization, Cookie',
});

/** Where a dossier is kept in a form that answers. */
interface Kept<T> {
  get(dossier: string, revision: number): Promise<T>;
}

/**
 * Answers with what is made of a whole dossier, unless the client has it already: then 304, and nothing is read.
 * `program` names what makes it: another one may make it otherwise, so its answers are other versions.
 */
export function createVersionedAnswer(database: Executor, program: string) {
  return async <T extends { readonly revision: number }>(
    c: Context<Env>,
    kept: Kept<T>,
    /** What else the answer depends on, besides its address. */
    variant: string,
    /** Gives the answer as JSON. */
    write: (form: T) => Promise<string> | string,
  ) => {
    const { dossier } = c.get('access');
    // The instant too: after a backup was restored another change may have the number of one that is lost.
    const versionOf = async (revision: number) => {
      const at = await findChangeTime(database, dossier.id, revision);
      return etagOf(revision, `${Date.parse(at ?? '').toString(36)}-${variant}-${program}`);
    };
    const known = await versionOf(dossier.revision);
    if (isNotModified(c, known)) return c.body(null, 304, caching(known));
    await takeTurn();
    const form = await kept.get(dossier.id, dossier.revision);
    const etag = await versionOf(form.revision);
    return c.body(await write(form), 200, { ...caching(etag), 'Content-Type': 'application/json' });
  };
}
