export {
  type DocumentAddress,
  type DocumentDraft,
  type DocumentIdentifier,
  documentAddressSchema,
  documentDateSchema,
  documentDraftSchema,
  documentIdentifierSchema,
  documentSchema,
  identifierSchemes,
  maxTitleLength,
  type Rendition,
  type RenditionDraft,
  renditionDraftSchema,
  renditionSchema,
  type SourceDocument,
  type SourceType,
  sourceTypes,
} from './document.ts';
export {
  type Dossier,
  dossierDraftSchema,
  dossierSchema,
  isAllowed,
  type Role,
  roles,
  slugSchema,
} from './dossier.ts';
export { type LinkKind, linkKinds, linkSchema, type PassageLink } from './link.ts';
export { type Reading, type ReadingDraft, readingDraftSchema, readingSchema } from './reading.ts';
export { defaultSpeakers, type Speaker, type SpeakerKind, speakerKinds, speakerSchema } from './speaker.ts';
