export { assertReadable } from './assert-readable.ts';
export {
  applyChange,
  applyDeletion,
  type Change,
  type ChangeDescription,
  type ChangedItem,
  describeChange,
  type Executor,
  type ItemKind,
  type Reading,
  type Writer,
} from './change.ts';
export { DatabaseError, toDatabaseError } from './database-error.ts';
export { findBrokenPointer } from './find-broken-pointer.ts';
export { countWaitingChanges } from './group-commit.ts';
export { insertRows } from './insert-rows.ts';
export { isPassing } from './is-passing.ts';
export { createItemRows } from './item-rows.ts';
export type { Hindrance, ItemState, ItemStore, Versions } from './item-store.ts';
export { applyOnce, findAnswer, forgetAnswers, type Once } from './once.ts';
export {
  isPostgresqlAddress,
  migrateDatabase,
  openDatabase,
  refuseNewerDatabase,
} from './open-database.ts';
export { isPostgresql, whileAlone } from './open-postgresql.ts';
export {
  type ListOrder,
  optionalTextColumn,
  type Page,
  type PageRequest,
  type Place,
  takePage,
  textColumn,
  whereAny,
} from './page.ts';
export { prepareQuery } from './prepare-query.ts';
export { previewChange } from './preview-change.ts';
export { readSnapshot } from './read-snapshot.ts';
export type { Database } from './schema.ts';
export { matchesWords, type WantedWord } from './search-condition.ts';
export { indexItems } from './search-entries.ts';
export { sendTogether } from './send-together.ts';
export { announceAccess, type Word, watchChanges } from './watch-changes.ts';
export { withoutTrace } from './without-trace.ts';
