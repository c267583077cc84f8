import type { Access } from '../accounts/authenticate.ts';
import { type Executor, readSnapshot } from '../database/index.ts';
import { getRevision } from '../dossiers/changed-item-store.ts';
import { createSnapshotIndexes, type MatrixIndexes } from './matrix-index-service.ts';

/** A dossier as it was at one moment. */
export interface Moment {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
  readonly dossier: Access['dossier'];
}

/**
 * Reads a dossier as of one moment: else what is read of it could differ by what somebody codes meanwhile. `program`
 * names what counts (`nameCountingProgram`).
 */
export function readAtOneMoment<T>(
  database: Executor,
  dossier: Access['dossier'],
  program: string,
  read: (moment: Moment) => Promise<T>,
): Promise<T> {
  return readSnapshot(database, async (snapshot) => {
    const revision = await getRevision(snapshot, dossier.id);
    const indexes = createSnapshotIndexes(snapshot, program);
    return read({ database: snapshot, indexes, dossier: { ...dossier, revision } });
  });
}

/** How often something is read anew because the dossier changed meanwhile. */
const maxTries = 3;

/** Where a dossier is read, and what is kept of it. */
export interface Sources {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
  /** Names the program that counts. */
  readonly program: string;
}

/**
 * The same with what is kept laid out, as long as nobody changes the dossier meanwhile: then it is read once more, and
 * at last as of one moment, for which all has to be laid out again. `read` does nothing but read.
 */
export async function readBetweenChanges<T>(
  { database, indexes, program }: Sources,
  dossier: Access['dossier'],
  read: (moment: Moment) => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < maxTries; tries++) {
    const revision = await getRevision(database, dossier.id);
    const found = await read({ database, indexes, dossier: { ...dossier, revision } });
    if ((await getRevision(database, dossier.id)) === revision) return found;
  }
  return readAtOneMoment(database, dossier, program, read);
}
