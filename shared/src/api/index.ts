export {
  type Bundle,
  type BundleResponse,
  bundleResponseSchema,
  bundleSchema,
  maxBundled,
} from './bundle.ts';
export {
  type ConceptChange,
  type ConceptSplit,
  codingCountsSchema,
  conceptChangeSchema,
  conceptMergeSchema,
  conceptSplitSchema,
  placeSchema,
  previewQuerySchema,
  type SplitConcept,
  splitConceptSchema,
} from './codebook.ts';
export { type ExportFormat, type ExportQuery, exportFormats, exportQuerySchema } from './exports.ts';
export {
  itemKinds,
  type Revision,
  type RevisionDetail,
  revisionDetailSchema,
  revisionListSchema,
  undoneRevisionSchema,
} from './history.ts';
export { type ImportResponse, importQuerySchema, importResponseSchema, maxImported } from './imports.ts';
export { defaultPageSize, listSchema, maxPageSize, readWholeList } from './list.ts';
export {
  type ArticlesResponse,
  articlesResponseSchema,
  type CellResponse,
  cellQuerySchema,
  cellResponseSchema,
  type MatrixResponse,
  matrixQuerySchema,
  matrixResponseSchema,
} from './matrix.ts';
export {
  briefingQuerySchema,
  type OutlineResponse,
  outlineListSchema,
  outlineResponseSchema,
  paperQuerySchema,
} from './papers.ts';
export {
  acceptedInvitationSchema,
  accountUpdateSchema,
  guessablePassword,
  type Invitation,
  type InvitationOffer,
  invitationDraftSchema,
  invitationListSchema,
  invitationOfferSchema,
  invitationSchema,
  invitationTokenSchema,
  type KeptSession,
  type KeptToken,
  keptSessionListSchema,
  keptTokenListSchema,
  type Member,
  madeInvitationSchema,
  memberListSchema,
  memberSchema,
  passwordLength,
  passwordSchema,
  registrationSchema,
  roleUpdateSchema,
  type SignInWays,
  signInWaysSchema,
  type TokenList,
  tokenDraftSchema,
  tokenListSchema,
} from './people.ts';
export {
  type Obstacle,
  obstacleSchema,
  type Problem,
  type ProblemCode,
  problemSchema,
  problemStatuses,
} from './problem.ts';
export {
  type Publication,
  type PublicationDraft,
  publicationDraftSchema,
  publicationListSchema,
  publicationSchema,
} from './publications.ts';
export {
  type CitingResponse,
  citingQuerySchema,
  citingResponseSchema,
  type ListedSource,
  referenceListSchema,
  referenceQuerySchema,
} from './references.ts';
export {
  type AccountResponse,
  type AnnotationUpdate,
  accountResponseSchema,
  annotationListSchema,
  annotationUpdateSchema,
  type ChangesResponse,
  changesResponseSchema,
  codebookResponseSchema,
  type DocumentUpdate,
  dismissalListSchema,
  documentListSchema,
  documentUpdateSchema,
  dossierListSchema,
  type KeptSettings,
  keptSettingsSchema,
  linkListSchema,
  mergeSchema,
  passageCountsSchema,
  readingListSchema,
  renditionListSchema,
  speakerListSchema,
} from './resources.ts';
export {
  type ReviewDraft,
  reviewDraftSchema,
  reviewedSchema,
  type StatusCounts,
  statusCountsQuerySchema,
  statusCountsSchema,
} from './review.ts';
export { type SearchResult, searchQuerySchema, searchResponseSchema } from './search.ts';
