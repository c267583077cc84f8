import type {
  Codebook,
  Concept,
  ConceptGroup,
  KeptCodebook,
  KeptConcept,
  KeptConceptGroup,
} from '@waarborg/shared/codebook';
import type { Selectable } from 'kysely';
import type { Change, Database, Executor, Hindrance, ItemStore, Versions } from '../database/index.ts';

/** A concept with its place among all concepts, as the log keeps it. */
export type PlacedConcept = KeptConcept & { readonly position: number };
/** A group with its place among all groups, as the log keeps it. */
export type PlacedGroup = KeptConceptGroup & { readonly position: number };

function toGroup(row: Selectable<Database['concept_group']>): PlacedGroup {
  return {
    id: row.id,
    kind: row.kind as ConceptGroup['kind'],
    label: JSON.parse(row.label) as ConceptGroup['label'],
    position: row.position,
    revision: row.revision,
  };
}

function toConcept(row: Selectable<Database['concept']>): PlacedConcept {
  return { ...(JSON.parse(row.concept) as Concept), position: row.position, revision: row.revision };
}

/** Groups and concepts of a dossier, each in their order. */
async function listParts(
  database: Executor,
  dossier: string,
): Promise<{ groups: PlacedGroup[]; concepts: PlacedConcept[] }> {
  const groups = await database
    .selectFrom('concept_group')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const concepts = await database
    .selectFrom('concept')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return { groups: groups.map(toGroup), concepts: concepts.map(toConcept) };
}

/** The codebook of a dossier, in its order. */
export async function getCodebook(database: Executor, dossier: string): Promise<KeptCodebook> {
  const withoutPlace = <T extends { position: number }>({ position: _, ...part }: T) => part;
  const { groups, concepts } = await listParts(database, dossier);
  return { groups: groups.map(withoutPlace), concepts: concepts.map(withoutPlace) };
}

/** Which of these concepts the codebook of a dossier has, as `kind id`. */
export async function listKnownConcepts(
  database: Executor,
  dossier: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database
    .selectFrom('concept')
    .select(['kind', 'id'])
    .where('dossier_id', '=', dossier)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
}

/** Groups and concepts as the log keeps them, by their ids in the log. */
export async function listCodebookItems(
  database: Executor,
  dossier: string,
): Promise<[string, PlacedConcept | PlacedGroup][]> {
  const { groups, concepts } = await listParts(database, dossier);
  return [
    ...groups.map((group): [string, PlacedGroup] => [`group/${group.id}`, group]),
    ...concepts.map((concept): [string, PlacedConcept] => [`concept/${concept.id}`, concept]),
  ];
}

/** One concept of a dossier. */
export async function findConcept(
  database: Executor,
  dossier: string,
  id: string,
): Promise<PlacedConcept | undefined> {
  const row = await database
    .selectFrom('concept')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toConcept(row);
}

/** One group of a dossier's codebook. */
export async function findGroup(
  database: Executor,
  dossier: string,
  id: string,
): Promise<PlacedGroup | undefined> {
  const row = await database
    .selectFrom('concept_group')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toGroup(row);
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
  const { concepts } = await listParts(transaction, dossier);
  return concepts.filter((concept) => concept.group === group);
}

/** Adds, changes or removes a concept, and logs it. */
export async function saveConcept(
  { transaction, dossier, revision, record }: Change,
  id: string,
  { before, after }: Versions<PlacedConcept>,
): Promise<PlacedConcept | undefined> {
  const saved = after && { ...after, id, revision };
  if (saved) {
    const { position, revision: _, ...concept } = saved;
    const row = { kind: saved.kind, position, concept: JSON.stringify(concept), revision };
    if (before) {
      await transaction
        .updateTable('concept')
        .set(row)
        .where('dossier_id', '=', dossier)
        .where('id', '=', id)
        .execute();
    } else {
      await transaction
        .insertInto('concept')
        .values({ ...row, id, dossier_id: dossier })
        .execute();
    }
  } else {
    await transaction.deleteFrom('concept').where('dossier_id', '=', dossier).where('id', '=', id).execute();
  }
  record({ kind: 'codebook', id: `concept/${id}`, before, after: saved });
  return saved;
}

/** Adds, changes or removes a group, and logs it. */
export async function saveGroup(
  { transaction, dossier, revision, record }: Change,
  id: string,
  { before, after }: Versions<PlacedGroup>,
): Promise<PlacedGroup | undefined> {
  const saved = after && { ...after, id, revision };
  if (saved) {
    const { kind, label, position } = saved;
    const row = { kind, position, label: JSON.stringify(label), revision };
    if (before) {
      await transaction
        .updateTable('concept_group')
        .set(row)
        .where('dossier_id', '=', dossier)
        .where('id', '=', id)
        .execute();
    } else {
      await transaction
        .insertInto('concept_group')
        .values({ ...row, id, dossier_id: dossier })
        .execute();
    }
  } else {
    await transaction
      .deleteFrom('concept_group')
      .where('dossier_id', '=', dossier)
      .where('id', '=', id)
      .execute();
  }
  record({ kind: 'codebook', id: `group/${id}`, before, after: saved });
  return saved;
}

/** Gives a dossier its first codebook. */
export async function saveCodebook(change: Change, codebook: Codebook): Promise<void> {
  const { revision } = change;
  for (const [position, group] of codebook.groups.entries()) {
    await saveGroup(change, group.id, { after: { ...group, position, revision } });
  }
  for (const [position, concept] of codebook.concepts.entries()) {
    await saveConcept(change, concept.id, { after: { ...concept, position, revision } });
  }
}

/** Pointers of a concept that lead nowhere, to another kind, or back to where they begin. */
export async function findBrokenPointers(
  { transaction, dossier }: Change,
  concept: PlacedConcept,
): Promise<Hindrance[]> {
  const group = await findGroup(transaction, dossier, concept.group);
  const hindrances = group?.kind === concept.kind ? [] : [{ field: 'group', subject: concept.group }];
  const seen = new Set([concept.id]);
  for (let next = concept.mergedInto; next !== undefined; ) {
    const found = seen.has(next) ? undefined : await findConcept(transaction, dossier, next);
    if (found?.kind !== concept.kind) return [...hindrances, { field: 'mergedInto', subject: next }];
    seen.add(next);
    next = found.mergedInto;
  }
  return hindrances;
}

/** What names a concept, so that it cannot go. */
async function findUses(
  change: Change,
  id: string,
  concept: PlacedConcept | undefined,
): Promise<Hindrance[]> {
  const { transaction, dossier } = change;
  const { concepts } = await getCodebook(transaction, dossier);
  const merged = concepts.filter(({ mergedInto }) => mergedInto === id);
  const coding = await transaction
    .selectFrom('coding')
    .select('annotation_id')
    .where('dossier_id', '=', dossier)
    .where(concept?.kind ?? 'safeguard', '=', id)
    .limit(1)
    .executeTakeFirst();
  const reading = await transaction
    .selectFrom('reading')
    .select('document_id')
    .where('dossier_id', '=', dossier)
    .where('safeguard', '=', id)
    .limit(1)
    .executeTakeFirst();
  const dismissal = await transaction
    .selectFrom('dismissal')
    .select('document_id')
    .where('dossier_id', '=', dossier)
    .where('safeguard', '=', id)
    .limit(1)
    .executeTakeFirst();
  return [
    ...merged.map((other) => ({ field: 'mergedInto', subject: other.id })),
    ...(coding ? [{ field: concept?.kind ?? 'safeguard', subject: coding.annotation_id }] : []),
    ...(reading ? [{ field: 'readings', subject: reading.document_id }] : []),
    ...(dismissal ? [{ field: 'dismissals', subject: dismissal.document_id }] : []),
  ];
}

const conceptItems: ItemStore<PlacedConcept> = {
  find: findConcept,
  save: saveConcept,
  async findHindrances(change, id, { before, after }) {
    return after ? findBrokenPointers(change, after) : findUses(change, id, before);
  },
};

const groupItems: ItemStore<PlacedGroup> = {
  find: findGroup,
  save: saveGroup,
  async findHindrances(change, id, { after }) {
    if (after) return [];
    const members = await listGroupMembers(change, id);
    return members.map((member) => ({ field: 'group', subject: member.id }));
  },
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
