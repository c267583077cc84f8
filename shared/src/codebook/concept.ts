import { z } from 'zod';
import { conceptIdSchema, textSchema } from '../annotation/index.ts';

/** Longest label or definition in one language, in UTF-16 code units. */
export const maxLabelLength = 2_000;
/** Longest article on which a safeguard rests, in UTF-16 code units. */
export const maxLegalBasisLength = 200;
/** Longest term, in UTF-16 code units. */
export const maxTermLength = 80;

/** A text in both languages of the interface. */
const bilingualSchema = z.object({ nl: textSchema(maxLabelLength), en: textSchema(maxLabelLength) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** Most characters of a short label, so that it fits a narrow column. */
export const maxShortLabelLength = 18;

/** What the kinds of concept are. */
export const conceptKinds = ['safeguard', 'impact'] as const;
export type ConceptKind = (typeof conceptKinds)[number];

const conceptFields = {
  /** Id of a group of the codebook. */
  group: conceptIdSchema,
  label: bilingualSchema,
  shortLabel: z.object({
    nl: textSchema(maxShortLabelLength, 1),
    en: textSchema(maxShortLabelLength, 1),
  }),
  /** What it is; of an impact: what `favourable` means. */
  definition: bilingualSchema,
  /** Article on which a safeguard rests: a starting point that a curator can correct. */
  legalBasis: textSchema(maxLegalBasisLength).optional(),
  /** What passages about it usually say; `*` stands for any ending. */
  terms: z.array(textSchema(maxTermLength, 1)).max(100),
  /** Retired concepts keep their codings and are not offered any more. */
  retired: z.boolean().optional(),
};

/** What can be changed of a concept. */
export const conceptUpdateSchema = z.object(conceptFields);
export type ConceptUpdate = z.infer<typeof conceptUpdateSchema>;

/** A concept as a curator adds it. */
export const conceptDraftSchema = z.object({
  id: conceptIdSchema,
  kind: z.enum(conceptKinds),
  ...conceptFields,
});
export type ConceptDraft = z.infer<typeof conceptDraftSchema>;

/** A safeguard or an impact. Its id never changes, and is that of no other concept; everything else may change. */
export const conceptSchema = conceptDraftSchema.extend({
  /** Set when merged: codings count for the other concept. */
  mergedInto: conceptIdSchema.optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

/** A heading of the codebook. */
export const conceptGroupSchema = z.object({
  id: conceptIdSchema,
  kind: z.enum(conceptKinds),
  label: bilingualSchema,
});
export type ConceptGroup = z.infer<typeof conceptGroupSchema>;

/** The vocabulary of a dossier; groups and concepts in the order in which they are shown. */
export const codebookSchema = z.object({
  groups: z.array(conceptGroupSchema),
  concepts: z.array(conceptSchema),
});
export type Codebook = z.infer<typeof codebookSchema>;

/** Revision of the dossier in which it was last changed; its ETag is made of it. */
const revisionSchema = z.int().positive();
/** A concept with its version. */
export const keptConceptSchema = conceptSchema.extend({ revision: revisionSchema });
export type KeptConcept = z.infer<typeof keptConceptSchema>;
/** A group with its version. */
export const keptConceptGroupSchema = conceptGroupSchema.extend({ revision: revisionSchema });
export type KeptConceptGroup = z.infer<typeof keptConceptGroupSchema>;

/** The codebook of a dossier with the version of every part. */
export const keptCodebookSchema = z.object({
  groups: z.array(keptConceptGroupSchema),
  concepts: z.array(keptConceptSchema),
});
export type KeptCodebook = z.infer<typeof keptCodebookSchema>;
