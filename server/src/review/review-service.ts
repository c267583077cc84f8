import type { Annotation, Coding } from '@waarborg/shared/annotation';
import type { ReviewDraft } from '@waarborg/shared/api';
import {
  annotationItems,
  findAnnotationsOfCodings,
  saveAnnotation,
} from '../annotations/annotation-store.ts';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion } from '../history/expected-version.ts';

function decide({ reason: _, ...coding }: Coding, { status, reason }: ReviewDraft): Coding {
  return { ...coding, status, ...(reason === undefined ? {} : { reason }) };
}

/** Decides about codings of one annotation of the version that the curator saw. */
async function reviewAnnotation(
  change: Change,
  id: string,
  revision: number,
  { review, codings }: { review: ReviewDraft; codings: ReadonlySet<string> },
): Promise<Annotation> {
  const before = await annotationItems.find(change.transaction, change.dossier, id);
  if (!before) throw new ApiError('annotation-not-found');
  const { foreign: _, ...current } = before;
  assertVersion(current, [revision]);
  const after = {
    ...before,
    codings: before.codings.map((coding) => (codings.has(coding.id) ? decide(coding, review) : coding)),
  };
  if (JSON.stringify(after) === JSON.stringify(before)) return current;
  await saveAnnotation(change, id, { before, after });
  const { foreign: __, ...reviewed } = after;
  return { ...reviewed, modified: change.at, revision: change.revision };
}

/** Accepts codings, sends them back with a reason, or makes them drafts again: all of them, or none. */
export function reviewCodings(
  database: Executor,
  writer: Writer,
  review: ReviewDraft,
): Promise<Annotation[]> {
  return applyChange(database, describeChange(writer, `review-${review.status}`), async (change) => {
    const { transaction, dossier } = change;
    const revisions = new Map(review.codings.map(({ id, revision }) => [id, revision]));
    const holders = await findAnnotationsOfCodings(transaction, dossier, [...revisions.keys()]);
    const errors = review.codings.flatMap(({ id }, index) =>
      holders.has(id) ? [] : [{ path: `codings[${index}].id`, message: id }],
    );
    if (errors.length > 0) throw new ApiError('coding-not-found', errors);
    const annotations: Annotation[] = [];
    for (const [annotation, codings] of Map.groupBy(revisions.keys(), (id) => holders.get(id) ?? '')) {
      for (const id of codings.slice(1)) {
        // Whoever names two versions of one annotation saw one that is not there any more.
        if (revisions.get(id) !== revisions.get(codings[0] ?? ''))
          throw new ApiError('invalid-request', [
            { path: 'codings', message: 'name one version of a passage' },
          ]);
      }
      const revision = revisions.get(codings[0] ?? '') ?? 0;
      const what = { review, codings: new Set(codings) };
      annotations.push(await reviewAnnotation(change, annotation, revision, what));
    }
    return annotations;
  });
}
