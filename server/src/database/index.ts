export {
  applyChange,
  type Change,
  type ChangeDescription,
  type ChangedItem,
  type Executor,
  type ItemKind,
} from './change.ts';
export { DatabaseError, migrateDatabase, openDatabase } from './open-database.ts';
export type { Database } from './schema.ts';
