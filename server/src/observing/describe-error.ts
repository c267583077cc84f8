/** What the log says of an error. */
interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where it came from: one place in the code a line. */
  readonly at: readonly string[];
  readonly cause?: ErrorDescription;
}

/** Longest message that is kept: what is longer quotes something. */
const maxMessageLength = 300;

/**
 * A message without what it quotes: parsers and databases quote what they were given, and that can be the text
 * of a passage. It ends at the first quotation mark: what is quoted can hold marks of its own.
 */
function withoutQuotations(message: string): string {
  return message.replace(/["'`“‘].*/su, '…').slice(0, maxMessageLength);
}

/** An error for the log: what kind, and where in the code, without any text that somebody sent. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.+)$/u.exec(line)?.[1] ?? []);
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { type: error.name, message: withoutQuotations(error.message), ...code, at, ...cause };
}
