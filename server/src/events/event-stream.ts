import { type DossierFeed, type FeedPart, type ReadChanges, toFeedPart } from './dossier-feed.ts';

/** What one reader of a dossier's changes works with. */
export interface StreamSettings {
  readonly feed: DossierFeed;
  readonly read: ReadChanges;
  /** Revision that the reader has. */
  readonly since: number;
  /** Whether the reader has changes that the dossier does not have: a backup was put back. */
  readonly isAhead: boolean;
  /** Whether the reader may still read. */
  readonly isAllowed: () => Promise<boolean>;
  /** Breaks the connection of a reader that does not read. */
  readonly cut: () => void;
  readonly onEnd: () => void;
}

/** How soon a client comes back by itself when its connection breaks. */
const retryMs = 2_000;
const encoder = new TextEncoder();

/** Says where the reader is, without being an event: a blank line without data only moves its last id. */
const positionOf = (revision: number) => encoder.encode(`id: ${revision}\n\n`);

/**
 * One reader of a dossier's changes. The log is read only when the connection takes more, so a slow reader costs
 * no memory; one that takes nothing for a whole beat is cut off, and can come back with its last id.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #settings: StreamSettings;
  #cursor: number;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Set while there is nothing to send. */
  #goOn: (() => void) | undefined;
  #wasStuck = false;
  #hasEnded = false;

  constructor(settings: StreamSettings) {
    this.#settings = settings;
    this.#cursor = settings.since;
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
        controller.enqueue(encoder.encode(`retry: ${retryMs}\n${this.#greeting()}\n`));
      },
      pull: () => this.#send(),
      cancel: () => this.#finish(),
    });
  }

  #greeting(): string {
    const position = `id: ${this.#cursor}\n`;
    return this.#settings.isAhead
      ? `${position}event: reset\ndata: {"revision":${this.#cursor}}\n`
      : position;
  }

  /** Goes on, if it waits. */
  wake(): void {
    this.#goOn?.();
    this.#goOn = undefined;
  }

  /** A sign of life where nothing is sent; breaks the connection of a reader that took nothing since the last one. */
  beat(): void {
    const isStuck = (this.#controller?.desiredSize ?? 0) <= 0;
    if (isStuck && this.#wasStuck) {
      this.end();
      this.#settings.cut();
    } else if (!isStuck && this.#goOn) {
      this.#controller?.enqueue(positionOf(this.#cursor));
    }
    this.#wasStuck = isStuck;
  }

  /** Ends the stream of somebody who may not read any more. */
  async check(): Promise<void> {
    const isAllowed = await this.#settings.isAllowed().catch(() => false);
    if (!isAllowed) this.end();
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#controller?.close();
    this.#finish();
  }

  #finish(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.wake();
    this.#settings.onEnd();
  }

  /** Sends what comes next; waits for it where there is nothing yet. */
  async #send(): Promise<void> {
    while (!this.#hasEnded) {
      const part = await this.#findPart();
      if (this.#hasEnded) return;
      if (part) {
        this.#wasStuck = false;
        this.#cursor = part.until;
        this.#controller?.enqueue(part.bytes);
        return;
      }
      await new Promise<void>((resolve) => {
        this.#goOn = resolve;
      });
    }
  }

  async #findPart(): Promise<FeedPart | undefined> {
    const { feed, read } = this.#settings;
    const kept = feed.findPart(this.#cursor);
    if (kept || this.#cursor >= feed.latest) return kept;
    try {
      const changes = await read(this.#cursor);
      return changes.length > 0 ? toFeedPart(this.#cursor, changes) : undefined;
    } catch {
      this.end(); // The database is away: the client comes back with its last id.
      return undefined;
    }
  }
}
