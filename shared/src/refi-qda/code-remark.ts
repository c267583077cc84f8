import { z } from 'zod';
import { bases, directions, measures, stages } from '../annotation/index.ts';
import { conceptGroupSchema, conceptSchema } from '../codebook/index.ts';
import { speakerKinds } from '../dossier/index.ts';

/** What a code stands for, beyond its name. */
export const codeRemarkSchema = z.union([
  z.object({ concept: conceptSchema }),
  z.object({ group: conceptGroupSchema }),
  z.object({ measure: z.enum(measures) }),
  z.object({ direction: z.enum(directions) }),
  z.object({ basis: z.enum(bases) }),
  z.object({ stage: z.enum(stages) }),
  z.object({
    speaker: z.object({
      ...{ name: z.string(), aliases: z.array(z.string()), kind: z.enum(speakerKinds) },
      /** Name of the speaker of which this one is part. */
      parent: z.string().optional(),
    }),
  }),
]);
export type CodeRemark = z.infer<typeof codeRemarkSchema>;
