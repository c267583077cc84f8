import type { DossierContent } from '@waarborg/shared/matrix';
import { listAnnotations } from '../annotations/annotation-store.ts';
import { getCodebook } from '../codebooks/codebook-store.ts';
import { type Executor, readSnapshot } from '../database/index.ts';
import { listDocuments } from '../documents/document-store.ts';
import { listLinks } from '../links/link-store.ts';
import { listReadings } from '../readings/reading-store.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';

/** All that a matrix is counted from, as of one revision. */
export function getDossierContent(
  database: Executor,
  dossier: string,
): Promise<{ revision: number; content: DossierContent }> {
  return readSnapshot(database, async (transaction) => {
    const { revision } = await transaction
      .selectFrom('dossier')
      .select('revision')
      .where('id', '=', dossier)
      .executeTakeFirstOrThrow();
    return {
      revision,
      content: {
        codebook: await getCodebook(transaction, dossier),
        speakers: await listSpeakers(transaction, dossier),
        documents: await listDocuments(transaction, dossier),
        annotations: await listAnnotations(transaction, dossier),
        links: await listLinks(transaction, dossier),
        readings: await listReadings(transaction, dossier),
      },
    };
  });
}
