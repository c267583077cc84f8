import { type MatrixResponse, matrixResponseSchema } from '@waarborg/shared/api';
import { type Resource, useResource } from '../api/use-resource.ts';
import { type MatrixView, matrixPath } from './view.ts';

/** The numbers of a view. */
export interface ViewedMatrix extends Resource<MatrixResponse> {
  /** Path of what is asked for; `data` can still be that of an earlier one. */
  readonly path: string;
  /** The same with no group folded, as far as it is here. */
  readonly whole: MatrixResponse | undefined;
}

/** Whether the page says what a matrix shows: safeguards by impacts. */
export function isTold({ rows, columns }: Pick<MatrixView, 'rows' | 'columns'>): boolean {
  return rows === 'safeguard' && columns === 'impact';
}

/** The matrix of a view. While the folded one is on its way the whole one stays, so that nothing blinks. */
export function useMatrix(slug: string, view: MatrixView): ViewedMatrix {
  const { fold: _, ...unfolded } = view;
  const wholePath = matrixPath(slug, unfolded);
  const path = matrixPath(slug, view);
  const isFolded = path !== wholePath;
  const whole = useResource(isFolded && !isTold(view) ? undefined : wholePath, matrixResponseSchema);
  const folded = useResource(isFolded ? path : undefined, matrixResponseSchema);
  const shown = isFolded && (folded.data ?? folded.failure) ? folded : whole;
  return { ...shown, path, whole: whole.data, isLoading: whole.isLoading || (isFolded && folded.isLoading) };
}
