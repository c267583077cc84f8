export {
  type Annotation,
  type AnnotationDraft,
  addressSchema,
  annotationDraftSchema,
  annotationSchema,
  maxCodings,
} from './annotation.ts';
export {
  type Coding,
  type CodingDraft,
  codingDraftSchema,
  codingSchema,
  type Quantity,
  quantityDraftSchema,
  quantitySchema,
  speakersOf,
} from './coding.ts';
export { conceptIdSchema, nameSchema, sha256Schema, textSchema, uuidSchema } from './identifiers.ts';
export {
  maxConceptIdLength,
  maxNoteLength,
  maxProvisionLength,
  maxQuoteLength,
  maxRanges,
  maxReasonLength,
  maxRenditionLength,
  maxSpeakerNameLength,
  maxUnitLength,
} from './limits.ts';
export {
  type PassageRange,
  passageRangeSchema,
  passageRangesSchema,
  type Section,
  sectionSchema,
} from './passage.ts';
export {
  type Basis,
  bases,
  type Direction,
  directions,
  type Measure,
  measures,
  type Stage,
  type Status,
  stages,
  statuses,
} from './values.ts';
export { statementOf, withoutRepeats } from './without-repeats.ts';
