export { defaultPageSize, listSchema, maxPageSize, readWholeList } from './list.ts';
export {
  type CellResponse,
  cellQuerySchema,
  cellResponseSchema,
  type MatrixResponse,
  matrixQuerySchema,
  matrixResponseSchema,
} from './matrix.ts';
export { type Problem, type ProblemCode, problemSchema, problemStatuses } from './problem.ts';
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
  documentListSchema,
  documentUpdateSchema,
  dossierListSchema,
  linkListSchema,
  readingListSchema,
  speakerListSchema,
  type TokenList,
  tokenDraftSchema,
  tokenListSchema,
} from './resources.ts';
