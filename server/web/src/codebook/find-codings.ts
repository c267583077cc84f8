import type { Annotation } from '@waarborg/shared/annotation';
import type { Concept } from '@waarborg/shared/codebook';
import { wordsOf } from '@waarborg/shared/search';
import { TermFinder } from '@waarborg/shared/suggestions';

/** Ids of the codings that name a concept in passages with one of these terms, in any form; `*` stands for any ending. */
export function findCodings(
  annotations: readonly Pick<Annotation, 'ranges' | 'codings'>[],
  { id, kind }: Pick<Concept, 'id' | 'kind'>,
  terms: readonly string[],
): string[] {
  const read = annotations.map(({ ranges, codings }) => ({
    pieces: ranges.map(({ exact }) => ({ text: exact, words: [...wordsOf(exact)] })),
    codings,
  }));
  const stems = read.flatMap(({ pieces }) => pieces.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const finder = new TermFinder([{ id, terms }], new Set(stems));
  return read
    .filter(({ pieces }) => pieces.some(({ text, words }) => finder.find(text, words).length > 0))
    .flatMap(({ codings }) => codings.filter((coding) => coding[kind] === id).map((coding) => coding.id));
}
