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

/** A text as it is remembered. */
interface Remembered extends SearchedText {
  /** Its index if it was made, or else the one in whose memory it would be. */
  readonly made: () => GramIndex | undefined;
}

/** Texts that are remembered: a text, its original, and the text read column by column. No call has more. */
const REMEMBERED = 3;

/** The one that was asked for last comes first. */
let latest: readonly WeakRef<Remembered>[] = [];

/**
 * Makes a text ready for searching.
 *
 * The latest texts are remembered as long as memory allows, because callers
 * who hold one quote at a time ask for the same text again and again. The next one is written over the one that is
 * forgotten for it, so nobody may keep what this returns beyond the call of `anchorQuotes` for which it was made.
 * Cost: linear in the text; nothing when the text is one of them.
 */
export function toSearchedText(text: string): SearchedText {
  const known = latest.find((reference) => reference.deref()?.skeleton.text === text);
  const forgotten = known === undefined ? latest[REMEMBERED - 1]?.deref() : undefined;
  const searched = known?.deref() ?? prepare(text, forgotten);
  const others = latest.filter((reference) => reference !== known);
  latest = [known ?? new WeakRef(searched), ...others].slice(0, REMEMBERED);
  return searched;
}

function prepare(text: string, forgotten: Remembered | undefined): Remembered {
  const skeleton = toSkeleton(text, forgotten?.skeleton);
  let spent = forgotten?.made();
  let index: GramIndex | undefined;
  let pairs: PairIndex | undefined;
  return {
    skeleton,
    get index() {
      index ??= createGramIndex(skeleton.codes, spent);
      spent = undefined;
      return index;
    },
    get pairs() {
      pairs ??= createPairIndex(skeleton.codes);
      return pairs;
    },
    made: () => index ?? spent,
  };
}
