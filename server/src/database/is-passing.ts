/** SQLite: busy, full, or the disk does not do what it should. */
const sqliteCodes = /^SQLITE_(?:BUSY|FULL|IOERR|NOMEM|READONLY|CANTOPEN)/u;
/**
 * PostgreSQL, by class of SQLSTATE: connection (08), given way to another transaction (40), resources (53),
 * locks (55P03), shut down or starting (57), the disk (58); and a server that only reads for now (25006).
 */
const postgresqlCodes = /^(?:08...|40...|53...|55P03|57...|58...|25006)$/u;
const networkCodes = /^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/u;
/** What the driver says without a code. */
const connectionWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/u;

/**
 * Whether a transaction failed only because of what another one did at the same time: the same row
 * was made first (23505), or both waited for each other (class 40). Done again, it sees what was done.
 */
export function isContention(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:23505|40...)$/u.test(String(error.code));
}

/** Whether a failure of the database passes: it is busy, full, away or cannot write, and the same request can succeed later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (connectionWords.test(error.message)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return [sqliteCodes, postgresqlCodes, networkCodes].some((pattern) => pattern.test(code));
}
