/**
 * Keeps what the page of a large dossier asks for first in the database, so that a server that has just started answers
 * while it lays the dossier out. An answer is given again only as the version as which it was given before: that names
 * the change, its instant and the program. So it needs no form of its own, and is never older than what is asked for.
 */
import type { MatrixQuery } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import type { Executor } from '../database/index.ts';
import type { ReadyAnswers } from '../dossiers/versioned-answer.ts';
import {
  type FirstMatrixVersion,
  findFirstMatrix,
  hasFirstMatrix,
  putFirstMatrix,
} from './first-matrix-store.ts';
import type { IndexedDossier, MatrixIndexes } from './matrix-index-service.ts';

/** A smaller dossier is counted as soon as it is asked for. */
const leastCodings = 5_000;
/** An answer, or a later one in its place, is written so long after it was given: people code all the time. */
const writtenAfterMs = 10_000;
/** How long laying out waits where the first matrix is there: the page that shows it is still being loaded. */
export const laidOutAfterMs = 2_000;

export interface FirstMatrices {
  /** Those of a dossier in a language. */
  of(dossier: string, language: Language): ReadyAnswers<IndexedDossier>;
  /** Whether that of a dossier can be given without laying it out, in some language. */
  isReady(dossier: string, revision: number): Promise<boolean>;
  /** Writes what waits to be written. */
  close(): Promise<void>;
}

/** Whether it is what the page of the matrix asks for first. */
export function isFirstMatrix({ rows, columns, filters, folded }: MatrixQuery): boolean {
  const isWhole = !folded?.length && Object.values(filters).every((value) => !value?.length);
  return rows === 'safeguard' && columns === 'impact' && isWhole;
}

/** `program` names what counts; what another one has counted is not given. */
export function createFirstMatrices(
  database: Executor,
  indexes: MatrixIndexes,
  program: string,
): FirstMatrices {
  /** The latest of each dossier and language. */
  const waiting = new Map<string, FirstMatrixVersion & { answer: string }>();
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const write = async () => {
    timer = undefined;
    const answers = [...waiting.values()];
    waiting.clear();
    // What cannot be written is counted again.
    for (const { answer, ...one } of answers) await putFirstMatrix(database, one, answer).catch(() => {});
  };
  const writeLater = () => {
    writing = write();
  };
  /** What is asked for next needs it; whoever asks then is told of a failure. */
  const layOutLater = (dossier: string) => {
    setTimeout(() => void indexes.get(dossier, 0).catch(() => {}), laidOutAfterMs).unref();
  };
  return {
    of: (dossier, language) => ({
      async find(version) {
        // Then it is counted, or was, and nothing need be read.
        if (indexes.has(dossier)) return undefined;
        const answer = await findFirstMatrix(database, { dossier, language, version });
        if (answer !== undefined) layOutLater(dossier);
        return answer;
      },
      keep(version, answer, { index }) {
        if (index.facts.size < leastCodings) return;
        waiting.set(`${dossier} ${language}`, { dossier, language, version, answer });
        timer ??= setTimeout(writeLater, writtenAfterMs).unref();
      },
    }),
    isReady: (dossier, revision) => hasFirstMatrix(database, dossier, `"${revision}-%-${program}"`),
    async close() {
      clearTimeout(timer);
      await writing;
      await write();
    },
  };
}
