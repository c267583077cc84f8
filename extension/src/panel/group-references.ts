import type { DocumentIdentifier } from '@waarborg/shared/dossier';
import { findReferences, type Reference, type ReferenceKind } from '@waarborg/shared/references';

/** Heading under which a reference is listed. */
type ReferenceGroup = 'papers' | 'debates' | 'publications' | 'rulings' | 'laws' | 'articles';

const groupOfKind: Readonly<Record<ReferenceKind, ReferenceGroup>> = {
  kamerstuk: 'papers',
  aanhangsel: 'papers',
  handelingen: 'debates',
  publication: 'publications',
  ecli: 'rulings',
  ljn: 'rulings',
  law: 'laws',
  article: 'articles',
};

/** Where a document cites something, and in which words. Offsets as in a `Reference`. */
export interface CitedPlace {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Something that a document cites, once or more. */
export interface CitedSource {
  readonly group: ReferenceGroup;
  readonly canonical: string;
  /** Absent where it is not certain which document is meant. */
  readonly identifier?: DocumentIdentifier | undefined;
  /** Where it can be read; absent where no address is certain. */
  readonly link?: string | undefined;
  /** In the order of the text; at least one. */
  readonly places: readonly [CitedPlace, ...CitedPlace[]];
}

/** What a text cites, each source once, in the order in which the text first names them. Linear in the text. */
export function citedSources(text: string): CitedSource[] {
  const sources = Map.groupBy(findReferences(text), ({ canonical }) => canonical);
  return [...sources.values()].flatMap((references) => {
    const [first, ...others] = references;
    return first ? toSource(text, first, others) : [];
  });
}

function toSource(text: string, first: Reference, others: readonly Reference[]): CitedSource {
  const toPlace = ({ start, end }: Reference) => ({ start, end, words: text.slice(start, end) });
  const all = [first, ...others];
  return {
    group: groupOfKind[first.kind],
    canonical: first.canonical,
    identifier: all.find(({ identifier }) => identifier)?.identifier,
    link: all.find(({ link }) => link)?.link,
    places: [toPlace(first), ...others.map(toPlace)],
  };
}
