import { buildMatrix, type MatrixIndex, type MatrixQuery } from '@waarborg/shared/matrix';
import type { IndexedDossier } from './matrix-index-service.ts';

/** Most answers that are kept of one state of a dossier; the one that was asked for longest ago goes first. */
const maxKept = 20;

/** What was counted of each state of a dossier, by query; it goes with that state. */
const kept = new WeakMap<MatrixIndex, Map<string, string>>();

function count({ revision, index }: IndexedDossier, query: MatrixQuery): string {
  return JSON.stringify({ revision, ...buildMatrix(index, query) });
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
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > maxKept && oldest !== undefined) answers.delete(oldest);
  return answer;
}
