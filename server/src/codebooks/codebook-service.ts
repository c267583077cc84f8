import { isDeepStrictEqual } from 'node:util';
import type { ConceptChange, ConceptSplit, SplitConcept } from '@waarborg/shared/api';
import type { ConceptDraft, ConceptUpdate, KeptConcept } from '@waarborg/shared/codebook';
import { annotationItems, saveAnnotation } from '../annotations/annotation-store.ts';
import {
  applyChange,
  type Change,
  describeChange,
  type Executor,
  previewChange,
  type Writer,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { refuseHindrances } from '../history/refuse-hindrances.ts';
import {
  concepts,
  findBrokenPointers,
  listGroupMembers,
  nextPosition,
  type PlacedConcept,
} from './codebook-store.ts';
import { countCodings, listCodings } from './concept-codings-store.ts';
import { moveAmong } from './move-among.ts';

/** Who changes the codebook, and whether the change is only tried. */
export interface CodebookWriter extends Writer {
  readonly isPreview: boolean;
}

function apply<T>(
  database: Executor,
  writer: CodebookWriter,
  operation: string,
  write: (change: Change) => Promise<T>,
): Promise<T> {
  const description = describeChange(writer, operation);
  return (writer.isPreview ? previewChange : applyChange)(database, description, write);
}

function toKept({ position: _, ...concept }: PlacedConcept): KeptConcept {
  return concept;
}

const getConcept = ({ transaction, dossier }: Change, id: string, path?: string) =>
  concepts.get(transaction, dossier, id, path);

async function save(
  change: Change,
  before: PlacedConcept | undefined,
  after: PlacedConcept,
): Promise<PlacedConcept> {
  refuseHindrances(
    await findBrokenPointers(change, after),
    'invalid-request',
    (id) => `${id} is not there, of another kind, or leads back to this one`,
  );
  await concepts.save(change, after.id, { before, after });
  return getConcept(change, after.id);
}

async function describe(change: Change, concept: PlacedConcept): Promise<ConceptChange> {
  return { concept: toKept(concept), codings: await countCodings(change, concept) };
}

/** Within a change: adds a concept at the end of its group. */
export async function addConceptWithin(change: Change, draft: ConceptDraft): Promise<PlacedConcept> {
  await concepts.assertFree(change, draft.id);
  const position = await nextPosition(change, 'concept');
  return save(change, undefined, { ...draft, position, revision: change.revision });
}

/** Adds a concept. Its id is for ever. */
export function addConcept(database: Executor, writer: CodebookWriter, draft: ConceptDraft) {
  return apply(database, writer, 'add-concept', async (change) =>
    describe(change, await addConceptWithin(change, draft)),
  );
}

/**
 * Changes a concept of the given version: its names, its definition, its terms, its group, whether it is retired. In
 * another group it comes last.
 */
export function updateConcept(
  database: Executor,
  writer: CodebookWriter,
  { id, update, expected }: { id: string; update: ConceptUpdate; expected: ExpectedVersion },
): Promise<ConceptChange> {
  return apply(database, writer, 'update-concept', async (change) => {
    const before = await getConcept(change, id);
    assertVersion(toKept(before), expected);
    const { kind, mergedInto, position, revision } = before;
    const place = update.group === before.group ? position : await nextPosition(change, 'concept');
    const kept = { id, kind, position: place, revision, ...(mergedInto ? { mergedInto } : {}) };
    const after = { ...update, ...kept };
    if (isDeepStrictEqual(after, before)) return describe(change, before);
    return describe(change, await save(change, before, after));
  });
}

/** Moves a concept of the given version before another one of its group, or to the end of it. */
export function placeConcept(
  database: Executor,
  writer: CodebookWriter,
  { id, before, expected }: { id: string; before?: string | undefined; expected: ExpectedVersion },
): Promise<ConceptChange> {
  return apply(database, writer, 'place-concept', async (change) => {
    const concept = await getConcept(change, id);
    assertVersion(toKept(concept), expected);
    const members = await listGroupMembers(change, concept.group);
    const known = new Map(members.map((member) => [member.id, member]));
    if (before !== undefined && (before === id || !known.has(before))) {
      throw new ApiError('invalid-request', [
        { path: 'before', message: `is no other concept of group ${concept.group}` },
      ]);
    }
    for (const moved of moveAmong(members, id, before)) {
      await concepts.save(change, moved.id, { before: known.get(moved.id), after: moved });
    }
    return describe(change, await getConcept(change, id));
  });
}

/** Within a change: merges a concept that counts for itself into another one. */
export async function mergeConceptWithin(change: Change, id: string, into: string): Promise<PlacedConcept> {
  const before = await getConcept(change, id);
  return save(change, before, { ...before, mergedInto: into });
}

/** Merges a concept into another one by a pointer: its codings count for the other, and none is rewritten. */
export function mergeConcept(
  database: Executor,
  writer: CodebookWriter,
  { id, into, expected }: { id: string; into: string; expected: ExpectedVersion | undefined },
): Promise<ConceptChange> {
  return apply(database, writer, 'merge-concept', async (change) => {
    const before = await getConcept(change, id);
    await getConcept(change, into, 'into');
    if (before.mergedInto === into) return describe(change, before);
    if (before.mergedInto) throw new ApiError('already-merged', [{ path: 'id', message: before.mergedInto }]);
    assertVersion(toKept(before), expected);
    return describe(change, await save(change, before, { ...before, mergedInto: into }));
  });
}

/** Separates a merged concept again. */
export function separateConcept(
  database: Executor,
  writer: CodebookWriter,
  { id, expected }: { id: string; expected: ExpectedVersion | undefined },
): Promise<ConceptChange> {
  return apply(database, writer, 'separate-concept', async (change) => {
    const before = await getConcept(change, id);
    assertVersion(toKept(before), expected);
    if (before.mergedInto === undefined) throw new ApiError('not-merged');
    const { mergedInto: _, ...after } = before;
    return describe(change, await save(change, before, after));
  });
}

/** Where each coding of a concept goes; those that stay are left out. */
async function divide(
  change: Change,
  concept: PlacedConcept,
  { codings, others }: ConceptSplit,
): Promise<Map<string, Map<string, string>>> {
  const own = await listCodings(change, concept);
  const known = new Set(own.map(({ id }) => id));
  const errors = codings.flatMap(({ id }, index) =>
    known.has(id) ? [] : [{ path: `codings[${index}].id`, message: `is no coding of ${concept.id}` }],
  );
  if (errors.length > 0) throw new ApiError('invalid-request', errors);
  const chosen = new Map(codings.map(({ id, concept: target }) => [id, target]));
  const byAnnotation = new Map<string, Map<string, string>>();
  for (const { id, annotation } of own) {
    const target = chosen.get(id) ?? others;
    if (target === undefined || target === concept.id) continue;
    const moves = byAnnotation.get(annotation) ?? new Map<string, string>();
    byAnnotation.set(annotation, moves.set(id, target));
  }
  return byAnnotation;
}

async function assertTargets(change: Change, kind: KeptConcept['kind'], targets: ReadonlySet<string>) {
  for (const target of targets) {
    const found = await concepts.find(change.transaction, change.dossier, target);
    if (found?.kind !== kind) throw new ApiError('concept-unknown', [{ path: 'codings', message: target }]);
  }
}

/**
 * Divides the codings of a concept among new or other ones. A moved coding keeps its review: a curator moved it,
 * and what it says of the passage is the same.
 */
export function splitConcept(
  database: Executor,
  writer: CodebookWriter,
  { id, split, expected }: { id: string; split: ConceptSplit; expected: ExpectedVersion | undefined },
): Promise<SplitConcept> {
  return apply(database, writer, 'split-concept', async (change) => {
    const concept = await getConcept(change, id);
    assertVersion(toKept(concept), expected);
    const { kind } = concept;
    const added: PlacedConcept[] = [];
    for (const draft of split.concepts) {
      if (draft.kind !== kind)
        throw new ApiError('invalid-request', [{ path: 'concepts', message: `are of kind ${kind}` }]);
      added.push(await addConceptWithin(change, draft));
    }
    const moves = await divide(change, concept, split);
    const targets = [...moves.values()].flatMap((own) => [...own.values()]);
    await assertTargets(change, kind, new Set([...targets, ...(split.others ? [split.others] : [])]));
    for (const [annotation, own] of moves) {
      const before = await annotationItems.find(change.transaction, change.dossier, annotation);
      if (!before) throw new RangeError(`annotation ${annotation} has a coding and is not there`);
      const codings = before.codings.map((coding) => ({
        ...coding,
        [kind]: own.get(coding.id) ?? coding[kind],
      }));
      await saveAnnotation(change, annotation, { before, after: { ...before, codings } });
    }
    const isChange = added.length + moves.size > 0;
    return {
      concepts: added.map(toKept),
      codings: targets.length,
      ...(isChange ? { revision: change.revision } : {}),
    };
  });
}
