export { canonicalAddress } from './canonical-address.ts';
export { findEcli } from './case-law.ts';
export { type DocumentIdentity, findDocument, identityKeys } from './find-document.ts';
export { findReferences } from './find-references.ts';
export { findSection } from './find-section.ts';
export {
  type CitingPassage,
  type CitingText,
  type GatheredArticle,
  type GatheredSource,
  gatherCitations,
} from './gather-citations.ts';
export { identifiersOfAddress } from './identifiers.ts';
export { knownLaws } from './laws.ts';
export { citedInPassage, distinctCitations } from './passage-citations.ts';
export { type PublicationId, parsePublicationId, toPublicationId } from './publication-id.ts';
export { type FoundQuantity, findQuantities } from './quantities.ts';
export {
  type Citation,
  type CitedSource,
  readCitations,
  type SourceGroup,
  sourceGroups,
} from './read-citations.ts';
export { readTextClues, type TextClues } from './read-text-clues.ts';
export { type PaperDetails, type Reference, type ReferenceKind, referenceKinds } from './reference.ts';
export { findSpeech, type Speech } from './speeches.ts';
