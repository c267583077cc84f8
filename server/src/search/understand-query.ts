import { asCompound, cutsOf, otherWritingsOf, wordsOf } from '@waarborg/shared/search';
import type { Executor, WantedWord } from '../database/index.ts';
import { listWordsWith, selectKnownWords } from './search-store.ts';

/** Most words of a query that count. */
const maxWords = 12;
/** Most compounds of one word. */
const maxAlternatives = 50;

/**
 * What a query asks for: each of its words, by its stem; the compounds of it that the dossier uses (*procedure* finds
 * *asielprocedure*); and for a compound its two parts (*terugkeerbesluit* finds *besluit tot terugkeer*). *Art.* finds *artikel*, and the other way round. A
 * word is a compound only if what is left of it is a word of the dossier too.
 */
export async function understandQuery(database: Executor, dossier: string, q: string): Promise<WantedWord[]> {
  const asked = [...new Map([...wordsOf(q)].map((word) => [word.stem, word])).values()].slice(0, maxWords);
  return Promise.all(
    asked.map(async (word) => {
      const { stem } = word;
      const used = await listWordsWith(database, dossier, word);
      const candidates = used.flatMap((one) => asCompound(one, word) ?? []);
      const cuts = cutsOf(stem);
      const parts = [...candidates.flatMap(({ rests }) => rests), ...cuts.flat()];
      const known = await selectKnownWords(database, dossier, parts);
      const compounds = candidates.filter(({ rests }) => rests.some((rest) => known.has(rest)));
      const apart = cuts.filter((cut) => cut.every((part) => known.has(part)));
      return [
        [stem],
        ...otherWritingsOf(stem).map((other) => [other]),
        ...compounds.slice(0, maxAlternatives).map(({ compound }) => [compound]),
        ...apart.slice(0, maxAlternatives),
      ];
    }),
  );
}
