import type { Executor } from './change.ts';

/** Throws what the database throws where it cannot be read now. */
export async function assertReadable(database: Executor): Promise<void> {
  await database.selectFrom('dossier').select('id').limit(1).execute();
}
