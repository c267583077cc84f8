import type { Kysely } from 'kysely';
import { type Database, type Executor, readSnapshot } from '../database/index.ts';
import type { Finding } from './finding.ts';
import { checkDatabase, checkNumbers, listAllDossiers, readLog } from './integrity-store.ts';
import { readPresentItems } from './present-items.ts';
import { Replay } from './replay.ts';

/** What was looked at. */
export interface VerifyResult {
  readonly dossiers: number;
  readonly changes: number;
  readonly things: number;
  readonly findings: number;
}

async function verifyDossier(
  database: Executor,
  dossier: { id: string; slug: string },
  report: (finding: Finding | undefined) => void,
): Promise<{ changes: number; things: number }> {
  const replay = new Replay(dossier.slug);
  let [changes, things] = [0, 0];
  for await (const item of readLog(database, dossier.id)) {
    report(replay.apply(item));
    changes++;
  }
  for await (const item of readPresentItems(database, dossier.id)) {
    report(replay.meet(item));
    things++;
  }
  for (const finding of replay.missing()) report(finding);
  return { changes, things };
}

/**
 * Looks whether a database is whole, as of one moment and while others work in it: its file, the references between
 * its rows, the numbers of the revisions, and whether the log, played from its beginning, makes what the
 * tables hold.
 */
export function verifyDatabase(
  database: Kysely<Database>,
  onFinding: (finding: Finding) => void,
): Promise<VerifyResult> {
  return readSnapshot(database, async (snapshot) => {
    let [dossiers, changes, things, findings] = [0, 0, 0, 0];
    const report = (finding: Finding | undefined) => {
      if (!finding) return;
      findings++;
      onFinding(finding);
    };
    for (const finding of await checkDatabase(snapshot)) report(finding);
    for (const finding of await checkNumbers(snapshot)) report(finding);
    for (const dossier of await listAllDossiers(snapshot)) {
      const seen = await verifyDossier(snapshot, dossier, report);
      dossiers++;
      changes += seen.changes;
      things += seen.things;
    }
    return { dossiers, changes, things, findings };
  });
}
