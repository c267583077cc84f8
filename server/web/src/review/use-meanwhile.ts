import { revisionListSchema } from '@waarborg/shared/api';
import { useResource } from '../api/use-resource.ts';
import { type Meanwhile, meanwhileOf } from './meanwhile.ts';
import type { QueuedCoding } from './queue.ts';

/** Changes of a passage among which the one is looked for that says who decided about a coding. */
const maxRevisions = 20;

/** What became of a coding after it was seen; undefined before that is known, and while none is asked about. */
export function useMeanwhile(slug: string, seen: QueuedCoding | undefined): Meanwhile | undefined {
  const path =
    seen && `/dossiers/${slug}/revisions?kind=annotation&item=${seen.annotation.id}&limit=${maxRevisions}`;
  const { data, dataPath } = useResource(path, revisionListSchema);
  return seen && data && dataPath === path ? meanwhileOf(seen, data.revisions) : undefined;
}
