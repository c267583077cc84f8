import type { Problem, ProblemCode } from '@waarborg/shared/api';
import type { ZodType } from 'zod';

/** What stopped a request: the server said so, did not answer, or answered what cannot be understood. */
export type FailureCode = ProblemCode | 'unreachable' | 'unreadable';

/** A request that did not succeed. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  /** What the server told about it, in the language of the request. */
  readonly problem: Problem | undefined;

  constructor(code: FailureCode, options: { problem?: Problem; cause?: unknown } = {}) {
    super(options.problem?.title ?? code, { cause: options.cause });
    this.name = 'ApiFailure';
    this.code = code;
    this.problem = options.problem;
  }
}

/** What there is now, where a write was refused because somebody else was before; undefined for everything else. */
export function currentIn<T>(error: unknown, schema: ZodType<T>): T | undefined {
  if (!(error instanceof ApiFailure) || error.code !== 'precondition-failed') return undefined;
  return schema.safeParse(error.problem?.current).data;
}
