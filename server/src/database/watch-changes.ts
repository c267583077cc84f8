import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { addressOf } from './open-postgresql.ts';
import type { Database } from './schema.ts';

/*
 * Word that something changed, within one copy of the server and, on PostgreSQL, between copies. It only wakes
 * who waits: what changed is read from the log. So a word that is lost (a copy that ends between its commit
 * and its word, a broken connection) delays, and never hides, a change. It is sent after the commit, because
 * PostgreSQL lets transactions that notify commit one at a time.
 */

/** What woke a watcher. */
export type Word =
  /** A dossier has a new revision. */
  | { readonly dossier: string }
  /** Somebody's right to read may have ended. */
  | 'access'
  /** Words may have been lost: anything may have changed. */
  | 'anything';

/** Hears of changes. */
export type Watcher = (word: Word) => void;

const channel = 'waarborg';
const reconnectAfterMs = { first: 100, most: 5_000 };

/** The words of one database, as this copy of the server gives and hears them. */
class WordOfMouth {
  readonly #database: Kysely<Database>;
  /** Names this copy: it has told its own watchers already. */
  readonly #copy = randomUUID();
  readonly #watchers = new Set<Watcher>();
  readonly #unsent = new Set<string>();
  #listening: Listening | undefined;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  watch(watcher: Watcher): () => Promise<void> {
    this.#watchers.add(watcher);
    const address = addressOf(this.#database);
    if (address !== undefined) this.#listening ??= new Listening(address, (text) => this.#hear(text));
    return async () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      const listening = this.#listening;
      this.#listening = undefined;
      await listening?.close();
    };
  }

  announce(word: Exclude<Word, 'anything'>): void {
    this.#tell(word);
    if (addressOf(this.#database) === undefined) return;
    this.#unsent.add(typeof word === 'string' ? word : word.dossier);
    if (this.#unsent.size === 1) setImmediate(() => void this.#send());
  }

  #tell(word: Word): void {
    for (const watcher of this.#watchers) watcher(word);
  }

  async #send(): Promise<void> {
    const subjects = [...this.#unsent];
    this.#unsent.clear();
    const notify = subjects.map((subject) => sql`pg_notify(${channel}, ${`${this.#copy} ${subject}`})`);
    try {
      await sql`select ${sql.join(notify)}`.execute(this.#database);
    } catch {
      // The other copies find the change with their next look at the log.
    }
  }

  /** Undefined when words may have been lost. */
  #hear(text: string | undefined): void {
    const [copy, subject = ''] = text?.split(' ') ?? [];
    if (copy === undefined) this.#tell('anything');
    else if (copy !== this.#copy) this.#tell(subject === 'access' ? 'access' : { dossier: subject });
  }
}

/** A connection that listens and is opened again whenever it breaks. */
class Listening {
  readonly #address: string;
  readonly #hear: (text: string | undefined) => void;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(address: string, hear: (text: string | undefined) => void) {
    this.#address = address;
    this.#hear = hear;
    void this.#open(reconnectAfterMs.first);
  }

  async #open(waitMs: number): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#address,
      application_name: 'waarborg events',
      keepAlive: true,
    });
    this.#client = client;
    let hasEnded = false;
    const again = (afterMs: number) => {
      if (hasEnded) return;
      hasEnded = true;
      client.end().catch(() => {}); // It is broken already.
      if (this.#isClosed) return;
      const nextMs = Math.min(afterMs * 2, reconnectAfterMs.most);
      this.#timer = setTimeout(() => void this.#open(nextMs), afterMs);
    };
    client.on('notification', ({ payload }) => this.#hear(payload));
    client.on('error', () => again(reconnectAfterMs.first));
    client.on('end', () => again(reconnectAfterMs.first));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      // Whatever was said before is lost.
      this.#hear(undefined);
    } catch {
      again(waitMs);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => {}); // It may be broken.
  }
}

const words = new WeakMap<Kysely<Database>, WordOfMouth>();

function wordsOf(database: Kysely<Database>): WordOfMouth {
  const known = words.get(database) ?? new WordOfMouth(database);
  words.set(database, known);
  return known;
}

/** Calls the watcher whenever something may have changed; gives how to stop that. */
export function watchChanges(database: Kysely<Database>, watcher: Watcher): () => Promise<void> {
  return wordsOf(database).watch(watcher);
}

/** Says that a dossier has a new revision, once it is committed. */
export function announceChange(database: Kysely<Database>, dossier: string): void {
  wordsOf(database).announce({ dossier });
}

/** Says that somebody's right to read may have ended: a token, a session. */
export function announceAccess(database: Kysely<Database>): void {
  wordsOf(database).announce('access');
}
