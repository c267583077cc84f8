import { useMemo, useRef, useState } from 'preact/hooks';
import type { Arrangement } from '../matrix-view/arrange.ts';
import { type HeldArrangement, holdArrangement } from './hold-arrangement.ts';

/**
 * The arrangement in which a view was first seen, whatever others change meanwhile, and a function that lets it go.
 * `view` names what is shown: with another one the arrangement is that of now.
 */
export function useHeldArrangement(next: Arrangement, view: string): [HeldArrangement, () => void] {
  const first = useRef<{ view: string; arrangement: Arrangement }>(undefined);
  const [, setReleases] = useState(0);
  if (first.current?.view !== view) first.current = { view, arrangement: next };
  const release = () => {
    first.current = undefined;
    setReleases((releases) => releases + 1);
  };
  const { arrangement } = first.current;
  const held = useMemo(() => holdArrangement(arrangement, next), [arrangement, next]);
  return [held, release];
}
