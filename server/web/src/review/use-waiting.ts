import { annotationListSchema } from '@waarborg/shared/api';
import { useCallback, useRef, useState } from 'preact/hooks';
import { useList, useResource } from '../api/use-resource.ts';

/** Passages that are asked for at once; when they are decided about, the next ones are. */
const batchSize = 200;

/**
 * The passages that a queue is made of: the first that wait, and all of them once the rest is asked for. `path` is that
 * of the list, with filters; `choice` what the reader chose. What is here stays while the path alone becomes another:
 * whom “others” means, changes with the first coding of a colleague.
 */
export function useWaiting(path: string, choice: string) {
  const [whole, setWhole] = useState<string>();
  const isWhole = whole === path;
  const batchPath = `${path}&limit=${batchSize}`;
  const first = useResource(batchPath, annotationListSchema);
  const all = useList(isWhole ? path : undefined, annotationListSchema);
  const { failure, reload } = isWhole ? all : first;
  const batch = first.dataPath === batchPath ? first.data : undefined;
  // The first ones stay until the rest is here.
  const arrived = isWhole && all.dataPath === path ? all.data : batch;
  const kept = useRef({ choice, data: arrived });
  if (arrived || kept.current.choice !== choice) kept.current = { choice, data: arrived };
  const askForRest = useCallback(() => setWhole(path), [path]);
  return { data: kept.current.data, failure, reload, askForRest };
}
