export {
  applyChange,
  type Change,
  type ChangeDescription,
  type ChangedItem,
  describeChange,
  type Executor,
  type ItemKind,
  type Writer,
} from './change.ts';
export { applyOnce, forgetAnswers, type Once } from './once.ts';
export { DatabaseError, migrateDatabase, openDatabase, refuseNewerDatabase } from './open-database.ts';
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
export type { Database } from './schema.ts';
