import { buildMatrix, type MatrixIndex, type MatrixQuery } from '@waarborg/shared/matrix';
import type { IndexedDossier } from './indexed-dossier.ts';

/** Most answers that are kept of one state of a dossier, and most characters of one and of all of them. */
const maxKept = 20;
const maxOne = 1_000_000;
const maxAll = 5_000_000;

/** Answers by query as JSON, the one that was asked for longest ago first. */
export type Answers = ReadonlyMap<string, string>;

/** What was counted of each state of a dossier; it goes with that state. */
const kept = new WeakMap<MatrixIndex, Map<string, string>>();

function count({ revision, index }: IndexedDossier, query: MatrixQuery): string {
  return JSON.stringify({ revision, ...buildMatrix(index, query) });
}

/** Lets go of what was asked for longest ago. */
function makeRoom(answers: Map<string, string>): void {
  let size = [...answers.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [key, { length }] of answers) {
    if (answers.size <= maxKept && size <= maxAll) return;
    answers.delete(key);
    size -= length;
  }
}

/**
 * The matrix of a dossier with its revision, as JSON. Kept for as long as the dossier stays as it is: when a colleague
 * codes, every page that is open asks for the same numbers at once. Names of reviewers are no part of a dossier, so a
 * matrix that has them is counted each time.
 */
export function matrixAsJson(dossier: IndexedDossier, query: MatrixQuery): string {
  if (query.reviewerNames) return count(dossier, query);
  const answers = kept.get(dossier.index) ?? new Map<string, string>();
  kept.set(dossier.index, answers);
  const key = JSON.stringify(query);
  const answer = answers.get(key) ?? count(dossier, query);
  answers.delete(key);
  if (answer.length <= maxOne) answers.set(key, answer);
  makeRoom(answers);
  return answer;
}

/** What was counted without filters, as whoever comes to a dossier asks for it first. */
export function firstAnswers(index: MatrixIndex): Answers {
  const isFirst = ([key]: readonly [string, string]) =>
    Object.keys((JSON.parse(key) as MatrixQuery).filters).length === 0;
  return new Map([...(kept.get(index) ?? [])].filter(isFirst));
}

/** Gives a state of a dossier the answers that were counted of the same one before. */
export function keepAnswers(index: MatrixIndex, answers: Answers): void {
  kept.set(index, new Map(answers));
}
