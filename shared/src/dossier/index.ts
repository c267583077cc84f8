export { isAccepted, notAcceptedMark } from './acceptance.ts';
export {
  type Dismissal,
  type DismissalDraft,
  dismissalDraftSchema,
  dismissalSchema,
  maxDismissedLength,
} from './dismissal.ts';
export {
  calendarDateSchema,
  type DocumentAddress,
  type DocumentDraft,
  type DocumentIdentifier,
  documentAddressSchema,
  documentDateSchema,
  documentDraftSchema,
  documentIdentifierSchema,
  documentSchema,
  identifierSchemes,
  type Rendition,
  type RenditionDraft,
  renditionDraftSchema,
  renditionSchema,
  type SourceDocument,
} from './document.ts';
export { documentsByAnyId, idsOfDocument } from './document-ids.ts';
export {
  type Dossier,
  type DossierSettings,
  deletedDossierDays,
  dossierDraftSchema,
  dossierSchema,
  dossierSettingsSchema,
  isAllowed,
  type Role,
  roles,
  slugSchema,
} from './dossier.ts';
export { type Bill, findBill } from './find-bill.ts';
export { findLikelyDuplicates, type LikelyDuplicate } from './likely-duplicates.ts';
export {
  maxCommentLength,
  maxDossierTitleLength,
  maxOutlineHeadingLength,
  maxOutlineText,
  maxOutlineTitleLength,
  maxTitleLength,
} from './limits.ts';
export {
  type KeptLink,
  keptLinkSchema,
  type LinkKind,
  linkKinds,
  linkSchema,
  type PassageLink,
} from './link.ts';
export {
  type CommentDraft,
  commentDraftSchema,
  fateOfPassage,
  type MarkedPassage,
  maxComments,
  maxOutlineParts,
  type Outline,
  type OutlineComment,
  type OutlineDraft,
  type OutlinePart,
  type OutlinePartDraft,
  type OutlinePartUpdate,
  type OutlinePassagesDraft,
  outlineDraftSchema,
  outlinePartDraftSchema,
  outlinePartSchema,
  outlinePartUpdateSchema,
  outlinePassagesDraftSchema,
  outlineSchema,
  outlineUpdateSchema,
  type PassageFate,
  sortByPlace,
} from './outline.ts';
export { type PassageTie, tieOf } from './passage-tie.ts';
export { placeBetween, placesBetween } from './place-between.ts';
export { type Reading, type ReadingDraft, readingDraftSchema, readingSchema } from './reading.ts';
export { isSlug, maxSlugLength } from './slug.ts';
export { type SourceType, sourceTypes } from './source-types.ts';
export {
  defaultSpeakers,
  foldName,
  type KeptSpeaker,
  keptSpeakerSchema,
  type Speaker,
  type SpeakerDraft,
  type SpeakerKind,
  type SpeakerUpdate,
  speakerDraftSchema,
  speakerKinds,
  speakerSchema,
  speakerUpdateSchema,
} from './speaker.ts';
export {
  conceptLabel,
  conceptShortLabel,
  createVocabulary,
  idsOfConcept,
  inSentence,
  speakerName,
  speakersByName,
  type Vocabulary,
} from './vocabulary.ts';
