import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/** A database by name and version. Gives how to open it, each time the same one, and anew when the browser closed it. */
export function openOnce<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<S>['upgrade']>,
): () => Promise<IDBPDatabase<S>> {
  let opened: Promise<IDBPDatabase<S>> | undefined;
  return () => {
    if (opened) return opened;
    const forget = () => {
      opened = undefined;
    };
    const opening = openDB<S>(name, version, { upgrade, terminated: forget });
    opened = opening;
    // A full disk ends a connection, or lets none be made: there may be room later.
    opening.catch(forget);
    return opening;
  };
}
