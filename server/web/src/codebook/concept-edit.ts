import type { KeptConcept } from '@waarborg/shared/codebook';
import { type ConceptField, conceptFields, type TypedConcept, toTyped } from './typed-concept.ts';

/** A concept that is being changed: what was typed, and over which version of it. */
export interface ConceptEdit {
  /** The version that it was typed over, as it was; for its id, and for what no field has. */
  readonly concept: KeptConcept;
  readonly typed: TypedConcept;
  /** What somebody else made meanwhile of fields in which something else was typed. */
  readonly theirs: Partial<TypedConcept>;
}

/** Begins to change a concept. */
export function beginEdit(concept: KeptConcept): ConceptEdit {
  return { concept, typed: toTyped(concept), theirs: {} };
}

/**
 * An edit over the version that is there now: fields in which nothing was typed follow it, and what was typed stays.
 * Where both changed a field, `theirs` tells what the other one made of it; two who typed the same agree.
 */
export function rebaseEdit(edit: ConceptEdit, concept: KeptConcept): ConceptEdit {
  if (concept.revision === edit.concept.revision) return edit;
  const [base, now] = [toTyped(edit.concept), toTyped(concept)];
  const fields = conceptFields.map((field) => {
    const own = edit.typed[field];
    const isTheirs = now[field] !== base[field] || field in edit.theirs;
    const isOwn = own !== base[field];
    return { field, typed: isOwn ? own : now[field], isDisputed: isOwn && isTheirs && own !== now[field] };
  });
  const disputed = fields.filter(({ isDisputed }) => isDisputed);
  return {
    concept,
    typed: Object.fromEntries(fields.map(({ field, typed }) => [field, typed])) as TypedConcept,
    theirs: Object.fromEntries(disputed.map(({ field }) => [field, now[field]])),
  };
}

/** The edit with something else typed in a field. */
export function typeInto(edit: ConceptEdit, field: ConceptField, value: string): ConceptEdit {
  return { ...edit, typed: { ...edit.typed, [field]: value } };
}

/** The fields in which something else was typed than somebody else made of them meanwhile, with what that is. */
export function disputedFields({ typed, theirs }: ConceptEdit): [ConceptField, string][] {
  return conceptFields.flatMap((field): [ConceptField, string][] => {
    const made = theirs[field];
    return made === undefined || made === typed[field] ? [] : [[field, made]];
  });
}
