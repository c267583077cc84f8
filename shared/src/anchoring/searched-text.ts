import { createGramIndex, type GramIndex } from './gram-index.ts';
import { createPairIndex, type PairIndex } from './pair-index.ts';
import { type Skeleton, toSkeleton } from './skeleton.ts';

/** A text made ready for searching: its skeleton and the index of that, made once for all quotes. */
export interface SearchedText {
  readonly skeleton: Skeleton;
  /** Made when it is first asked for: texts that are only aligned need none. */
  readonly index: GramIndex;
  /** Made when a quote asks for it that is too short for `index`. */
  readonly pairs: PairIndex;
}

/** Texts that are remembered: a text, its original, and the text read column by column. */
const REMEMBERED = 3;

let latest: readonly WeakRef<SearchedText>[] = [];

/**
 * Makes a text ready for searching.
 *
 * The latest texts are remembered as long as memory allows, because callers
 * who hold one quote at a time ask for the same text again and again.
 * Cost: linear in the text; nothing when the text is one of them.
 */
export function toSearchedText(text: string): SearchedText {
  for (const reference of latest) {
    const known = reference.deref();
    if (known !== undefined && known.skeleton.text === text) return known;
  }
  const skeleton = toSkeleton(text);
  let index: GramIndex | undefined;
  let pairs: PairIndex | undefined;
  const searched = {
    skeleton,
    get index() {
      index ??= createGramIndex(skeleton.codes);
      return index;
    },
    get pairs() {
      pairs ??= createPairIndex(skeleton.codes);
      return pairs;
    },
  };
  latest = [new WeakRef(searched), ...latest.slice(0, REMEMBERED - 1)];
  return searched;
}
