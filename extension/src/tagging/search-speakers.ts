import type { Speaker } from '@waarborg/shared/dossier';
import { foldText } from '@waarborg/shared/text';

/** A speaker as it is suggested. */
export interface SuggestedSpeaker {
  readonly speaker: Speaker;
  /** The alias by which it was found; absent where the name itself says it. */
  readonly alias?: string | undefined;
}

/** Most speakers that are suggested at once. */
const most = 6;

/**
 * The speakers of a dossier whose name or alias answers what is typed, best first: one that is it, then one that
 * begins with it, then one of which a word does. Nothing for nothing, and none that is typed out already.
 */
export function searchSpeakers(speakers: readonly Speaker[], typed: string): SuggestedSpeaker[] {
  const wanted = foldText(typed.trim());
  if (wanted === '') return [];
  return speakers
    .filter(({ mergedInto, name }) => !mergedInto && foldText(name) !== wanted)
    .map((speaker) => ({ speaker, ...bestName(speaker, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ speaker, name }) => ({ speaker, ...(name !== speaker.name && { alias: name }) }));
}

function bestName(
  { name, aliases }: Speaker,
  wanted: string,
): { readonly name: string; readonly score: number } {
  const scored = [name, ...aliases].map((known) => ({
    name: known,
    score: scoreOf(foldText(known), wanted),
  }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best));
}

function scoreOf(known: string, wanted: string): number {
  if (known === wanted) return 4;
  if (known.startsWith(wanted)) return 3;
  return known.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 2 : 0;
}
