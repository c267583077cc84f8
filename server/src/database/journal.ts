import type { Transaction } from 'kysely';
import type { ChangedItem } from './change.ts';
import { insertRows, type Row } from './insert-rows.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Database } from './schema.ts';
import { indexItems } from './search-entries.ts';
import { sendTogether } from './send-together.ts';

/** What a change says in the log of its dossier. */
export interface LogEntry {
  readonly revision: number;
  /** ISO 8601 instant. */
  readonly at: string;
  /** User id; absent for what the server does by itself. */
  readonly user: string | undefined;
  /** What happened, as the history names it. */
  readonly operation: string;
  /** Number of the change that this one takes back. */
  readonly undoes: number | undefined;
  readonly items: readonly ChangedItem[];
  /** What the change adds to the tables and has not added yet. */
  readonly rows: readonly TableRows[];
  /** What was sent already, and is waited for with the entry. */
  readonly sent: Promise<unknown>;
}

/** Rows of one table. */
export type TableRows = readonly [table: keyof Database, rows: readonly Row[]];

const takeNumber = prepareQuery((transaction, dossier: string) =>
  transaction
    .updateTable('dossier')
    .set((expression) => ({ revision: expression('revision', '+', 1) }))
    .where('id', '=', dossier)
    .returning('revision'),
);

const setNumber = prepareQuery((transaction, dossier: string, revision: number) =>
  transaction.updateTable('dossier').set({ revision }).where('id', '=', dossier),
);

function toRevisionRows(dossier: string, entries: readonly LogEntry[]) {
  return entries.map(({ revision, at, user, operation, undoes }) => ({
    ...{ dossier_id: dossier, number: revision, at, user_id: user ?? null, operation },
    undoes: undoes ?? null,
  }));
}

const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

function toItemRows(dossier: string, entries: readonly LogEntry[]) {
  return entries.flatMap(({ revision, items }) =>
    items.map(({ kind, id, before, after }, position) => ({
      ...{ dossier_id: dossier, number: revision, position, kind, item_id: id },
      before: toJson(before),
      after: toJson(after),
    })),
  );
}

/** The rows of all entries by table, in the order in which the first of them needs the tables. */
function gatherRows(entries: readonly LogEntry[]): TableRows[] {
  const tables = Map.groupBy(
    entries.flatMap(({ rows }) => rows),
    ([table]) => table,
  );
  return [...tables].map(([table, parts]) => [table, parts.flatMap(([, rows]) => rows)] as const);
}

/**
 * The log of one dossier within one transaction. It takes the dossier's row, so that nobody else changes anything of
 * the dossier before the transaction ends; that is why numbers can be counted here, and why what one change read
 * holds for the next. Several entries go into the tables at once.
 */
export class DossierLog {
  readonly #transaction: Transaction<Database>;
  readonly #dossier: string;
  /** Number in the dossier's row when it was taken; undefined where there is no such dossier. */
  readonly #taken: Promise<number | undefined>;
  /** Number in the dossier's row, and that of the last entry; undefined until somebody asks for the next. */
  #numbers: { inRow: number; last: number } | undefined;
  /** Entries that are not in the tables yet, in the order of their numbers. */
  #pending: LogEntry[] = [];
  /** What was read, by what it is about. */
  readonly #known = new Map<string, unknown>();

  constructor(transaction: Transaction<Database>, dossier: string) {
    this.#transaction = transaction;
    this.#dossier = dossier;
    this.#taken = takeNumber(transaction, dossier).then(([row]) => row?.revision);
    // Whoever asks for a number is told.
    this.#taken.catch(() => {});
  }

  /** Undefined where there is no such dossier. */
  async #readNumbers() {
    const inRow = await this.#taken;
    if (inRow !== undefined) this.#numbers ??= { inRow, last: inRow - 1 };
    return this.#numbers;
  }

  /**
   * The number of the next entry.
   *
   * @throws RangeError for a dossier that is not there.
   */
  async next(): Promise<number> {
    const numbers = await this.#readNumbers();
    if (!numbers) throw new RangeError(`there is no dossier ${this.#dossier}`);
    return numbers.last + 1;
  }

  /** Adds the entry of a change that is done; it has the next number. */
  add(entry: LogEntry): void {
    if (this.#numbers) this.#numbers.last = entry.revision;
    this.#pending.push(entry);
  }

  /**
   * What an earlier change of the transaction has read about something, if none has changed that since; else what
   * `read` gives. `about` is a kind of things, or a kind and an id with a space between.
   */
  recall<T>(about: string, read: () => T): T {
    if (!this.#known.has(about)) this.#known.set(about, read());
    return this.#known.get(about) as T;
  }

  /** Says that something was changed. */
  forget({ kind, id }: Pick<ChangedItem, 'kind' | 'id'>): void {
    this.#known.delete(kind);
    this.#known.delete(`${kind} ${id}`);
  }

  /** Says that a change was rolled back to where it began. */
  forgetAll(): void {
    this.#known.clear();
  }

  /** Writes what is not in the tables yet. */
  async write(): Promise<void> {
    const [transaction, dossier, entries] = [this.#transaction, this.#dossier, this.#pending];
    if (entries.length === 0) return;
    this.#pending = [];
    await sendTogether(
      // Sent already: what one of these says is why those after it fail.
      ...entries.map(({ sent }) => sent),
      this.#writeNumber(),
      ...gatherRows(entries).map(([table, rows]) => insertRows(transaction, table, rows)),
      insertRows(transaction, 'revision', toRevisionRows(dossier, entries)),
      insertRows(transaction, 'revision_item', toItemRows(dossier, entries)),
      indexItems(
        transaction,
        dossier,
        entries.flatMap(({ items }) => items),
      ),
    );
  }

  /** Writes what is not in the tables yet, and gives back a number that nobody took. */
  async end(): Promise<void> {
    await this.write();
    if (await this.#readNumbers()) await this.#writeNumber();
  }

  async #writeNumber(): Promise<void> {
    const numbers = this.#numbers;
    if (!numbers || numbers.inRow === numbers.last) return;
    numbers.inRow = numbers.last;
    await setNumber(this.#transaction, this.#dossier, numbers.last);
  }
}

/** The logs that one transaction writes. */
export class Journal {
  readonly transaction: Transaction<Database>;
  readonly #logs = new Map<string, DossierLog>();

  constructor(transaction: Transaction<Database>) {
    this.transaction = transaction;
  }

  /** The log of a dossier, whose row is taken with it. */
  of(dossier: string): DossierLog {
    const known = this.#logs.get(dossier);
    if (known) return known;
    const log = new DossierLog(this.transaction, dossier);
    this.#logs.set(dossier, log);
    return log;
  }

  /** Says that something was changed, whichever dossier it is in. */
  forget(item: Pick<ChangedItem, 'kind' | 'id'>): void {
    for (const log of this.#logs.values()) log.forget(item);
  }

  /** Says that a change of a dossier was rolled back to where it began; `isNew` for one that makes the dossier. */
  forgetChange(dossier: string, isNew: boolean): void {
    if (isNew) this.#logs.delete(dossier);
    else this.#logs.get(dossier)?.forgetAll();
  }

  /** Writes what is not in the tables yet. */
  async write(): Promise<void> {
    for (const log of this.#logs.values()) await log.write();
  }

  /** Writes what is not in the tables yet, before the transaction is committed. */
  async end(): Promise<void> {
    for (const log of this.#logs.values()) await log.end();
  }
}
