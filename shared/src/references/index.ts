export { canonicalAddress } from './canonical-address.ts';
export { type DocumentIdentity, findDocument, identityKeys } from './find-document.ts';
export { findEcli, identifiersOfAddress, toPublicationId } from './identifiers.ts';
