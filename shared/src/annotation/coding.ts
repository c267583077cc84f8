import { z } from 'zod';
import { conceptIdSchema, nameSchema, textSchema, uuidSchema } from './identifiers.ts';
import {
  maxPeriodLength,
  maxProvisionLength,
  maxReasonLength,
  maxSpeakerNameLength,
  maxUnitLength,
} from './limits.ts';
import { bases, directions, measures, stages, statuses } from './values.ts';

/** How much: `{ value: 660000, to: 800000, unit: 'EUR', period: 'P1Y' }` is 660,000–800,000 euro a year. */
export const quantitySchema = z
  .object({
    value: z.number(),
    /** Upper end of a range. */
    to: z.number().optional(),
    /** ISO 4217 code, or a noun such as `days` or `cases`. */
    unit: textSchema(maxUnitLength, 1),
    /** ISO 8601 duration over which the value holds. */
    period: z
      .string()
      .max(maxPeriodLength)
      .regex(/^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/, 'an ISO 8601 duration')
      .optional(),
  })
  .refine((quantity) => quantity.to === undefined || quantity.to >= quantity.value, {
    message: '`to` is not below `value`',
  });
export type Quantity = z.infer<typeof quantitySchema>;

/** Beyond, JavaScript reads another whole number than was written. */
function isExact(amount: number): boolean {
  return Math.abs(amount) <= Number.MAX_SAFE_INTEGER;
}

/** A quantity as somebody writes it. */
export const quantityDraftSchema = quantitySchema
  .refine(({ unit }) => unit.trim() !== '', { path: ['unit'], message: 'has characters' })
  .refine(({ value }) => isExact(value), { path: ['value'], message: 'is too large to be kept exactly' })
  .refine(({ to = 0 }) => isExact(to), { path: ['to'], message: 'is too large to be kept exactly' });

const codingFields = {
  /** Concept of the codebook: which procedural safeguard this is about. */
  safeguard: conceptIdSchema,
  measure: z.enum(measures).optional(),
  stage: z.enum(stages).optional(),
  /** Concept of the codebook: on what it has an effect. Absent: the passage only describes. */
  impact: conceptIdSchema.optional(),
  direction: z.enum(directions),
  basis: z.enum(bases),
  /** The article that does it. One of a law is kept in its canonical form (`toProvision`), whoever sends it. */
  provision: textSchema(maxProvisionLength, 1).optional(),
  quantity: quantitySchema.optional(),
};

/**
 * One statement about a passage, as somebody writes it.
 * `speaker` and `reportedBy` are a speaker's id, name or alias; an unknown name becomes a new speaker.
 * Without `speaker` the document's issuer speaks.
 */
export const codingDraftSchema = z.object({
  /** Kept when an annotation is edited, so that history and review follow the coding. */
  id: uuidSchema.optional(),
  ...codingFields,
  provision: nameSchema(maxProvisionLength).optional(),
  quantity: quantityDraftSchema.optional(),
  speaker: textSchema(maxSpeakerNameLength, 1).optional(),
  reportedBy: textSchema(maxSpeakerNameLength, 1).optional(),
});
export type CodingDraft = z.infer<typeof codingDraftSchema>;

/** One statement about a passage, as it is kept: every speaker is an id of the dossier's authority list. */
export const codingSchema = z.object({
  id: uuidSchema,
  ...codingFields,
  speaker: uuidSchema,
  reportedBy: uuidSchema.optional(),
  status: z.enum(statuses),
  /** Why a curator sent it back. */
  reason: textSchema(maxReasonLength).optional(),
});
export type Coding = z.infer<typeof codingSchema>;

/** Whom codings name: who says each, and who reports it. */
export function speakersOf(codings: readonly Pick<CodingDraft, 'speaker' | 'reportedBy'>[]): string[] {
  return codings.flatMap(({ speaker, reportedBy }) =>
    [speaker, reportedBy].filter((named) => named !== undefined),
  );
}
