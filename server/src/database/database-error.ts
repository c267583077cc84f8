/** A database cannot be used. `subject` is what stands in the way: migrations, or what the database says. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: 'database-newer' | 'database-busy' | 'database-unusable';
  readonly subject: string;
  /** Its address, or the path of its file; absent where whoever opened it knows. */
  readonly place: string | undefined;

  constructor(
    code: DatabaseError['code'],
    subject: string,
    { cause, place }: { cause?: unknown; place?: string | undefined } = {},
  ) {
    super(`${code}: ${subject}`, { cause });
    this.code = code;
    this.subject = subject;
    this.place = place;
  }
}

/** What a failure says, in one line. A failed connection to several addresses says it in its first part only. */
function wordsOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return wordsOf(cause.errors[0]);
  const words = cause instanceof Error ? cause.message : String(cause);
  return words.replaceAll(/\s+/gu, ' ').trim();
}

/** Whether another process has a SQLite file for itself. */
function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^SQLITE_BUSY/u.test(String(cause.code));
}

/** A failure of the driver as one that says that the database cannot be used, or that somebody else uses it. */
export function toDatabaseError(cause: unknown, place?: string): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  const code = isBusy(cause) ? 'database-busy' : 'database-unusable';
  return new DatabaseError(code, wordsOf(cause), { cause, place });
}
