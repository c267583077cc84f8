import { cellResponseSchema, documentListSchema, type MatrixResponse } from '@waarborg/shared/api';
import type { MatrixFilters } from '@waarborg/shared/matrix';
import { useMemo, useRef } from 'preact/hooks';
import type { ApiFailure } from '../api/failure.ts';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { cellPath, type MatrixView, matrixPath } from '../matrix-view/view.ts';
import type { PictureData } from './drawing.ts';
import { findMilestones, shapeMonths } from './shape-months.ts';
import { shapeOpposition } from './shape-opposition.ts';
import { shapeSpeakers } from './shape-speakers.ts';
import { shapeStances } from './shape-stances.ts';

/** What pictures show, and of which filters that is: a file that is made of it says so. */
interface DrawnData extends PictureData {
  readonly filters: MatrixFilters;
  readonly total: MatrixResponse['totals']['all'];
  readonly revision: number;
}

/** What all pictures of a view are drawn from. */
export interface PicturesResource {
  /** Undefined until all of it is here; while other filters are on their way, that of the last ones of which all was. */
  readonly data: DrawnData | undefined;
  readonly failure: ApiFailure | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/** Reads what the pictures show: the matrix on three pairs of axes, with the filters of the view. */
export function usePictures(slug: string, { filters }: Pick<MatrixView, 'filters'>): PicturesResource {
  const impacts = { rows: 'safeguard', columns: 'impact', filters } as const;
  const paths = {
    byImpact: matrixPath(slug, impacts),
    byMonth: matrixPath(slug, { rows: 'month', columns: 'safeguard', filters }),
    bySpeaker: matrixPath(slug, { rows: 'speaker', columns: 'safeguard', filters }),
  };
  const byImpact = useResource(paths.byImpact, matrixAnswerSchema);
  const byMonth = useResource(paths.byMonth, matrixAnswerSchema);
  const bySpeaker = useResource(paths.bySpeaker, matrixAnswerSchema);
  const documents = useList(`/dossiers/${slug}/documents`, documentListSchema);
  // A matrix with very many oppositions names none; the number of everything names them all.
  const isUnlisted = byImpact.data?.listsOpposition === false;
  const everythingPath = isUnlisted ? `${cellPath(slug, impacts, {})}&limit=1` : undefined;
  const everything = useResource(everythingPath, cellResponseSchema);
  const isCurrent =
    byImpact.dataPath === paths.byImpact &&
    byMonth.dataPath === paths.byMonth &&
    bySpeaker.dataPath === paths.bySpeaker &&
    (!isUnlisted || everything.dataPath === everythingPath);
  const current = useMemo((): DrawnData | undefined => {
    if (!isCurrent) return undefined;
    if (!byImpact.data || !byMonth.data || !bySpeaker.data || !documents.data) return undefined;
    if (isUnlisted && !everything.data) return undefined;
    return {
      filters,
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
  }, [
    isCurrent,
    byImpact.data,
    byMonth.data,
    bySpeaker.data,
    documents.data,
    isUnlisted,
    everything.data,
    filters,
  ]);
  const parts = [byImpact, byMonth, bySpeaker, documents, everything];
  const failure = parts.find((part) => part.failure)?.failure;
  const last = useRef<{ readonly slug: string; readonly data: DrawnData }>(undefined);
  if (current) last.current = { slug, data: current };
  // What is on its way leaves what is drawn; what does not come takes it away, since it is of other filters.
  const former = failure || last.current?.slug !== slug ? undefined : last.current.data;
  return {
    data: current ?? former,
    failure,
    isLoading: parts.some(({ isLoading }) => isLoading),
    reload: () => {
      for (const part of parts) part.reload();
    },
  };
}
