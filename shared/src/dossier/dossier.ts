import { z } from 'zod';
import { nameSchema, textSchema, uuidSchema } from '../annotation/index.ts';
import { maxDossierTitleLength } from './limits.ts';
import { maxSlugLength, slugPattern } from './slug.ts';
import { sourceTypes } from './source-types.ts';

/** What a member of a dossier may do; each role may do what the ones before it may. */
export const roles = ['reader', 'reviewer', 'curator', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Whether a role may do what `needed` may. */
export function isAllowed(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** The name of a dossier in addresses. */
export const slugSchema = z
  .string()
  .min(1)
  .max(maxSlugLength)
  .regex(slugPattern, 'lower-case words joined by hyphens');

/** How long a deleted dossier can be brought back, in days. */
export const deletedDossierDays = 30;

/** That a dossier was deleted, and until when an owner can bring it back. */
const deletionSchema = z.object({
  at: z.iso.datetime(),
  /** Instant from which it is erased. */
  until: z.iso.datetime(),
  /** Revision that deleted it; undoing it brings the dossier back. */
  revision: z.int().positive(),
});

/** One legislative review, as a member sees it. */
export const dossierSchema = z.object({
  id: uuidSchema,
  /** Name in addresses. */
  slug: slugSchema,
  title: textSchema(maxDossierTitleLength, 1),
  /** Number of the last change. */
  revision: z.int().nonnegative(),
  role: z.enum(roles),
  /** Only in the list of deleted ones (`GET /dossiers?deleted=true`). */
  deleted: deletionSchema.optional(),
});
export type Dossier = z.infer<typeof dossierSchema>;

/** What an owner sets for a dossier. */
export const dossierSettingsSchema = z.object({
  title: nameSchema(maxDossierTitleLength),
  /** Source types of which no text is kept, only passages. */
  withoutText: z
    .array(z.enum(sourceTypes))
    .max(sourceTypes.length)
    .transform((types) => sourceTypes.filter((type) => types.includes(type))),
  /** Id of the document that is the bill; absent: the one that says of itself that it is, where only one does. */
  bill: uuidSchema.optional(),
});
export type DossierSettings = z.infer<typeof dossierSettingsSchema>;

/** A dossier as it is begun. */
export const dossierDraftSchema = z.object({ slug: slugSchema, title: nameSchema(maxDossierTitleLength) });
