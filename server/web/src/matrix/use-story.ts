import { type MatrixResponse, matrixResponseSchema } from '@waarborg/shared/api';
import { useMemo, useRef } from 'preact/hooks';
import { type Resource, useResource } from '../api/use-resource.ts';
import { language } from '../frame/language.ts';
import { viewOfSide, withoutFold } from './change-view.ts';
import { type StoryLine, tellStory } from './story.ts';
import { isTold } from './use-matrix.ts';
import { type MatrixView, matrixPath } from './view.ts';

/** What the page tells of its numbers. */
export interface Story {
  readonly lines: readonly StoryLine[];
  /** Names what it is about: as long as it is the same, others changed what it says. */
  readonly subject: string;
}

/**
 * The story of the matrix; no lines on other axes than safeguards and impacts or of two matrices. The one before
 * stays until all parts of a new one are here, and without one it is undefined: a page that grows moves what one wants
 * to click.
 */
export function useStory(slug: string, view: MatrixView, whole: Resource<MatrixResponse>): Story | undefined {
  const isWanted = isTold(view) && !view.compare;
  const { rows, filters } = view;
  const { data: matrix, dataPath } = whole;
  const isCounted = dataPath === matrixPath(slug, withoutFold(viewOfSide(view, 'a')));
  // Not before the numbers are here: the server would count both before it answers either.
  const path = isWanted && isCounted ? matrixPath(slug, { rows, columns: 'measure', filters }) : undefined;
  const measures = useResource(path, matrixResponseSchema);
  const told = useRef<Story>(undefined);
  const spoken = language.value;
  const isHere = isCounted && (measures.dataPath === path || measures.failure !== undefined);
  const subject = JSON.stringify([spoken, dataPath]);
  const lines = useMemo(() => {
    if (!isWanted) return [];
    if (!isHere || !matrix) return undefined;
    if (matrix.totals.all.claims === 0) return [];
    return tellStory({ matrix, measures: measures.data, language: spoken });
  }, [isHere, isWanted, matrix, measures.data, spoken]);
  if (lines) told.current = { lines, subject };
  return told.current;
}
