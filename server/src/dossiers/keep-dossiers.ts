/** A dossier in another form, as of a revision. */
interface AsOf {
  readonly revision: number;
}

/** How a dossier is brought into a form that is kept in memory. */
export interface KeptForm<T extends AsOf> {
  /** Reads it whole. */
  read(dossier: string): Promise<T>;
  /** Brings what is known up to date. */
  update(dossier: string, known: T): Promise<T>;
  /** What one takes of the room that all share. */
  sizeOf(form: T): number;
  /** How much they may take together; the one in use is kept whatever it takes. */
  readonly maxSize: number;
}

/**
 * Keeps dossiers in a form that answers quickly. Each is read on its first use and then brought up to date, one
 * request after the other; the revision in the database says what is new, so several copies of the server may each
 * keep their own. What was not asked for longest is forgotten when room runs short.
 */
export function keepDossiers<T extends AsOf>({ read, update, sizeOf, maxSize }: KeptForm<T>) {
  /** What is known or on its way, the one that was asked for longest ago first. */
  const dossiers = new Map<string, Promise<T>>();
  /** What is known. */
  const arrived = new Map<string, { readonly form: T; readonly size: number }>();

  const forget = (dossier: string) => {
    dossiers.delete(dossier);
    arrived.delete(dossier);
  };
  const makeRoom = (kept: string) => {
    for (const dossier of [...dossiers.keys()]) {
      const taken = [...arrived.values()].reduce((sum, { size }) => sum + size, 0);
      if (taken <= maxSize) return;
      if (dossier !== kept) forget(dossier);
    }
  };
  return {
    /** What is in memory, as of whatever revision. */
    list: (): [dossier: string, form: T][] => Array.from(arrived, ([dossier, { form }]) => [dossier, form]),
    /** The dossier as of this revision or a later one. */
    async get(dossier: string, revision: number): Promise<T> {
      const known = dossiers.get(dossier);
      const next = known
        ? known.then((one) => (one.revision >= revision ? one : update(dossier, one)))
        : read(dossier);
      dossiers.delete(dossier);
      dossiers.set(dossier, next);
      try {
        const form = await next;
        if (dossiers.get(dossier) === next) arrived.set(dossier, { form, size: sizeOf(form) });
        makeRoom(dossier);
        return form;
      } catch (error) {
        // What failed half-way is not used again.
        if (dossiers.get(dossier) === next) forget(dossier);
        throw error;
      }
    },
  };
}
