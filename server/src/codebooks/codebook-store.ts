import type {
  Codebook,
  Concept,
  ConceptGroup,
  KeptCodebook,
  KeptConcept,
  KeptConceptGroup,
} from '@waarborg/shared/codebook';
import { sql } from 'kysely';
import {
  type Change,
  createItemRows,
  type Executor,
  findBrokenPointer,
  type Hindrance,
  type ItemStore,
  prepareQuery,
  type Reading,
} from '../database/index.ts';

/** A concept with its place among all concepts, as the log keeps it. */
export type PlacedConcept = KeptConcept & { readonly position: number };
/** A group with its place among all groups, as the log keeps it. */
export type PlacedGroup = KeptConceptGroup & { readonly position: number };

/** Concepts as they are kept. */
export const concepts = createItemRows<'concept', PlacedConcept>({
  table: 'concept',
  kind: 'codebook',
  prefix: 'concept/',
  missing: 'concept-not-found',
  taken: 'concept-exists',
  hasOwnIds: true,
  toItem: ({ concept, position, revision }) => ({ ...(JSON.parse(concept) as Concept), position, revision }),
  toRow: ({ position, revision: _, ...concept }) => ({
    ...{ kind: concept.kind, position, concept: JSON.stringify(concept) },
  }),
});

/** Groups as they are kept. */
export const groups = createItemRows<'concept_group', PlacedGroup>({
  table: 'concept_group',
  kind: 'codebook',
  prefix: 'group/',
  missing: 'group-not-found',
  taken: 'concept-exists',
  hasOwnIds: true,
  toItem: ({ id, kind, label, position, revision }) => ({
    ...{ id, kind: kind as ConceptGroup['kind'], position, revision },
    label: JSON.parse(label) as ConceptGroup['label'],
  }),
  toRow: ({ kind, position, label }) => ({ kind, position, label: JSON.stringify(label) }),
});

/** Groups and concepts of a dossier, each in their order. */
async function listParts(
  database: Executor,
  dossier: string,
): Promise<{ groups: PlacedGroup[]; concepts: PlacedConcept[] }> {
  const groupRows = await groups.select(database, dossier).orderBy('position').orderBy('id').execute();
  const conceptRows = await concepts.select(database, dossier).orderBy('position').orderBy('id').execute();
  return { groups: groupRows.map(groups.toItem), concepts: conceptRows.map(concepts.toItem) };
}

/** The codebook of a dossier, in its order. */
export async function getCodebook(database: Executor, dossier: string): Promise<KeptCodebook> {
  const withoutPlace = <T extends { position: number }>({ position: _, ...part }: T) => part;
  const parts = await listParts(database, dossier);
  return { groups: parts.groups.map(withoutPlace), concepts: parts.concepts.map(withoutPlace) };
}

const selectKinds = prepareQuery((database, dossier: string, ids: readonly string[]) =>
  database
    .selectFrom('concept')
    .select(['kind', 'id'])
    .where('dossier_id', '=', dossier)
    .where('id', 'in', ids),
);

async function listKinds({ transaction, dossier }: Reading, ids: readonly string[]) {
  return Map.groupBy(await selectKinds(transaction, dossier, ids), ({ id }) => id);
}

/** Which of these concepts the codebook of a dossier has, as `kind id`; asks for those that no change has asked for. */
export async function recallConcepts(reading: Reading, ids: readonly string[]): Promise<Set<string>> {
  const known = reading.recall('codebook', () => new Map<string, ReturnType<typeof listKinds>>());
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) {
    const kinds = listKinds(reading, missing);
    for (const id of missing) known.set(id, kinds);
  }
  const found = await Promise.all(ids.map(async (id) => (await known.get(id))?.get(id) ?? []));
  return new Set(found.flat().map(({ kind, id }) => `${kind} ${id}`));
}

/** Groups and concepts as the log keeps them, by their ids in the log. */
export async function listCodebookItems(
  database: Executor,
  dossier: string,
): Promise<[string, PlacedConcept | PlacedGroup][]> {
  const parts = await listParts(database, dossier);
  return [
    ...parts.groups.map((group): [string, PlacedGroup] => [`group/${group.id}`, group]),
    ...parts.concepts.map((concept): [string, PlacedConcept] => [`concept/${concept.id}`, concept]),
  ];
}

/** The place after the last concept, or after the last group. */
export async function nextPosition(
  { transaction, dossier }: Change,
  table: 'concept' | 'concept_group',
): Promise<number> {
  const { last } = await transaction
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('last'))
    .where('dossier_id', '=', dossier)
    .executeTakeFirstOrThrow();
  return Number(last ?? -1) + 1;
}

/** The groups of a codebook, in their order. */
export async function listGroups({ transaction, dossier }: Change): Promise<PlacedGroup[]> {
  return (await listParts(transaction, dossier)).groups;
}

/** The concepts of a group, merged and retired ones too, in their order. */
export async function listGroupMembers(
  { transaction, dossier }: Change,
  group: string,
): Promise<PlacedConcept[]> {
  const parts = await listParts(transaction, dossier);
  return parts.concepts.filter((concept) => concept.group === group);
}

/** What stands in a group, so that it cannot go. */
export async function findMembers(change: Change, group: string): Promise<Hindrance[]> {
  const members = await listGroupMembers(change, group);
  return members.map(({ id }) => ({ field: 'group', subject: id }));
}

/** That safeguards which something names are not there; `field` is where it names them. */
export async function findMissingSafeguards(
  change: Change,
  field: string,
  safeguards: readonly string[],
): Promise<Hindrance[]> {
  const known = await recallConcepts(change, safeguards);
  return safeguards
    .filter((safeguard) => !known.has(`safeguard ${safeguard}`))
    .map((subject) => ({ field, subject }));
}

/** Gives a dossier its first codebook. */
export async function saveCodebook(change: Change, codebook: Codebook): Promise<void> {
  const { revision } = change;
  for (const [position, group] of codebook.groups.entries()) {
    await groups.save(change, group.id, { after: { ...group, position, revision } });
  }
  for (const [position, concept] of codebook.concepts.entries()) {
    await concepts.save(change, concept.id, { after: { ...concept, position, revision } });
  }
}

/** Pointers of a concept that lead nowhere, to another kind, or back to where they begin. */
export async function findBrokenPointers(
  { transaction, dossier }: Change,
  concept: PlacedConcept,
): Promise<Hindrance[]> {
  const group = await groups.find(transaction, dossier, concept.group);
  const broken = await findBrokenPointer(
    concept.id,
    concept.mergedInto,
    async (id) => {
      const found = await concepts.find(transaction, dossier, id);
      return found?.kind === concept.kind ? found : undefined;
    },
    ({ mergedInto }) => mergedInto,
  );
  return [
    ...(group?.kind === concept.kind ? [] : [{ field: 'group', subject: concept.group }]),
    ...(broken === undefined ? [] : [{ field: 'mergedInto', subject: broken }]),
  ];
}

/** Most things that are named of those that stand in the way. */
const namedUses = 20;

/** What names a concept, so that it cannot go. */
async function findUses(
  { transaction, dossier }: Change,
  id: string,
  kind: PlacedConcept['kind'],
): Promise<Hindrance[]> {
  const { concepts: all } = await getCodebook(transaction, dossier);
  const merged = all.filter(({ mergedInto }) => mergedInto === id);
  const { rows } = await sql<Hindrance>`
    select ${sql.lit(kind)} as field, annotation_id as subject from coding
      where dossier_id = ${dossier} and ${sql.ref(kind)} = ${id}
    union all select 'readings', document_id from reading where dossier_id = ${dossier} and safeguard = ${id}
    union all select 'dismissals', document_id from dismissal where dossier_id = ${dossier} and safeguard = ${id}
    limit ${sql.lit(namedUses)}`.execute(transaction);
  return [...merged.map((other) => ({ field: 'mergedInto', subject: other.id })), ...rows];
}

const conceptItems: ItemStore<PlacedConcept> = {
  ...concepts,
  async findHindrances(change, id, { before, after }) {
    if (after) return findBrokenPointers(change, after);
    return findUses(change, id, before?.kind ?? 'safeguard');
  },
};

const groupItems: ItemStore<PlacedGroup> = {
  ...groups,
  findHindrances: async (change, id, { after }) => (after ? [] : findMembers(change, id)),
};

/** Concepts and groups, told apart by their ids in the log: `concept/voornemen`, `group/after-the-interview`. */
export const codebookItems: ItemStore = {
  find: (executor, dossier, item) => {
    const { store, id } = readItemId(item);
    return store.find(executor, dossier, id);
  },
  save: (change, item, versions) => {
    const { store, id } = readItemId(item);
    return store.save(change, id, versions);
  },
  findHindrances: (change, item, versions) => {
    const { store, id } = readItemId(item);
    return store.findHindrances(change, id, versions);
  },
};

function readItemId(item: string): { store: ItemStore; id: string } {
  const [, part, id = ''] = /^(concept|group)\/(.+)$/u.exec(item) ?? [];
  return { store: part === 'group' ? groupItems : conceptItems, id };
}
