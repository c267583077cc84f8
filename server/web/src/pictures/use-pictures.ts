import { cellResponseSchema, documentListSchema, type MatrixResponse } from '@waarborg/shared/api';
import { useMemo } from 'preact/hooks';
import type { ApiFailure } from '../api/failure.ts';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { cellPath, type MatrixView, matrixPath } from '../matrix-view/view.ts';
import type { PictureData } from './drawing.ts';
import { findMilestones, shapeMonths } from './shape-months.ts';
import { shapeOpposition } from './shape-opposition.ts';
import { shapeSpeakers } from './shape-speakers.ts';
import { shapeStances } from './shape-stances.ts';

/** What all pictures of a view are drawn from. */
export interface PicturesResource {
  /** Undefined until all of it is here. */
  readonly data:
    | (PictureData & { readonly total: MatrixResponse['totals']['all']; readonly revision: number })
    | undefined;
  readonly failure: ApiFailure | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/** Reads what the pictures show: the matrix on three pairs of axes, with the filters of the view. */
export function usePictures(slug: string, { filters }: Pick<MatrixView, 'filters'>): PicturesResource {
  const impacts = { rows: 'safeguard', columns: 'impact', filters } as const;
  const byImpact = useResource(matrixPath(slug, impacts), matrixAnswerSchema);
  const byMonth = useResource(
    matrixPath(slug, { rows: 'month', columns: 'safeguard', filters }),
    matrixAnswerSchema,
  );
  const bySpeaker = useResource(
    matrixPath(slug, { rows: 'speaker', columns: 'safeguard', filters }),
    matrixAnswerSchema,
  );
  const documents = useList(`/dossiers/${slug}/documents`, documentListSchema);
  // A matrix with very many oppositions names none; the number of everything names them all.
  const isUnlisted = byImpact.data?.listsOpposition === false;
  const everything = useResource(
    isUnlisted ? `${cellPath(slug, impacts, {})}&limit=1` : undefined,
    cellResponseSchema,
  );
  const data = useMemo(() => {
    if (!byImpact.data || !byMonth.data || !bySpeaker.data || !documents.data) return undefined;
    if (isUnlisted && !everything.data) return undefined;
    return {
      stances: shapeStances(byImpact.data),
      months: {
        months: shapeMonths(byMonth.data),
        milestones: findMilestones(documents.data.documents, filters),
      },
      speakers: shapeSpeakers(bySpeaker.data),
      opposition: shapeOpposition(byImpact.data, everything.data?.opposition),
      total: byImpact.data.totals.all,
      revision: byImpact.data.revision,
    };
  }, [byImpact.data, byMonth.data, bySpeaker.data, documents.data, isUnlisted, everything.data, filters]);
  const parts = [byImpact, byMonth, bySpeaker, documents, everything];
  return {
    data,
    failure: parts.find(({ failure }) => failure)?.failure,
    isLoading: parts.some(({ isLoading }) => isLoading),
    reload: () => {
      for (const part of parts) part.reload();
    },
  };
}
