import { dossierListSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { ApiFailure } from '../api/failure.ts';
import { type Resource, useList } from '../api/use-resource.ts';

/** The dossier at a slug, with `dossier-not-found` when the reader is not a member of it. */
export function useDossier(slug: string): Resource<Dossier> {
  const { data, failure, ...rest } = useList('/dossiers', dossierListSchema);
  const dossier = data?.dossiers.find((candidate) => candidate.slug === slug);
  const isMissing = data !== undefined && dossier === undefined;
  return { ...rest, data: dossier, failure: isMissing ? new ApiFailure('dossier-not-found') : failure };
}
