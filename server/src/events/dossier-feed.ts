import type { ChangesResponse } from '@waarborg/shared/api';

type Changes = ChangesResponse['changes'];

/** Reads the changes of a dossier after a revision, in order and without gap; as many as make one page. */
export type ReadChanges = (since: number) => Promise<Changes>;

/** Consecutive changes as they are sent: bytes that all readers share. */
export interface FeedPart {
  /** Revision after which the part begins. */
  readonly since: number;
  /** Last revision in it. */
  readonly until: number;
  /** Whether it may change who may read: somebody's role, or that the dossier was deleted. */
  readonly changesAccess: boolean;
  readonly bytes: Uint8Array;
}

/**
 * How long changes are gathered before they are sent, so that a busy dossier costs each reader few packets: at
 * least, at most, and for each reader. With 500 readers that is a quarter of a second.
 */
const gatherMs = { least: 50, most: 250, perReader: 0.4 };
/** How much of the latest changes is kept for readers; whoever is behind reads the log. */
const keptBytes = 4 * 1024 * 1024;

const encoder = new TextEncoder();
/** Kinds of things that say who may read. */
const accessKinds: ReadonlySet<string> = new Set(['membership', 'dossier']);

/** Changes as server-sent events whose ids are revisions. */
export function toFeedPart(since: number, changes: Changes): FeedPart {
  const text = changes
    .map((change) => `id: ${change.revision}\ndata: ${JSON.stringify(change)}\n\n`)
    .join('');
  return {
    since,
    until: changes.at(-1)?.revision ?? since,
    changesAccess: changes.some(({ items }) => items.some(({ kind }) => accessKinds.has(kind))),
    bytes: encoder.encode(text),
  };
}

/** What a feed works with. */
export interface FeedSettings {
  /** A revision that the dossier has already. */
  readonly latest: number;
  readonly read: ReadChanges;
  /** How many readers there are now. */
  readonly countReaders: () => number;
  /** Called before such changes are given to anybody: who may not read any more does not get them. */
  readonly onAccess: () => Promise<void>;
  /** Called when there is more to read. */
  readonly onNews: () => void;
}

/**
 * The latest changes of one dossier, read from the log once for all of its readers.
 *
 * Invariant: the parts that are kept follow each other without gap, up to `latest`.
 */
export class DossierFeed {
  readonly #settings: FeedSettings;
  #parts: FeedPart[] = [];
  #bytes = 0;
  #latest: number;
  #timer: NodeJS.Timeout | undefined;
  #isReading = false;
  #isWoken = false;

  constructor(settings: FeedSettings) {
    this.#settings = settings;
    this.#latest = settings.latest;
  }

  /** The part that follows a revision, if it is kept. */
  findPart(since: number): FeedPart | undefined {
    return this.#parts.find((part) => part.since === since);
  }

  /** Revision up to which the log was read. */
  get latest(): number {
    return this.#latest;
  }

  /** Looks at the log soon. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isReading || this.#timer) return;
    const { least, most, perReader } = gatherMs;
    const waitMs = Math.min(most, least + perReader * this.#settings.countReaders());
    this.#timer = setTimeout(() => void this.#readOn(), waitMs);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#parts = [];
  }

  async #readOn(): Promise<void> {
    this.#timer = undefined;
    this.#isWoken = false;
    this.#isReading = true;
    try {
      while (await this.#readPart());
    } catch {
      // The database is away; the next look reads on from where this one came.
    }
    this.#isReading = false;
    if (this.#isWoken) this.wake();
  }

  /** Says whether there was anything to read. */
  async #readPart(): Promise<boolean> {
    const { read, onAccess, onNews } = this.#settings;
    const changes = await read(this.#latest);
    if (changes.length === 0) return false;
    const part = toFeedPart(this.#latest, changes);
    if (part.changesAccess) await onAccess();
    this.#latest = part.until;
    this.#keep(part);
    onNews();
    return true;
  }

  #keep(part: FeedPart): void {
    this.#parts.push(part);
    this.#bytes += part.bytes.length;
    while (this.#bytes > keptBytes && this.#parts.length > 1) {
      this.#bytes -= this.#parts.shift()?.bytes.length ?? 0;
    }
  }
}
