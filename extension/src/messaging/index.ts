export { broadcast, onEvent } from './events.ts';
export {
  type Answers,
  handlePageRequests,
  handleRequests,
} from './handle-requests.ts';
export { oneAtATime } from './one-at-a-time.ts';
export type {
  AccountDraft,
  AccountState,
  BackgroundEvent,
  Conflict,
  ConflictVersion,
  ConnectionState,
  DocumentCandidate,
  DossierDocument,
  DossierWords,
  LocalAnnotation,
  MarkedQuote,
  OpenedDocument,
  OutboxEntry,
  Outcome,
  PageReport,
  PassageState,
  TabState,
  Unsent,
} from './protocol.ts';
export { requestBackground, requestPage, requestPageWhenReady, UnansweredError } from './request.ts';
