import { z } from 'zod';

/**
 * Stable codes of everything that can go wrong, each with its HTTP status.
 * The text that a person reads for each stands in `messages/problems.ts`.
 */
export const problemStatuses = {
  'account-exists': 409,
  'body-too-large': 413,
  'coding-not-found': 404,
  'concept-exists': 409,
  'concept-not-found': 404,
  'concept-unknown': 422,
  'document-in-use': 409,
  'dismissal-exists': 409,
  'dismissal-not-found': 404,
  'document-not-found': 404,
  'dossier-not-found': 404,
  'dossier-slug-taken': 409,
  forbidden: 403,
  'foreign-origin': 403,
  'group-in-use': 409,
  'group-not-found': 404,
  'token-limited': 403,
  'annotation-deleted': 410,
  'annotation-exists': 409,
  'already-merged': 409,
  'annotation-not-found': 404,
  'export-too-large': 507,
  'idempotency-key-reused': 422,
  'headers-too-large': 431,
  'internal-error': 500,
  'invalid-http': 400,
  'invitation-ended': 410,
  'invitation-of-another': 403,
  'invitation-not-found': 404,
  'invalid-json': 400,
  'import-needs-curator': 403,
  'invalid-request': 422,
  'last-owner': 409,
  'link-exists': 409,
  'link-not-found': 404,
  'member-not-found': 404,
  'not-acceptable': 406,
  'not-found': 404,
  'not-merged': 409,
  'method-not-allowed': 405,
  'outline-exists': 409,
  'outline-full': 422,
  'outline-part-exists': 409,
  'outline-part-not-found': 404,
  'outline-not-found': 404,
  'paper-too-large': 422,
  'precondition-failed': 412,
  'precondition-required': 428,
  'publication-not-found': 404,
  'rendition-not-found': 404,
  'request-timeout': 408,
  'password-guessable': 422,
  'session-not-found': 404,
  'token-not-found': 404,
  'revision-not-found': 404,
  'role-too-small': 403,
  'speaker-exists': 409,
  'speaker-in-use': 409,
  'speaker-name-taken': 409,
  'speaker-not-found': 404,
  'text-not-kept': 403,
  'too-many-requests': 429,
  'too-many-streams': 429,
  unauthenticated: 401,
  unavailable: 503,
  'undo-blocked': 409,
  'unsupported-media-type': 415,
} as const;
export type ProblemCode = keyof typeof problemStatuses;

/** Why a change cannot be undone: a field is not what the change made of it, or something else needs it. */
export const obstacleSchema = z.object({
  /** Kind and id of the thing that the change changed. */
  kind: z.string(),
  id: z.string(),
  /** Where in it: `title`, or `codings/{id}/status`. Empty: the thing as a whole. */
  field: z.string(),
  /** What the change made of the field; absent where it took it away. */
  made: z.unknown().optional(),
  /** What the field is now; absent where there is nothing. */
  now: z.unknown().optional(),
  /** The change that made it so. */
  by: z.int().positive().optional(),
  /** Id or name of what would be missing, hanging or taken twice. */
  subject: z.string().optional(),
});
export type Obstacle = z.infer<typeof obstacleSchema>;

/** RFC 9457 problem details, as every error of the API is told. */
export const problemSchema = z.object({
  type: z.string(),
  /** What happened, for a person, in the language of the request. */
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]]),
  /** What to do about it. */
  detail: z.string().optional(),
  /** Where the request is wrong. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** With `precondition-failed`: the thing as it is now; the `ETag` header names its version. */
  current: z.unknown().optional(),
  /** With `undo-blocked`: what stands in the way. */
  obstacles: z.array(obstacleSchema).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
