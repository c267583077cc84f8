import { ApiError } from '../errors.ts';

/** Revisions of which a client says that it changes one; `any` for whatever is there. */
export type ExpectedVersion = 'any' | readonly number[];

/**
 * Refuses to change another version than the one that the client saw; without one it changes what is there.
 *
 * @throws ApiError `precondition-failed`, with the version that is there.
 */
export function assertVersion(
  current: { readonly revision: number },
  expected: ExpectedVersion | undefined,
): void {
  if (expected === undefined || expected === 'any' || expected.includes(current.revision)) return;
  throw new ApiError('precondition-failed', [], {
    headers: { etag: `"${current.revision}"` },
    current,
  });
}
