import type { ProblemCode } from '@waarborg/shared/api';
import type { Hindrance } from '../database/index.ts';
import { ApiError } from '../errors.ts';

/**
 * Refuses a change that the rest of the dossier forbids.
 *
 * @param say makes of what stands in the way what the problem says of it
 * @throws ApiError `code`, where anything stands in the way
 */
export function refuseHindrances(
  hindrances: readonly Hindrance[],
  code: ProblemCode,
  say = (subject: string) => subject,
): void {
  if (hindrances.length === 0) return;
  throw new ApiError(
    code,
    hindrances.map(({ field: path, subject }) => ({ path, message: say(subject) })),
  );
}
