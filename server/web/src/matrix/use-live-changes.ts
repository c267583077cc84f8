import type { MatrixResponse } from '@waarborg/shared/api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { changedNumbers } from './changed-numbers.ts';

/** How long a changed number is marked. */
const markedMs = 6_000;

/** What changed while one looked. */
export interface LiveChanges {
  /** Keys (`numberKey`) of the numbers that changed a moment ago. */
  readonly marked: ReadonlySet<string>;
  /** How many numbers the last change changed, and when; undefined while nothing did since the view was opened. */
  readonly last: { readonly count: number; readonly at: Date } | undefined;
}

const none: LiveChanges = { marked: new Set(), last: undefined };

/** Compares each matrix that comes with the one before, as long as `view` names the same numbers. */
export function useLiveChanges(matrix: MatrixResponse, view: string): LiveChanges {
  const before = useRef({ matrix, view });
  const [changes, setChanges] = useState(none);
  useEffect(() => {
    const known = before.current;
    before.current = { matrix, view };
    if (known.view !== view) setChanges(none);
    if (known.view !== view || known.matrix === matrix || known.matrix.revision === matrix.revision) return;
    const marked = changedNumbers(known.matrix, matrix);
    if (marked.size > 0) setChanges({ marked, last: { count: marked.size, at: new Date() } });
  }, [matrix, view]);
  useEffect(() => {
    if (changes.marked.size === 0) return;
    const timer = setTimeout(() => setChanges(({ last }) => ({ marked: none.marked, last })), markedMs);
    return () => clearTimeout(timer);
  }, [changes]);
  return changes;
}
