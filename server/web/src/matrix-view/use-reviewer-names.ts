import { accountResponseSchema } from '@waarborg/shared/api';
import { webMessages } from '@waarborg/shared/messages/web';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useResource } from '../api/use-resource.ts';
import { language } from '../language/language.ts';
import { matrixPath } from './view.ts';

/**
 * A function that names a reviewer by user id. It knows the reader and everybody who coded
 * something; somebody who only read is "another reviewer".
 */
export function useReviewerNames(slug: string): (id: string) => string {
  const path = matrixPath(slug, { rows: 'reviewer', columns: 'stage', filters: {} });
  const reviewers = useResource(path, matrixAnswerSchema);
  const me = useResource('/me', accountResponseSchema);
  const names = new Map(reviewers.data?.rows.map(({ id, label }) => [id, label]));
  if (me.data) names.set(me.data.user.id, me.data.user.name);
  return (id) => names.get(id) ?? webMessages[language.value].someReviewer;
}
