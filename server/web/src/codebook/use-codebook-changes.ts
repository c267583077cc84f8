import {
  type ConceptChange,
  type ConceptSplit,
  conceptChangeSchema,
  deletedGroupSchema,
  splitConceptSchema,
} from '@waarborg/shared/api';
import {
  type Bilingual,
  type ConceptDraft,
  type ConceptGroup,
  type ConceptUpdate,
  type KeptConcept,
  type KeptConceptGroup,
  keptConceptGroupSchema,
} from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { deleteJson, postJson, putJson } from '../api/request.ts';
import { type Changes, type Done, useChanges, writeOptions } from '../api/use-changes.ts';
import { language } from '../frame/language.ts';

/** A change that can be tried before it is made. */
export interface TriedChange {
  /** How many codings it would touch; undefined where it would be refused, which is then said. */
  tryOut(): Promise<number | undefined>;
  /** Makes it; gives whether it was made. */
  make(): Promise<boolean>;
}

/** The changes that a curator can make to a codebook; what gives a promise is made at once and tells whether it was. */
export interface CodebookChanges extends Changes {
  readonly isBusy: boolean;
  add(draft: ConceptDraft): Promise<boolean>;
  /** Changes a concept of the version that was seen. */
  save(concept: KeptConcept, update: ConceptUpdate): Promise<boolean>;
  /** Moves it before another concept of its group, or to its end. */
  place(concept: KeptConcept, before: string | undefined): Promise<boolean>;
  retire(concept: KeptConcept, isRetired: boolean): TriedChange;
  merge(concept: KeptConcept, into: KeptConcept): TriedChange;
  separate(concept: KeptConcept): TriedChange;
  split(concept: KeptConcept, split: ConceptSplit): TriedChange;
  addGroup(group: ConceptGroup): Promise<boolean>;
  renameGroup(group: KeptConceptGroup, label: Bilingual): Promise<boolean>;
  /** Moves it before another group of its kind, or behind them all. */
  placeGroup(group: KeptConceptGroup, before: string | undefined): Promise<boolean>;
  deleteGroup(group: KeptConceptGroup): Promise<boolean>;
}

/** Sends a change, or only tries it: `query` is what the address says of that. */
type Send<T> = (query: string) => Promise<T>;

/** What can be changed of a concept, as it is. */
function updateOf({ group, label, shortLabel, definition, legalBasis, terms }: KeptConcept): ConceptUpdate {
  return { group, label, shortLabel, definition, terms, ...(legalBasis === undefined ? {} : { legalBasis }) };
}

/** Makes changes to a codebook, one at a time; `onChange` loads again what they touch, during which `isLoading`. */
export function useCodebookChanges(
  slug: string,
  { onChange, isLoading }: { readonly onChange: () => void; readonly isLoading: boolean },
): CodebookChanges {
  const spoken = language.value;
  const messages = codebookMessages[spoken];
  const changes = useChanges(slug, { changedMeanwhile: messages.changedMeanwhile, onChange });
  const { action, ask, make } = changes;
  const concepts = `/dossiers/${slug}/codebook/concepts`;
  const groups = `/dossiers/${slug}/codebook/groups`;
  const nameOf = ({ label }: { readonly label: Bilingual }) => label[spoken];

  const tried = <T extends { readonly codings: number }>(
    send: Send<T>,
    toDone: (made: T) => Done,
  ): TriedChange => ({
    tryOut: () => ask(async () => (await send('?preview=true')).codings),
    make: () => make(async () => toDone(await send(''))),
  });
  const put = (concept: KeptConcept, part: string, body: unknown): Send<ConceptChange> => {
    const { id, revision } = concept;
    return (query) =>
      putJson(`${concepts}/${id}${part}${query}`, body, conceptChangeSchema, { ...writeOptions(), revision });
  };
  return {
    ...changes,
    isBusy: action.isBusy || isLoading,
    add: (draft) =>
      make(async () => {
        const { concept } = await postJson(concepts, draft, conceptChangeSchema, writeOptions());
        return { text: messages.added(nameOf(concept)), revision: concept.revision };
      }),
    save: (seen, update) =>
      make(async () => {
        const { concept } = await put(seen, '', update)('');
        return { text: messages.saved(nameOf(concept)), revision: concept.revision };
      }),
    place: (seen, before) =>
      make(async () => {
        const { concept } = await put(seen, '/place', { before })('');
        return { text: messages.moved(nameOf(concept)), revision: concept.revision, isRepeatable: true };
      }),
    retire: (seen, isRetired) =>
      tried(put(seen, '', { ...updateOf(seen), ...(isRetired ? { retired: true } : {}) }), ({ concept }) => ({
        text: (isRetired ? messages.nowRetired : messages.nowUsed)(nameOf(concept)),
        revision: concept.revision,
      })),
    merge: (seen, into) =>
      tried(put(seen, '/merged-into', { into: into.id }), ({ concept, codings }) => ({
        text: messages.merged(nameOf(concept), nameOf(into), messages.codings(codings)),
        revision: concept.revision,
      })),
    separate: ({ id }) => {
      const path = `${concepts}/${id}/merged-into`;
      return tried(
        (query) => deleteJson(path + query, conceptChangeSchema, writeOptions()),
        ({ concept }) => ({ text: messages.separated(nameOf(concept)), revision: concept.revision }),
      );
    },
    split: (seen, split) => {
      const path = `${concepts}/${seen.id}/split`;
      return tried(
        (query) => postJson(path + query, split, splitConceptSchema, writeOptions()),
        ({ codings, revision }) => ({
          text: messages.wasSplit(nameOf(seen), messages.codings(codings)),
          revision,
        }),
      );
    },
    addGroup: (draft) =>
      make(async () => {
        const group = await postJson(groups, draft, keptConceptGroupSchema, writeOptions());
        return { text: messages.groupAdded(nameOf(group)), revision: group.revision };
      }),
    renameGroup: ({ id, revision: seen }, label) =>
      make(async () => {
        const options = { ...writeOptions(), revision: seen };
        const group = await putJson(`${groups}/${id}`, { label }, keptConceptGroupSchema, options);
        return { text: messages.groupRenamed(nameOf(group)), revision: group.revision };
      }),
    placeGroup: ({ id, revision: seen }, before) =>
      make(async () => {
        const options = { ...writeOptions(), revision: seen };
        const path = `${groups}/${id}/place`;
        const group = await putJson(path, { before }, keptConceptGroupSchema, options);
        return { text: messages.groupMoved(nameOf(group)), revision: group.revision, isRepeatable: true };
      }),
    deleteGroup: (group) =>
      make(async () => {
        const options = { ...writeOptions(), revision: group.revision };
        const { revision } = await deleteJson(`${groups}/${group.id}`, deletedGroupSchema, options);
        return { text: messages.groupDeleted(nameOf(group)), revision };
      }),
  };
}
