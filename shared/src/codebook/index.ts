export {
  type Bilingual,
  type Codebook,
  type Concept,
  type ConceptGroup,
  codebookSchema,
  conceptGroupSchema,
  conceptSchema,
  maxShortLabelLength,
} from './concept.ts';
export { defaultCodebook } from './default-codebook.ts';
