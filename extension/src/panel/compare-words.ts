import { onOneLine } from '@waarborg/shared/text';
import { diffWordsWithSpace } from 'diff';

/** A stretch of words; `isChanged` when the other version does not have it. */
export interface ComparedWords {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Two versions of a passage beside each other. */
export interface Comparison {
  readonly before: readonly ComparedWords[];
  readonly after: readonly ComparedWords[];
}

/** A panel must not stand still for a passage of twenty pages that was rewritten. */
const timeoutMs = 300;

/**
 * What changed between two versions of a passage, word by word. Where lines break is layout and no change.
 * Versions that cannot be compared in time differ as a whole.
 */
export function compareWords(then: string, now: string): Comparison {
  const [old, today] = [onOneLine(then), onOneLine(now)];
  const parts = diffWordsWithSpace(old, today, { timeout: timeoutMs });
  if (!parts) {
    return { before: [{ text: old, isChanged: true }], after: [{ text: today, isChanged: true }] };
  }
  return {
    before: parts
      .filter(({ added }) => !added)
      .map(({ value, removed }) => ({ text: value, isChanged: removed })),
    after: parts
      .filter(({ removed }) => !removed)
      .map(({ value, added }) => ({ text: value, isChanged: added })),
  };
}
