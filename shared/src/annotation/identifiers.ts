import { z } from 'zod';
import { maxConceptIdLength } from './limits.ts';

/** An identifier made where a thing is written: a UUID, version 7 for everything that Waarborg makes. */
export const uuidSchema = z.uuid().toLowerCase();

/** Identifier of a concept: stable, readable, never changed once used. */
export const conceptIdSchema = z
  .string()
  .max(maxConceptIdLength)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** SHA-256 of a text's UTF-8 bytes, as lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits');

/**
 * Text that both databases keep unchanged. SQLite replaces lone surrogates without
 * a word and PostgreSQL refuses U+0000, so both are refused before they get there.
 */
export function textSchema(maxLength: number, minLength = 0) {
  return z
    .string()
    .min(minLength)
    .max(maxLength)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
      message: 'contains a lone surrogate or U+0000',
    });
}

/** A text by which people know a thing, at least one character of which is no space. */
export function nameSchema(maxLength: number) {
  return textSchema(maxLength, 1).refine((name) => name.trim() !== '', { message: 'has characters' });
}
