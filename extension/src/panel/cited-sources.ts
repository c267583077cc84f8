import { nameCited } from '@waarborg/shared/citation';
import type { Language } from '@waarborg/shared/messages';
import { type PlacedCitation, placeCitations } from '@waarborg/shared/references';

/** Something that a document cites, by the name that lawyers give it. */
export interface NamedCitation extends PlacedCitation {
  readonly name: string;
}

/** What a text cites, in the order in which it first names each thing. Linear in the text. */
export function citedSources(text: string, language: Language): NamedCitation[] {
  return placeCitations(text).map((cited) => ({ ...cited, name: nameCited(cited, language) }));
}
