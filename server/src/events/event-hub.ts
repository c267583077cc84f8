import type { Executor } from '../database/index.ts';
import { type Word, watchChanges } from '../database/index.ts';
import { listChanges } from '../dossiers/revision-store.ts';
import { DossierFeed, type ReadChanges } from './dossier-feed.ts';
import { EventStream } from './event-stream.ts';

/** Who reads the changes of a dossier. */
export interface EventReader {
  /** Dossier id. */
  readonly dossier: string;
  /** Revision that the dossier has. */
  readonly latest: number;
  /** Revision after which the reader wants every change. */
  readonly since: number;
  /** Whether the reader may still read; asked again and again. */
  readonly isAllowed: () => Promise<boolean>;
  /** Breaks the reader's connection. */
  readonly cut: () => void;
  /** Told once when the reader is gone. */
  readonly onEnd?: () => void;
}

/** The live changes of every dossier that somebody reads, in one copy of the server. */
export interface EventHub {
  /** The changes of a dossier as server-sent events, until the reader goes or may not read any more. */
  open(reader: EventReader): ReadableStream<Uint8Array>;
  /** How many read. */
  readonly readers: number;
  /** Ends every stream at once. */
  close(): Promise<void>;
}

/** How often there is a sign of life, and a look at the log though nobody called; proxies cut after 60 s. */
const defaultBeatMs = 15_000;

interface Room {
  readonly feed: DossierFeed;
  readonly read: ReadChanges;
  readonly streams: Set<EventStream>;
}

class Hub implements EventHub {
  readonly #database: Executor;
  readonly #rooms = new Map<string, Room>();
  readonly #stopWatching: () => Promise<void>;
  readonly #timer: NodeJS.Timeout;
  #isClosed = false;

  constructor(database: Executor, beatMs: number) {
    this.#database = database;
    this.#stopWatching = watchChanges(database, (word) => this.#hear(word));
    this.#timer = setInterval(() => this.#beat(), beatMs).unref();
  }

  get readers(): number {
    return this.#streams.length;
  }

  get #streams(): EventStream[] {
    return [...this.#rooms.values()].flatMap(({ streams }) => [...streams]);
  }

  open({
    dossier,
    latest,
    since,
    isAllowed,
    cut,
    onEnd = () => {},
  }: EventReader): ReadableStream<Uint8Array> {
    const room = this.#roomOf(dossier, latest);
    const isAhead = since > latest;
    const stream = new EventStream({
      ...{ feed: room.feed, read: room.read, isAllowed, cut, isAhead },
      since: isAhead ? latest : since,
      onEnd: () => {
        this.#leave(dossier, stream);
        onEnd();
      },
    });
    room.streams.add(stream);
    // Between the reader's look at the dossier and now something may have happened.
    room.feed.wake();
    if (this.#isClosed) stream.end();
    return stream.body;
  }

  #roomOf(dossier: string, latest: number): Room {
    const known = this.#rooms.get(dossier);
    if (known) return known;
    const streams = new Set<EventStream>();
    const read: ReadChanges = async (since) => (await listChanges(this.#database, dossier, since)).changes;
    const onNews = () => {
      for (const stream of streams) stream.wake();
    };
    const onAccess = () => check(streams);
    const countReaders = () => streams.size;
    const feed = new DossierFeed({ latest, read, countReaders, onAccess, onNews });
    const room = { feed, read, streams };
    this.#rooms.set(dossier, room);
    return room;
  }

  #leave(dossier: string, stream: EventStream): void {
    const room = this.#rooms.get(dossier);
    room?.streams.delete(stream);
    if (room?.streams.size !== 0) return;
    room.feed.close();
    this.#rooms.delete(dossier);
  }

  #hear(word: Word): void {
    if (typeof word === 'object') {
      this.#rooms.get(word.dossier)?.feed.wake();
      return;
    }
    if (word === 'anything') for (const { feed } of this.#rooms.values()) feed.wake();
    void check(this.#streams);
  }

  #beat(): void {
    for (const stream of this.#streams) stream.beat();
    this.#hear('anything');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const stream of this.#streams) stream.end();
    await this.#stopWatching();
  }
}

async function check(streams: Iterable<EventStream>): Promise<void> {
  await Promise.all([...streams].map((stream) => stream.check()));
}

/** Starts to watch the changes of a database. */
export function createEventHub(database: Executor, { beatMs = defaultBeatMs } = {}): EventHub {
  return new Hub(database, beatMs);
}
