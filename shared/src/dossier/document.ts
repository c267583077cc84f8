import { z } from 'zod';
import {
  addressSchema,
  maxRenditionLength,
  maxSpeakerNameLength,
  nameSchema,
  sha256Schema,
  textSchema,
  uuidSchema,
} from '../annotation/index.ts';
import { documentDatePattern, isDocumentDate } from './document-date.ts';
import { maxTitleLength } from './limits.ts';
import { sourceTypes } from './source-types.ts';

/**
 * Schemes of identifiers that make two copies one document. `tweede-kamer` is a document number of the
 * Second Chamber (`2022D06725`), `sha256` the hash of a PDF's bytes, `text-sha256` that of its normalised
 * text, `pdf-id` its file identifier.
 */
export const identifierSchemes = [
  'ecli',
  'official-publication',
  'bwb',
  'celex',
  'tweede-kamer',
  'sha256',
  'text-sha256',
  'pdf-id',
] as const;

/** An identifier of a document, by its scheme. */
export const documentIdentifierSchema = z.object({
  scheme: z.enum(identifierSchemes),
  /** Canonical form: `ECLI:NL:RBDHA:2022:6122`, `kst-36704-11`, `BWBR0011823`, `32024R1348`. */
  value: textSchema(200, 1),
});
export type DocumentIdentifier = z.infer<typeof documentIdentifierSchema>;

/** Where a copy of a document is. */
export const documentAddressSchema = z.object({
  address: addressSchema,
  mediaType: z.enum(['text/html', 'application/pdf']),
});
export type DocumentAddress = z.infer<typeof documentAddressSchema>;

/** A calendar date as far as it is known: `2026`, `2026-05` or `2026-05-12`. */
export const documentDateSchema = z
  .string()
  .regex(documentDatePattern, 'YYYY, YYYY-MM or YYYY-MM-DD')
  .meta({ format: 'partial-date' });

/** The same of what somebody asks or proposes now: a day must be in the calendar, as the 30th of February is not. */
export const calendarDateSchema = documentDateSchema.refine(isDocumentDate, {
  message: 'is no day of the calendar',
});

const documentFields = {
  sourceType: z.enum(sourceTypes),
  title: textSchema(maxTitleLength, 1),
  date: documentDateSchema.optional(),
  addresses: z.array(documentAddressSchema),
  identifiers: z.array(documentIdentifierSchema),
};

/** Most addresses, and most identifiers, that are proposed at once; a document learns them without end. */
const maxProposed = 50;

/**
 * A document as a client proposes it. Sent before its first passage; if the dossier already
 * has a document with one of the identifiers or addresses, that one is used and learns
 * the others, and the proposed id keeps working as an alias of it.
 */
export const documentDraftSchema = z.object({
  id: uuidSchema,
  ...documentFields,
  title: nameSchema(maxTitleLength),
  date: calendarDateSchema.optional(),
  addresses: documentFields.addresses.max(maxProposed).default([]),
  identifiers: documentFields.identifiers.max(maxProposed).default([]),
  /** Name, alias or id of the body that speaks in it. */
  issuer: textSchema(maxSpeakerNameLength, 1).optional(),
});
export type DocumentDraft = z.infer<typeof documentDraftSchema>;

/** A document of a dossier: one paper, however many copies it has. */
export const documentSchema = z.object({
  id: uuidSchema,
  ...documentFields,
  /** Speaker id. */
  issuer: uuidSchema.optional(),
  /** Other ids under which clients may still name it. */
  aliases: z.array(uuidSchema),
  /** Set in history and changes only: the document that stands for this one, and is listed in its place. */
  mergedInto: uuidSchema.optional(),
  revision: z.int().positive(),
});
export type SourceDocument = z.infer<typeof documentSchema>;

/** The text of a document as it was read. Its id is the SHA-256 of its UTF-8 bytes. */
export const renditionDraftSchema = z.object({
  text: textSchema(maxRenditionLength, 1),
  source: addressSchema,
  mediaType: z.enum(['text/html', 'application/pdf']),
});
export type RenditionDraft = z.infer<typeof renditionDraftSchema>;

/** A text that is kept of a document, without its words. */
export const renditionSchema = z.object({
  id: sha256Schema,
  document: uuidSchema,
  source: addressSchema,
  mediaType: z.enum(['text/html', 'application/pdf']),
  retrieved: z.iso.datetime(),
});
export type Rendition = z.infer<typeof renditionSchema>;
