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
  DocumentLinks,
  DocumentTrouble,
  DossierDocument,
  DossierPassage,
  DossierWords,
  FoundPassages,
  LocalAnnotation,
  LocalDismissal,
  LocalLink,
  MarkedQuote,
  OpenedDocument,
  Opening,
  OpeningTrouble,
  OutboxEntry,
  Outcome,
  PageClues,
  PageReport,
  PageTextAnswer,
  PassageState,
  PlacedWords,
  ServerReply,
  TabState,
  Unsent,
} from './protocol.ts';
export { requestBackground, requestPage, requestPageWhenReady, UnansweredError } from './request.ts';
export { pieceLength, requestInPieces } from './request-in-pieces.ts';
