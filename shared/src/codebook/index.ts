export {
  type Bilingual,
  type Codebook,
  type Concept,
  type ConceptDraft,
  type ConceptGroup,
  type ConceptKind,
  type ConceptUpdate,
  codebookSchema,
  conceptDraftSchema,
  conceptGroupSchema,
  conceptKinds,
  conceptSchema,
  conceptUpdateSchema,
  type KeptCodebook,
  type KeptConcept,
  type KeptConceptGroup,
  keptCodebookSchema,
  keptConceptGroupSchema,
  keptConceptSchema,
  maxLabelLength,
  maxLegalBasisLength,
  maxShortLabelLength,
  maxTermLength,
} from './concept.ts';
export { idOfGroup, idOfName, procedureAsAWhole, proposeId } from './concept-ids.ts';
export { countedFor } from './counted-for.ts';
export { defaultCodebook } from './default-codebook.ts';
export { offeredConcepts } from './offered-concepts.ts';
