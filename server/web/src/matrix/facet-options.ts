import { bases, directions, statuses } from '@waarborg/shared/annotation';
import type { MatrixResponse } from '@waarborg/shared/api';
import { type Axis, axes, type FacetName, facetName, goneValues, stances } from '@waarborg/shared/matrix';
import { domainMessages, type Language } from '@waarborg/shared/messages';
import { capitalise } from '@waarborg/shared/text';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useResource } from '../api/use-resource.ts';
import { matrixPath } from '../matrix-view/view.ts';

/** A value that one can filter on. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** Claims with that value in the whole dossier; absent where it is not counted. */
  readonly claims?: number;
}

const vocabularies = {
  direction: directions,
  stance: stances,
  basis: bases,
  status: statuses,
  gone: goneValues,
} as const;
type VocabularyName = keyof typeof vocabularies;

function isVocabulary(name: FacetName): name is VocabularyName {
  return name in vocabularies;
}

function isAxis(name: FacetName): name is Axis & FacetName {
  return (axes as readonly string[]).includes(name);
}

function vocabularyOptions(name: VocabularyName, language: Language): FacetOption[] {
  const words: Readonly<Record<string, string>> = domainMessages[language];
  return vocabularies[name].map((value) => ({ value, label: words[`${name}.${value}`] ?? value }));
}

function axisOptions({ rows, totals }: MatrixResponse): FacetOption[] {
  return rows
    .map(({ id, label }) => ({ value: id, label, claims: totals.rows[id]?.claims ?? 0 }))
    .filter(({ claims }) => claims > 0);
}

/** "Spreker" */
export function facetTitle(name: FacetName, language: Language): string {
  return capitalise(facetName(name, language));
}

/**
 * The values that one can filter on; undefined while they are not here. Those of an axis are the
 * ones that occur in the dossier, asked for only when `isWanted`.
 */
export function useFacetOptions(
  slug: string,
  name: FacetName,
  language: Language,
  isWanted: boolean,
): readonly FacetOption[] | undefined {
  const columns = name === 'stage' ? 'measure' : 'stage';
  const path = isWanted && isAxis(name) ? matrixPath(slug, { rows: name, columns, filters: {} }) : undefined;
  const { data } = useResource(path, matrixAnswerSchema);
  if (isVocabulary(name)) return vocabularyOptions(name, language);
  return data && axisOptions(data);
}
