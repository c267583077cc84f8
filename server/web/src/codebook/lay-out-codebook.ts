import {
  type ConceptKind,
  conceptKinds,
  countedFor,
  type KeptCodebook,
  type KeptConcept,
  type KeptConceptGroup,
} from '@waarborg/shared/codebook';
import { foldName } from '@waarborg/shared/dossier';

/** States that can be asked for. */
export const conceptStates = ['all', 'used', 'uncoded', 'retired', 'merged'] as const;

/** What of a codebook is asked for. */
export interface CodebookFilter {
  /** Part of a name, definition, legal basis, term or id, in any case; empty for all. */
  readonly words: string;
  /** Empty for both. */
  readonly kind: ConceptKind | '';
  readonly state: (typeof conceptStates)[number];
}

/** The filter that leaves all concepts. */
export const everyConcept: CodebookFilter = { words: '', kind: '', state: 'all' };

/** A concept with those that were merged into it, directly or by way of others. */
export interface LaidOutConcept {
  readonly concept: KeptConcept;
  readonly merged: readonly KeptConcept[];
  /** How many codings count for it. */
  readonly codings: number;
}

/** A group with the concepts of it that were asked for and count for themselves. */
export interface LaidOutGroup {
  readonly group: KeptConceptGroup;
  readonly concepts: readonly LaidOutConcept[];
  /** Ids of all concepts of the group that count for themselves, in their order. */
  readonly order: readonly string[];
  /** How many concepts stand in it in all, merged ones too. */
  readonly members: number;
}

/** One kind of concepts with its groups. */
export interface Facet {
  readonly kind: ConceptKind;
  readonly groups: readonly LaidOutGroup[];
}

/** Numbers of codings that name a concept itself, by its id; none where it is not there. */
export type OwnCodings = Readonly<Record<string, number>>;

function isInState({ concept, merged, codings }: LaidOutConcept, state: CodebookFilter['state']): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'used':
      return !concept.retired;
    case 'uncoded':
      return codings === 0;
    case 'retired':
      return concept.retired === true;
    case 'merged':
      return merged.length > 0;
  }
}

function hasWords(concept: KeptConcept, sought: string): boolean {
  const { label, shortLabel, definition, terms, legalBasis = '', id } = concept;
  const texts = [label, shortLabel, definition].flatMap(({ nl, en }) => [nl, en]);
  return [...texts, ...terms, legalBasis, id].some((text) => foldName(text).includes(sought));
}

/** How many codings count for a concept: its own, and those of all that was merged into it. */
export function countCodings({ concepts }: KeptCodebook, own: OwnCodings, id: string): number {
  return [...countedFor(concepts, id)].reduce((sum, counted) => sum + (own[counted] ?? 0), 0);
}

function layOutConcept(codebook: KeptCodebook, concept: KeptConcept, own: OwnCodings): LaidOutConcept {
  const counted = countedFor(codebook.concepts, concept.id);
  return {
    concept,
    merged: codebook.concepts.filter(({ id }) => id !== concept.id && counted.has(id)),
    codings: countCodings(codebook, own, concept.id),
  };
}

/**
 * A codebook by kind and group, in its order. A concept is in when one of its words, or of those merged into it, fits.
 * Groups of which nothing is asked for are there only while everything is.
 *
 * @param held ids of concepts and groups that are there whatever is asked for.
 */
export function layOutCodebook(
  codebook: KeptCodebook,
  own: OwnCodings,
  filter: CodebookFilter,
  held: ReadonlySet<string> = new Set(),
): Facet[] {
  const sought = foldName(filter.words);
  const isAll = sought === '' && filter.state === 'all';
  const isOfKind = (kind: ConceptKind) => filter.kind === '' || kind === filter.kind;
  const isAskedFor = (entry: LaidOutConcept) =>
    isOfKind(entry.concept.kind) &&
    isInState(entry, filter.state) &&
    [entry.concept, ...entry.merged].some((one) => hasWords(one, sought));
  const layOutGroup = (group: KeptConceptGroup): LaidOutGroup => {
    const members = codebook.concepts.filter((concept) => concept.group === group.id);
    const counting = members.filter(({ mergedInto }) => mergedInto === undefined);
    const concepts = counting
      .map((concept) => layOutConcept(codebook, concept, own))
      .filter((entry) => held.has(entry.concept.id) || isAskedFor(entry));
    return { group, concepts, order: counting.map(({ id }) => id), members: members.length };
  };
  return conceptKinds
    .map((kind) => ({
      kind,
      groups: codebook.groups
        .filter((group) => group.kind === kind)
        .map(layOutGroup)
        .filter(
          ({ group, concepts }) => (isAll && isOfKind(kind)) || concepts.length > 0 || held.has(group.id),
        ),
    }))
    .filter(({ kind, groups }) => isOfKind(kind) || groups.length > 0);
}

/** As much of a codebook as its first concepts need, so many of them: none of the groups after the last of those. */
export function beginOf(facets: readonly Facet[], most: number): Facet[] {
  let left = most;
  const begun = facets.map(({ kind, groups }) => ({
    kind,
    groups: groups.flatMap((entry) => {
      if (left <= 0) return [];
      const concepts = entry.concepts.slice(0, left);
      left -= entry.concepts.length;
      return [{ ...entry, concepts }];
    }),
  }));
  return begun.filter(({ groups }, place) => groups.length > 0 || facets[place]?.groups.length === 0);
}

/** Where a concept can move within its group: before which other one it then stands; none for the end. */
export interface Moves {
  readonly up?: { readonly before: string };
  readonly down?: { readonly before?: string | undefined };
}

/** The moves of one step that a concept can make in the order of its group. */
export function movesOf(order: readonly string[], id: string): Moves {
  const place = order.indexOf(id);
  const above = place > 0 ? order[place - 1] : undefined;
  const isLast = place === -1 || place === order.length - 1;
  return {
    ...(above === undefined ? {} : { up: { before: above } }),
    ...(isLast ? {} : { down: { before: order[place + 2] } }),
  };
}
