import type { Change, Executor } from './change.ts';

/** A thing as the log keeps it: a JSON object that says all of its rows. */
export type ItemState = Readonly<Record<string, unknown>>;

/** A thing before and after a change; absent where it was not there, or is not there any more. */
export interface Versions<S> {
  readonly before?: S | undefined;
  readonly after?: S | undefined;
}

/** Why a thing cannot be put into a state: what would be missing, taken or left hanging. */
export interface Hindrance {
  readonly field: string;
  /** What stands in the way: an id or a name. */
  readonly subject: string;
}

/**
 * How the things of one kind are read and written whole. What `save` records is all that is needed to make
 * the rows again, so that a log can be replayed and any change undone.
 */
export interface ItemStore<S extends ItemState = ItemState> {
  /** The thing as it is now. */
  find(executor: Executor, dossier: string, id: string): Promise<S | undefined>;
  /** Writes rows and log. The version that a thing has (`revision`, `modified`) is that of the change. */
  save(change: Change, id: string, versions: Versions<S>): Promise<unknown>;
  /** Whether no undo makes a thing what it was, whatever the dossier is now; absent where every state can come back. */
  isLost?(state: S | undefined): boolean;
  /** What of the rest of the dossier forbids that the thing becomes `after`, or goes. */
  findHindrances(change: Change, id: string, versions: Versions<S>): Promise<Hindrance[]>;
}
