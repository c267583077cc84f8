import {
  type ConceptChange,
  type ConceptSplit,
  conceptChangeSchema,
  splitConceptSchema,
} from '@waarborg/shared/api';
import type { ConceptDraft, ConceptUpdate, KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { deleteJson, postJson, putJson } from '../api/request.ts';
import type { Changes, Done } from '../api/use-changes.ts';
import { language } from '../language/language.ts';

/** A change that can be tried before it is made. */
export interface TriedChange {
  /** How many codings it would touch; undefined where it would be refused, which is then said. */
  tryOut(): Promise<number | undefined>;
  /** Makes it; gives whether it was made. */
  make(): Promise<boolean>;
}

/** The changes of concepts, each of the version that was seen; what gives a promise is made at once. */
export interface ConceptChanges {
  add(draft: ConceptDraft): Promise<boolean>;
  save(concept: KeptConcept, update: ConceptUpdate): Promise<boolean>;
  /** Moves it before another concept of its group, or to its end. */
  place(concept: KeptConcept, before: string | undefined): Promise<boolean>;
  retire(concept: KeptConcept, isRetired: boolean): TriedChange;
  merge(concept: KeptConcept, into: KeptConcept): TriedChange;
  separate(concept: KeptConcept): TriedChange;
  split(concept: KeptConcept, split: ConceptSplit): TriedChange;
}

/** Sends a change, or only tries it: `query` is what the address says of that. */
type Send<T> = (query: string) => Promise<T>;

/** What can be changed of a concept, as it is. */
function updateOf({ group, label, shortLabel, definition, legalBasis, terms }: KeptConcept): ConceptUpdate {
  return { group, label, shortLabel, definition, terms, ...(legalBasis === undefined ? {} : { legalBasis }) };
}

/** How the changes of the concepts at a path are sent. */
function createSenders(path: string) {
  return {
    put: ({ id, revision }: KeptConcept, part: string, body: unknown): Send<ConceptChange> => {
      const address = `${path}/${id}${part}`;
      return (query) => putJson(address + query, body, conceptChangeSchema, { revision });
    },
    separate: ({ id, revision }: KeptConcept): Send<ConceptChange> => {
      const address = `${path}/${id}/merged-into`;
      return (query) => deleteJson(address + query, conceptChangeSchema, { revision });
    },
    split: ({ id, revision }: KeptConcept, split: ConceptSplit) => {
      const address = `${path}/${id}/split`;
      return (query: string) => postJson(address + query, split, splitConceptSchema, { revision });
    },
  };
}

/** Makes changes to the concepts of a dossier's codebook. */
export function createConceptChanges(
  slug: string,
  { ask, make }: Pick<Changes, 'ask' | 'make'>,
): ConceptChanges {
  const spoken = language.value;
  const messages = codebookMessages[spoken];
  const path = `/dossiers/${slug}/codebook/concepts`;
  const { put, separate, split } = createSenders(path);
  const saying =
    (say: (name: string, codings: number) => string, isRepeatable = false) =>
    ({ concept, codings }: ConceptChange): Done => ({
      text: say(concept.label[spoken], codings),
      revision: concept.revision,
      isRepeatable,
    });
  const tried = <T extends { readonly codings: number }>(
    send: Send<T>,
    toDone: (made: T) => Done,
  ): TriedChange => ({
    tryOut: () => ask(async () => (await send('?preview=true')).codings),
    make: () => make(async () => toDone(await send(''))),
  });
  return {
    add: (draft) =>
      make(async () => saying(messages.added)(await postJson(path, draft, conceptChangeSchema))),
    save: (seen, update) => make(async () => saying(messages.saved, true)(await put(seen, '', update)(''))),
    place: (seen, before) =>
      make(async () => saying(messages.moved, true)(await put(seen, '/place', { before })(''))),
    retire: (seen, isRetired) => {
      const update = { ...updateOf(seen), ...(isRetired ? { retired: true } : {}) };
      return tried(put(seen, '', update), saying(isRetired ? messages.nowRetired : messages.nowUsed, true));
    },
    merge: (seen, into) => {
      const say = (name: string, codings: number) =>
        messages.merged(name, into.label[spoken], messages.codings(codings));
      return tried(put(seen, '/merged-into', { into: into.id }), saying(say));
    },
    separate: (seen) => tried(separate(seen), saying(messages.separated)),
    split: (seen, parts) =>
      tried(split(seen, parts), ({ codings, revision }) => ({
        text: messages.wasSplit(seen.label[spoken], messages.codings(codings)),
        revision,
        isRepeatable: true,
      })),
  };
}
