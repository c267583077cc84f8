import type { KeptConcept } from '@waarborg/shared/codebook';
import { beginEdit, type FieldEdit, rebaseEdit } from '../edits/field-edit.ts';
import { type ConceptField, toTyped } from './typed-concept.ts';

/** A concept that is being changed: what was typed, and over which version of it. */
export interface ConceptEdit extends FieldEdit<ConceptField> {
  /** The version that it was typed over, as it was; for its id, and for what no field has. */
  readonly concept: KeptConcept;
}

/** Begins to change a concept. */
export function beginConceptEdit(concept: KeptConcept): ConceptEdit {
  return { concept, ...beginEdit(toTyped(concept)) };
}

/** An edit over the version that is there now. */
export function rebaseConceptEdit(edit: ConceptEdit, concept: KeptConcept): ConceptEdit {
  if (concept.revision === edit.concept.revision) return edit;
  return { ...rebaseEdit(edit, toTyped(concept)), concept };
}
