import type { KeptConcept } from '@waarborg/shared/codebook';
import { useState } from 'preact/hooks';
import { isTyped } from '../edits/field-edit.ts';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { beginConceptEdit, type ConceptEdit, rebaseConceptEdit } from './concept-edit.ts';

/** The concepts that are being changed on the page. What was typed stays wherever its concept goes meanwhile. */
export interface ConceptEdits {
  /** What was typed over a concept, over its newest version; undefined while it is not being changed. */
  of(concept: KeptConcept): ConceptEdit | undefined;
  /** Edits of concepts that are none of these any more. */
  without(concepts: readonly KeptConcept[]): ConceptEdit[];
  begin(concept: KeptConcept): void;
  change(edit: ConceptEdit): void;
  close(id: string): void;
}

/** Keeps what is being typed. */
export function useConceptEdits(): ConceptEdits {
  const [edits, setEdits] = useState<ReadonlyMap<string, ConceptEdit>>(new Map());
  useTypedWarning([...edits.values()].some(isTyped));
  const change = (edit: ConceptEdit) => setEdits((current) => new Map(current).set(edit.concept.id, edit));
  return {
    of(concept) {
      const edit = edits.get(concept.id);
      return edit && rebaseConceptEdit(edit, concept);
    },
    without(concepts) {
      const ids = new Set(concepts.map(({ id }) => id));
      return [...edits.values()].filter(({ concept }) => !ids.has(concept.id));
    },
    begin: (concept) => change(beginConceptEdit(concept)),
    change,
    close: (id) =>
      setEdits((current) => {
        const next = new Map(current);
        next.delete(id);
        return next;
      }),
  };
}
