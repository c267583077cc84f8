import { z } from 'zod';
import { maxHeadingLength } from '../text/index.ts';
import { sha256Schema, textSchema } from './identifiers.ts';
import { maxQuoteLength, maxRanges } from './limits.ts';

const sectionNumberSchema = textSchema(20, 1);

/**
 * The part of a document in which words stand, as far as it says so: a consideration of a ruling, an article or a
 * recital of a law, a numbered question or its answer, or what stands under a heading; one of these.
 */
export const sectionSchema = z.union([
  /** `5.2` */
  z.strictObject({ consideration: sectionNumberSchema }),
  /** `3.109` and, where they are known, the paragraph (`2`) and the point of it (`a`). */
  z.strictObject({
    article: sectionNumberSchema,
    paragraph: sectionNumberSchema.optional(),
    point: sectionNumberSchema.optional(),
  }),
  /** `12` */
  z.strictObject({ recital: sectionNumberSchema }),
  /** `3` */
  z.strictObject({ question: sectionNumberSchema }),
  z.strictObject({ answer: sectionNumberSchema }),
  /** The words of the heading without its number, and that number: `3.2`. */
  z.strictObject({ heading: textSchema(maxHeadingLength, 1), number: sectionNumberSchema.optional() }),
]);
export type Section = z.infer<typeof sectionSchema>;

/**
 * One piece of a passage: the verbatim quote with its surroundings, and where it stood.
 *
 * `start` and `end` are UTF-16 code units in the text of the copy that was read
 * (`text.slice(start, end) === exact`); both are there or neither is.
 */
export const passageRangeSchema = z
  .object({
    exact: textSchema(maxQuoteLength, 1).refine((exact) => exact.trim() !== '', {
      message: 'a passage has words',
    }),
    prefix: textSchema(1_000).optional(),
    suffix: textSchema(1_000).optional(),
    start: z.int().nonnegative().optional(),
    end: z.int().positive().optional(),
    /**
     * How many characters before `start` take two code units. W3C positions count code
     * points: `start - astralBefore`. Absence means none.
     */
    astralBefore: z.int().nonnegative().optional(),
    /** Page of the PDF on which the piece begins, from 1. */
    page: z.int().positive().optional(),
    /** Where the piece begins; absent where the document does not number its parts, or nobody saw. */
    section: sectionSchema.optional(),
  })
  .refine((range) => (range.start === undefined) === (range.end === undefined), {
    message: '`start` and `end` come together',
  })
  .refine((range) => range.start === undefined || range.end === undefined || range.start < range.end, {
    message: '`start` is before `end`',
  })
  .refine(({ start, astralBefore }) => start === undefined || (astralBefore ?? 0) <= start, {
    message: '`astralBefore` is not more than `start`',
  });
export type PassageRange = z.infer<typeof passageRangeSchema>;

/** The pieces of one passage, in the order of the text. */
export const passageRangesSchema = z.array(passageRangeSchema).min(1).max(maxRanges);

/** Hash of the text in which the passage was marked, where that text was kept. */
export const renditionIdSchema = sha256Schema;
