import { passageCountsSchema, readingListSchema } from '@waarborg/shared/api';
import { offeredConcepts } from '@waarborg/shared/codebook';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { currentReadings } from '@waarborg/shared/matrix';
import { speakerName } from '@waarborg/shared/ui';
import { useMemo } from 'preact/hooks';
import type { ApiFailure } from '../api/failure.ts';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { useReviewerNames } from '../matrix-view/use-reviewer-names.ts';
import { matrixPath } from '../matrix-view/view.ts';
import { type DossierNames, useDossierNames } from '../names/use-dossier-names.ts';
import type { DocumentFacts } from './document-view.ts';

/** The documents of a dossier with all that came of them. */
export interface KnownDocuments extends DocumentFacts {
  readonly names: DossierNames;
  /** By document id. */
  readonly claims: ReadonlyMap<string, number>;
  /** By user id. */
  readonly reviewerName: (id: string) => string;
}

interface KnownResource {
  /** Undefined until all of it is here. */
  readonly data: KnownDocuments | undefined;
  readonly failure: ApiFailure | undefined;
  readonly reload: () => void;
}

/** Reads what is known of the documents of a dossier, and keeps it up to date. */
export function useKnownDocuments(slug: string): KnownResource {
  const names = useDossierNames(slug);
  const readings = useList(`/dossiers/${slug}/readings`, readingListSchema);
  const passages = useResource(`/dossiers/${slug}/passage-counts`, passageCountsSchema);
  const countsPath = matrixPath(slug, { rows: 'document', columns: 'stage', filters: {} });
  const claims = useResource(countsPath, matrixAnswerSchema);
  const reviewerName = useReviewerNames(slug, readings.data?.readings.map(({ reviewer }) => reviewer) ?? []);
  const known = useMemo(() => {
    if (!names.data || !readings.data || !passages.data || !claims.data) return undefined;
    const { vocabulary } = names.data;
    return {
      names: names.data,
      readings: currentReadings(readings.data.readings, (id) => vocabulary.concepts.get(id)?.id ?? id),
      safeguards: offeredConcepts(vocabulary.concepts.values(), 'safeguard').map(({ id }) => id),
      passages: new Map(passages.data.counts.map(({ document, ...count }) => [document, count])),
      claims: new Map(Object.entries(claims.data.totals.rows).map(([id, total]) => [id, total.claims])),
      issuerName: ({ issuer }: SourceDocument) => (issuer ? speakerName(vocabulary, issuer) : ''),
    };
  }, [names.data, readings.data, passages.data, claims.data]);
  const resources = [names, readings, passages, claims];
  return {
    data: known && { ...known, reviewerName },
    failure: resources.find(({ failure }) => failure)?.failure,
    reload: () => {
      for (const resource of resources) resource.reload();
    },
  };
}
