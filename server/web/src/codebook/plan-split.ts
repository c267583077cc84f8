import type { ConceptSplit } from '@waarborg/shared/api';
import { type Concept, maxShortLabelLength, proposeId } from '@waarborg/shared/codebook';
import { emptyTyped, readTyped } from './typed-concept.ts';

/** A new concept as it is typed while one is split. */
export interface SplitPart {
  /** Tells it from the others while it has no id. */
  readonly key: string;
  readonly nl: string;
  readonly en: string;
  readonly shortNl: string;
}

/** Where codings go: a part by its key, a concept by its id, or to neither: they stay. */
export interface SplitChoices {
  readonly parts: readonly SplitPart[];
  /** By the id of a coding; one that is not there goes where `others` go. */
  readonly codings: ReadonlyMap<string, string>;
  readonly others: string;
}

/** Where codings can go. */
export interface SplitOption {
  readonly value: string;
  readonly label: string;
}

/** Where a coding stays that is not to move. */
export const stays = '';

/** A split that can be sent, or what is still missing: the name of a part, or any coding or part at all. */
export type PlannedSplit =
  | { readonly split: ConceptSplit; readonly wrong?: never }
  | { readonly split?: never; readonly wrong: { readonly part: string } | 'nothing' };

/** The split of a concept as it was chosen. New concepts stand in its group. */
export function planSplit(
  concept: Pick<Concept, 'id' | 'kind' | 'group'>,
  { parts, codings, others }: SplitChoices,
  taken: readonly string[],
): PlannedSplit {
  const concepts: ConceptSplit['concepts'] = [];
  const ids = new Map<string, string>();
  const isTaken = (id: string) => taken.includes(id) || [...ids.values()].includes(id);
  for (const { key, nl, en, shortNl } of parts) {
    const typed = { ...emptyTyped(concept.group), labelNl: nl, labelEn: en, shortNl, shortEn: '' };
    // A short name of the curator's own stands in both languages where the English name is none.
    const shortEn = en.trim().length > maxShortLabelLength ? shortNl : '';
    const { update } = readTyped({ ...typed, shortEn });
    if (!update) return { wrong: { part: key } };
    const id = proposeId(nl, isTaken);
    ids.set(key, id);
    concepts.push({ id, kind: concept.kind, ...update });
  }
  const targetOf = (choice: string) => (choice === stays ? concept.id : (ids.get(choice) ?? choice));
  const moves = [...codings].map(([id, choice]) => ({ id, concept: targetOf(choice) }));
  if (concepts.length === 0 && others === stays && moves.every((move) => move.concept === concept.id)) {
    return { wrong: 'nothing' };
  }
  return {
    split: { concepts, codings: moves, ...(others === stays ? {} : { others: targetOf(others) }) },
  };
}
