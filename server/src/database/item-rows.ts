import type { ProblemCode } from '@waarborg/shared/api';
import type { Selectable, SelectQueryBuilder } from 'kysely';
import { ApiError } from '../errors.ts';
import type { Change, Executor, ItemKind } from './change.ts';
import { insertRows } from './insert-rows.ts';
import type { Versions } from './item-store.ts';
import type { Database } from './schema.ts';

/** Tables in which a thing of a dossier is one row with an id and a revision. */
type ItemTable = 'concept' | 'concept_group' | 'dismissal' | 'link' | 'outline' | 'outline_part' | 'speaker';

/** A thing with its version. */
interface RowItem {
  readonly id: string;
  readonly revision: number;
}

/** The columns that say what a thing is, besides which one it is. */
type Content<T extends ItemTable> = Omit<Selectable<Database[T]>, 'id' | 'dossier_id' | 'revision'>;

interface ItemRowsDescription<T extends ItemTable, S extends RowItem> {
  readonly table: T;
  readonly kind: ItemKind;
  /** What stands before the id in the log, where things of two tables are of one kind. */
  readonly prefix?: string;
  /** Problem of an id that nothing in the dossier has. */
  readonly missing: ProblemCode;
  /** Problem of an id that something else has. */
  readonly taken: ProblemCode;
  /** Whether each dossier has ids of its own; else an id stands for one thing in all of them. */
  readonly hasOwnIds?: boolean;
  toItem(row: Selectable<Database[T]>): S;
  toRow(item: S): Content<T>;
}

/** Reads and writes things that are one row each, in one way for all kinds of them. */
export interface ItemRows<T extends ItemTable, S extends RowItem> {
  /** Rows of a dossier, to be narrowed and ordered. */
  select(executor: Executor, dossier: string): SelectQueryBuilder<Database, T, Selectable<Database[T]>>;
  toItem(row: Selectable<Database[T]>): S;
  find(executor: Executor, dossier: string, id: string): Promise<S | undefined>;
  /** @throws ApiError `missing`; `path` is where the request names it. */
  get(executor: Executor, dossier: string, id: string, path?: string): Promise<S>;
  /** Whether something has this id where it can stand for one thing only. */
  isTaken(executor: Executor, dossier: string, id: string): Promise<boolean>;
  /** @throws ApiError `taken` */
  assertFree(change: Change, id: string): Promise<void>;
  /**
   * What a queue that lost its answer sent before: the thing of this id that says the same. Undefined where the
   * id is free.
   *
   * @throws ApiError `taken` where the id stands for something else.
   */
  findRepeated(
    change: Change,
    id: string,
    isSame: (known: S) => boolean | Promise<boolean>,
  ): Promise<S | undefined>;
  /** Adds, changes or removes a thing, and logs it; gives it as it is kept. */
  save(change: Change, id: string, versions: Versions<S>): Promise<S | undefined>;
}

/** Makes what reads and writes things of one kind, by how a row becomes a thing and a thing a row. */
export function createItemRows<T extends ItemTable, S extends RowItem>({
  table,
  kind,
  prefix = '',
  missing,
  taken,
  hasOwnIds = false,
  toItem,
  toRow,
}: ItemRowsDescription<T, S>): ItemRows<T, S> {
  // All of the tables have the columns that are named here; TypeScript follows a builder of one table only.
  const one = table as 'link';
  const select = (executor: Executor, dossier: string) =>
    executor.selectFrom(one).selectAll().where('dossier_id', '=', dossier);
  const find = async (executor: Executor, dossier: string, id: string) => {
    const row = await select(executor, dossier).where('id', '=', id).executeTakeFirst();
    return row && toItem(row as unknown as Selectable<Database[T]>);
  };
  const isTaken = async (executor: Executor, dossier: string, id: string) => {
    const rows = executor.selectFrom(one).select('id').where('id', '=', id);
    const found = await (hasOwnIds ? rows.where('dossier_id', '=', dossier) : rows).executeTakeFirst();
    return found !== undefined;
  };
  const assertFree = async ({ transaction, dossier }: Change, id: string) => {
    if (await isTaken(transaction, dossier, id)) throw new ApiError(taken, [{ path: 'id', message: id }]);
  };
  return {
    select: select as unknown as ItemRows<T, S>['select'],
    toItem,
    find,
    isTaken,
    assertFree,
    async get(executor, dossier, id, path = 'id') {
      const found = await find(executor, dossier, id);
      if (!found) throw new ApiError(missing, [{ path, message: id }]);
      return found;
    },
    async findRepeated(change, id, isSame) {
      const known = await find(change.transaction, change.dossier, id);
      if (known && (await isSame(known))) return known;
      await assertFree(change, id);
      return undefined;
    },
    async save({ transaction, dossier, revision, record }, id, { before, after }) {
      const saved = after && { ...after, id, revision };
      if (saved && !before) {
        const row = { id, dossier_id: dossier, ...toRow(saved), revision };
        await insertRows(transaction, table, [row as never]);
      } else if (saved) {
        const row = { ...toRow(saved), revision } as never;
        const query = transaction.updateTable(one).set(row).where('dossier_id', '=', dossier);
        await query.where('id', '=', id).execute();
      } else {
        const query = transaction.deleteFrom(one).where('dossier_id', '=', dossier);
        await query.where('id', '=', id).execute();
      }
      record({ kind, id: `${prefix}${id}`, before, after: saved });
      return saved;
    },
  };
}
