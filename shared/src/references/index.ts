export { addOtherKinds } from './add-other-kinds.ts';
export { type BillArticle, readBillArticles } from './bill-articles.ts';
export { canonicalAddress, mediaTypeOfAddress, withoutPlace } from './canonical-address.ts';
export {
  CitationIndex,
  type Citer,
  type GatheredArticle,
  type GatheredSource,
} from './citation-index.ts';
export { nameOfCommissionDocument } from './commission-documents.ts';
export { findEcli } from './ecli.ts';
export {
  areOfDifferentDocuments,
  type DocumentIdentity,
  findDocument,
  findNamesake,
  identityKeys,
} from './find-document.ts';
export { findReferences } from './find-references.ts';
export { findSection } from './find-section.ts';
export type { Heading } from './headings.ts';
export { identifiersOfAddress } from './identifiers.ts';
export { issuerOfSite } from './issuer-of-site.ts';
export { findKnownLaw } from './laws.ts';
export { isNameOfMedium, mediumOfSite } from './medium-of-site.ts';
export {
  type CitingWords,
  citedInPassage,
  createPassageReader,
  distinctCitations,
} from './passage-citations.ts';
export { type CitedPlace, type PlacedCitation, placeCitations } from './place-citations.ts';
export { proposeSourceType } from './propose-source-type.ts';
export { type PublicationId, parsePublicationId, toPublicationId } from './publication-id.ts';
export { type FoundQuantity, findQuantities } from './quantities.ts';
export { type Citation, type CitedSource, readCitations } from './read-citations.ts';
export { introductionLength, readTextClues } from './read-text-clues.ts';
export { readTitlePage } from './read-title-page.ts';
export { readUnionTitle } from './read-union-title.ts';
export { type PaperDetails, type Reference, type ReferenceKind, referenceKinds } from './reference.ts';
export { type SourceGroup, sourceGroups } from './source-groups.ts';
export { findSpeech, type Speech } from './speeches.ts';
export type { TextClues } from './text-clues.ts';
export { toJudge } from './to-judge.ts';
export { toProvision } from './to-provision.ts';
