import type { MatrixResponse } from '@waarborg/shared/api';
import { useMemo, useRef } from 'preact/hooks';
import type { Resource } from '../api/use-resource.ts';
import { language } from '../language/language.ts';
import { viewOfSide, withoutFold } from '../matrix-view/change-view.ts';
import { type MatrixView, matrixPath } from '../matrix-view/view.ts';
import { type StoryLine, tellStory } from './story.ts';
import { isTold } from './use-matrix.ts';

/** What the page tells of its numbers. */
export interface Story {
  readonly lines: readonly StoryLine[];
  /** Names what it is about: as long as it is the same, others changed what it says. */
  readonly subject: string;
}

/**
 * The story of the matrix; no lines on other axes than safeguards and impacts or of two matrices. The one before
 * stays until the numbers of a new one are here, and without one it is undefined: a page that grows moves what one
 * wants to click.
 */
export function useStory(slug: string, view: MatrixView, whole: Resource<MatrixResponse>): Story | undefined {
  const isWanted = isTold(view) && !view.compare;
  const { data: matrix, dataPath } = whole;
  const isHere = dataPath === matrixPath(slug, withoutFold(viewOfSide(view, 'a')));
  const told = useRef<Story>(undefined);
  const spoken = language.value;
  const subject = JSON.stringify([spoken, dataPath]);
  const lines = useMemo(() => {
    if (!isWanted) return [];
    if (!isHere || !matrix) return undefined;
    if (matrix.totals.all.claims === 0) return [];
    return tellStory({ matrix, language: spoken });
  }, [isHere, isWanted, matrix, spoken]);
  if (lines) told.current = { lines, subject };
  return told.current;
}
