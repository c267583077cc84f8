import type { MatrixResponse } from '@waarborg/shared/api';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { foreseeResource, type Resource, useResource } from '../api/use-resource.ts';
import { withoutFold } from '../matrix-view/change-view.ts';
import { type MatrixView, matrixPath } from '../matrix-view/view.ts';
import type { ShownMatrix } from './matrix-layout.tsx';

/** The numbers of a view. */
export interface ViewedMatrix extends Resource<MatrixResponse> {
  /** What can be shown: the latest that came, unless it has other axes. */
  readonly shown: ShownMatrix | undefined;
  /** Whether that is what the view asks for, and not what it asked for before. */
  readonly isCurrent: boolean;
  /** The same with no group folded, as far as it is here. */
  readonly whole: Resource<MatrixResponse>;
}

/** Whether the page says what a matrix shows: safeguards by impacts. */
export function isTold({ rows, columns }: Pick<MatrixView, 'rows' | 'columns'>): boolean {
  return rows === 'safeguard' && columns === 'impact';
}

/** What a view asks for. */
interface MatrixPaths {
  /** With no group folded: what is shown where none is, and what the page says of it. */
  readonly whole?: string | undefined;
  readonly folded?: string | undefined;
}

function pathsOf(slug: string, view: MatrixView): MatrixPaths {
  const whole = matrixPath(slug, withoutFold(view));
  const path = matrixPath(slug, view);
  if (path === whole) return { whole };
  return { whole: isTold(view) ? whole : undefined, folded: path };
}

/** Asks for the matrix of a view that is about to be shown. */
export function foreseeMatrix(slug: string, view: MatrixView): void {
  const { whole, folded } = pathsOf(slug, view);
  for (const path of [whole, folded]) if (path !== undefined) foreseeResource(path, matrixAnswerSchema);
}

/**
 * The matrix of a view; nothing is asked without one. While the folded one is on its way the whole one stays, so
 * that nothing blinks.
 */
export function useMatrix(slug: string, view: MatrixView | undefined): ViewedMatrix {
  const path = view && matrixPath(slug, view);
  const paths: MatrixPaths = view ? pathsOf(slug, view) : {};
  const isFolded = paths.folded !== undefined;
  const whole = useResource(paths.whole, matrixAnswerSchema);
  const folded = useResource(paths.folded, matrixAnswerSchema);
  const asked = isFolded && (folded.data ?? folded.failure) ? folded : whole;
  // An answer for other axes would put the open cell and the labels of this view beside the wrong numbers.
  const { data, dataPath } = asked;
  const isSame = path !== undefined && dataPath !== undefined && axesOf(dataPath) === axesOf(path);
  return {
    ...asked,
    shown: isSame && data ? { matrix: data, path: dataPath } : undefined,
    isCurrent: dataPath === path,
    whole,
    isLoading: whole.isLoading || (isFolded && folded.isLoading),
  };
}

function axesOf(path: string): string {
  const parameters = new URLSearchParams(path.slice(path.indexOf('?')));
  return `${parameters.get('rows')} ${parameters.get('columns')}`;
}
