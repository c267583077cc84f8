import { stemWord } from './stem-word.ts';

/** Shortest part of a compound. */
const minPart = 4;
/** What may stand between the parts of a Dutch compound: *voornemen-s-procedure*, *asielzoeker-s-centrum*. */
const links = ['', 's', 'e', 'en', 'er'];

/** A compound that may hold a word: the stems one of which must be of a word for it to be one. */
export interface CompoundCandidate {
  readonly compound: string;
  readonly rests: readonly string[];
}

const isPart = (part: string) => part.length >= minPart;

/**
 * Whether a stem of the vocabulary may be a compound of a word and another one, and which other one that would be.
 * Inside a compound a word has no stem: it is sought as it is written too.
 */
export function asCompound(
  compound: string,
  { stem, folded }: { readonly stem: string; readonly folded: string },
): CompoundCandidate | undefined {
  if (compound === stem || !isPart(stem)) return undefined;
  const rests = new Set<string>();
  for (const first of [stem, folded]) {
    if (!compound.startsWith(first)) continue;
    const rest = compound.slice(first.length);
    for (const link of links) if (rest.startsWith(link)) rests.add(rest.slice(link.length));
  }
  if (compound.endsWith(stem)) {
    const rest = compound.slice(0, -stem.length);
    for (const link of links) if (rest.endsWith(link)) rests.add(rest.slice(0, rest.length - link.length));
  }
  const parts = [...rests].filter(isPart).map(stemWord);
  return parts.length > 0 ? { compound, rests: parts } : undefined;
}

/** The stems of two parts in which a word can be cut, each at least four letters; most of them are of no words. */
export function cutsOf(stem: string): [string, string][] {
  const cuts: [string, string][] = [];
  for (let place = minPart; place <= stem.length - minPart; place++) {
    const [left, right] = [stem.slice(0, place), stem.slice(place)];
    cuts.push([stemWord(left), stemWord(right)]);
    for (const link of links.slice(1)) {
      const rest = right.slice(link.length);
      if (right.startsWith(link) && isPart(rest)) cuts.push([stemWord(left), stemWord(rest)]);
    }
  }
  return cuts;
}
