import type { Access } from '../accounts/authenticate.ts';
import { type Executor, readSnapshot } from '../database/index.ts';
import { getRevision } from '../dossiers/changed-item-store.ts';
import { createSnapshotIndexes, type MatrixIndexes } from '../matrix/matrix-index-service.ts';

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
