import { memberListSchema } from '@waarborg/shared/api';
import { webMessages } from '@waarborg/shared/messages/web';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { isOffline } from '../frame/edition.ts';
import { language } from '../language/language.ts';
import { matrixPath } from './view.ts';

/**
 * A function that names these reviewers by user id. Members have their names in their list; for whoever left, all
 * codings are counted by who made them, so that is asked only where it is needed. Who left and coded nothing is
 * "another reviewer".
 */
export function useReviewerNames(slug: string, ids: readonly string[]): (id: string) => string {
  const members = useList(isOffline ? undefined : `/dossiers/${slug}/members`, memberListSchema);
  const names = new Map(members.data?.members.map(({ id, name }) => [id, name]));
  const isAsked = isOffline || members.data !== undefined || members.failure !== undefined;
  const isLacking = isAsked && ids.some((id) => !names.has(id));
  const path = matrixPath(slug, { rows: 'reviewer', columns: 'stage', filters: {} });
  const coders = useResource(isLacking ? path : undefined, matrixAnswerSchema);
  for (const { id, label } of coders.data?.rows ?? []) if (!names.has(id)) names.set(id, label);
  return (id) => names.get(id) ?? webMessages[language.value].someReviewer;
}
