import { z } from 'zod';
import { uuidSchema } from '../annotation/index.ts';

/** How one passage can stand to another. */
export const linkKinds = ['supports', 'contradicts', 'follows-up', 'repeats'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A link between two passages, read as "from `kind` to". Passages that repeat each other are one claim. */
export const linkSchema = z.object({
  id: uuidSchema,
  from: uuidSchema,
  to: uuidSchema,
  kind: z.enum(linkKinds),
});
export type PassageLink = z.infer<typeof linkSchema>;

/** A link with its version. */
export const keptLinkSchema = linkSchema.extend({
  /** Revision of the dossier in which it was made; its ETag is made of it. */
  revision: z.int().positive(),
});
export type KeptLink = z.infer<typeof keptLinkSchema>;
