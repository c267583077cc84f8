import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { type Changes, useChanges } from '../api/use-changes.ts';
import { language } from '../language/language.ts';
import { type ConceptChanges, createConceptChanges } from './concept-changes.ts';
import { createGroupChanges, type GroupChanges } from './group-changes.ts';

/** The changes that a curator can make to a codebook; what gives a promise is made at once and tells whether it was. */
export interface CodebookChanges extends Changes, ConceptChanges, GroupChanges {
  readonly isBusy: boolean;
}

/** Makes changes to a codebook, one at a time; `onChange` loads again what they touch, during which `isLoading`. */
export function useCodebookChanges(
  slug: string,
  { onChange, isLoading }: { readonly onChange: () => void; readonly isLoading: boolean },
): CodebookChanges {
  const { changedMeanwhile } = codebookMessages[language.value];
  const changes = useChanges(slug, { changedMeanwhile, onChange });
  return {
    ...changes,
    ...createConceptChanges(slug, changes),
    ...createGroupChanges(slug, changes),
    isBusy: changes.action.isBusy || isLoading,
  };
}
