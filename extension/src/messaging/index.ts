export { broadcast, onEvent } from './events.ts';
export {
  type Answering,
  type Answers,
  handlePageRequests,
  handleRequests,
  type PageAnswers,
  type Sender,
} from './handle-requests.ts';
export type {
  AccountDraft,
  AccountState,
  BackgroundEvent,
  BackgroundRequests,
  ConnectionState,
  DocumentCandidate,
  LocalAnnotation,
  LocalCoding,
  OpenedDocument,
  OutboxEntry,
  Outcome,
  PageReport,
  PageRequests,
  PassageState,
  TabState,
} from './protocol.ts';
export { requestBackground, requestPage, UnansweredError } from './request.ts';
