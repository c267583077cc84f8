import type { ItemKind } from '../database/index.ts';
import { fingerprintOf } from './comparable.ts';
import type { Finding } from './finding.ts';

/** One item of the log; `before` and `after` are undefined where the thing was not there. */
export interface LoggedItem {
  readonly number: number;
  readonly kind: ItemKind;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A thing as the tables hold it. */
export interface PresentItem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly value: unknown;
}

/**
 * Plays the log of a dossier from its beginning, and compares what comes of it with what is there. It keeps a
 * fingerprint of each thing, not the thing.
 */
export class Replay {
  readonly #dossier: string;
  readonly #state = new Map<string, string>();

  /** @param dossier slug, for what is found. */
  constructor(dossier: string) {
    this.#dossier = dossier;
  }

  /** Applies the next item; says whether what it says was there before is what the log had made. */
  apply({ number, kind, id, before, after }: LoggedItem): Finding | undefined {
    const key = `${kind} ${id}`;
    const isContinued = this.#state.get(key) === fingerprintOf(kind, before);
    const next = fingerprintOf(kind, after);
    if (next === undefined) this.#state.delete(key);
    else this.#state.set(key, next);
    return isContinued ? undefined : { kind: 'log-broken', dossier: this.#dossier, item: key, number };
  }

  /** Compares the next thing that is there. */
  meet({ kind, id, value }: PresentItem): Finding | undefined {
    const key = `${kind} ${id}`;
    const logged = this.#state.get(key);
    this.#state.delete(key);
    if (logged === fingerprintOf(kind, value)) return undefined;
    return {
      kind: logged === undefined ? 'not-logged' : 'other-than-logged',
      dossier: this.#dossier,
      item: key,
    };
  }

  /** What the log made and nobody met. */
  missing(): Finding[] {
    return [...this.#state.keys()].map((item) => ({ kind: 'lost', dossier: this.#dossier, item }));
  }
}
