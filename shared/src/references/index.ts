export { canonicalAddress } from './canonical-address.ts';
export { findEcli } from './case-law.ts';
export { type DocumentIdentity, findDocument, identityKeys } from './find-document.ts';
export { findReferences } from './find-references.ts';
export { identifiersOfAddress } from './identifiers.ts';
export { toPublicationId } from './publication-id.ts';
export { type FoundQuantity, findQuantities } from './quantities.ts';
export { type PaperDetails, type Reference, type ReferenceKind, referenceKinds } from './reference.ts';
export { findSpeech, type Speech } from './speeches.ts';
