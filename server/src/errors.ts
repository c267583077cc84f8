import { type Problem, type ProblemCode, problemStatuses } from '@waarborg/shared/api';
import { type Language, preferredLanguage } from '@waarborg/shared/messages';
import { problemMessages } from '@waarborg/shared/messages/problems';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { parseAccept } from 'hono/utils/accept';

/** What a problem may say besides what every problem says. */
type ProblemMembers = Pick<Problem, 'current' | 'obstacles'>;

/** A request that cannot be served, for a reason that its sender can do something about. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  /** Where the request is wrong, or what it names that is not there. */
  readonly errors: readonly { path: string; message: string }[];
  /** Headers that the answer has besides its own. */
  readonly headers: Readonly<Record<string, string>>;
  /** Further members of the problem, such as the version that is there. */
  readonly members: ProblemMembers;

  constructor(
    code: ProblemCode,
    errors: readonly { path: string; message: string }[] = [],
    {
      cause,
      headers = {},
      ...members
    }: { cause?: unknown; headers?: Readonly<Record<string, string>> } & ProblemMembers = {},
  ) {
    super(`${code}${errors.map(({ path, message }) => ` ${path}: ${message}`).join(';')}`, { cause });
    this.name = 'ApiError';
    this.code = code;
    this.errors = errors;
    this.headers = headers;
    this.members = members;
  }
}

/** Language of the person who asks, by `Accept-Language`. */
export function languageOf(c: Context): Language {
  const preferences = parseAccept(c.req.header('accept-language') ?? '');
  return preferredLanguage(preferences.filter(({ q }) => q > 0).map(({ type }) => type));
}

/** An error as RFC 9457 problem details. */
export function toProblem(error: ApiError, language: Language): Problem {
  const status = problemStatuses[error.code];
  const message = problemMessages[language][error.code];
  return {
    type: `urn:waarborg:problem:${error.code}`,
    title: message.title,
    status,
    code: error.code,
    ...(message.detail ? { detail: message.detail } : {}),
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
    ...error.members,
  };
}

/** Answers with RFC 9457 problem details. */
export function problemResponse(c: Context, error: ApiError): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  headers.set('content-language', languageOf(c));
  if (error.code === 'unauthenticated') headers.set('www-authenticate', 'Bearer');
  for (const [name, value] of Object.entries(error.headers)) headers.set(name, value);
  return new Response(JSON.stringify(toProblem(error, languageOf(c))), {
    status: problemStatuses[error.code],
    headers,
  });
}

/** What Hono and its validators refuse by themselves. */
const codesOfStatuses: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid-json',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

/** An expected error of Hono or of a parser as one of ours; undefined for what nobody expected. */
function toApiError(error: Error): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof HTTPException) return new ApiError(codesOfStatuses[error.status] ?? 'invalid-request');
  return undefined;
}

/** Told about every error that nobody expected, and by which request it came. */
export type ReportError = (error: Error, requestId?: string) => void;

/**
 * The one place where errors become answers. What nobody expected is told to `report`, never to the sender.
 * `isPassing` says after which errors the same request can succeed later.
 */
export function createErrorHandler(report: ReportError, isPassing: (error: Error) => boolean): ErrorHandler {
  return (error, c) => {
    const known = toApiError(error);
    if (!known) report(error, c.get('requestId'));
    return problemResponse(c, known ?? new ApiError(isPassing(error) ? 'unavailable' : 'internal-error'));
  };
}

/** Answers that there is nothing at an address. */
export const answerNotFound: NotFoundHandler = (c) => problemResponse(c, new ApiError('not-found'));
