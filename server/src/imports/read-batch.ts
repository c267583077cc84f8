import { type AnnotationDraft, annotationDraftSchema } from '@waarborg/shared/annotation';
import { maxImported } from '@waarborg/shared/api';
import { fromWebAnnotation, type IncomingAnnotation, parseExactly } from '@waarborg/shared/w3c';
import type { z } from 'zod';
import { ApiError } from '../errors.ts';

/** One annotation of a batch, understood: a draft of ours, or somebody's Web Annotation with its text. */
export type BatchEntry = {
  /** Where it stands, as errors say it: `line 3: ` or `[2].`. */
  readonly where: string;
} & (
  | { readonly draft: AnnotationDraft }
  | { readonly incoming: IncomingAnnotation; readonly foreign: string }
);

type Errors = readonly { path: string; message: string }[];

/** Most mistakes that one answer tells. */
export const maxErrors = 100;

/** Parts of a batch as they came: values with the text that they are written in. */
interface Part {
  readonly where: string;
  readonly text: string;
  /** Absent: the text is still to be read. */
  readonly json?: unknown;
}

/** The lines of newline-delimited JSON; blank ones are left out. */
function splitLines(text: string): Part[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ where: `line ${index + 1}: `, text: line.trim() }],
    );
}

function readJson(text: string): { value: unknown } | undefined {
  try {
    return { value: parseExactly(text) };
  } catch {
    return undefined; // Whoever asks says where it stands.
  }
}

function splitArray(text: string): Part[] {
  const read = readJson(text);
  if (!read) throw new ApiError('invalid-json');
  if (!Array.isArray(read.value)) {
    throw new ApiError('invalid-request', [{ path: '', message: 'is a list of annotations' }]);
  }
  return read.value.map((json: unknown, index) => ({
    where: `[${index}].`,
    text: JSON.stringify(json),
    json,
  }));
}

function toErrors({ issues }: z.ZodError): Errors {
  return issues.map(({ path, message }) => ({
    path: path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key))).join('.'),
    message,
  }));
}

function isWebAnnotation(json: unknown): boolean {
  return typeof json === 'object' && json !== null && '@context' in json;
}

/** Understands one annotation, or says what is wrong with it. */
function understand({ where, text, json: parsed }: Part): BatchEntry | Errors {
  const read = parsed === undefined ? readJson(text) : { value: parsed };
  if (!read) return [{ path: '', message: 'is no JSON' }];
  if (isWebAnnotation(read.value)) {
    const result = fromWebAnnotation(read.value);
    return result.ok ? { where, incoming: result.value, foreign: text } : result.errors;
  }
  const result = annotationDraftSchema.safeParse(read.value);
  return result.success ? { where, draft: result.data } : toErrors(result.error);
}

/** Says where in a batch a mistake is. */
export function placeErrors(where: string, errors: Errors): Errors {
  return errors.map(({ path, message }) => ({ path: `${where}${path}`.replace(/[.: ]+$/u, ''), message }));
}

/**
 * Reads a batch: newline-delimited JSON, or a JSON list.
 *
 * @throws ApiError `invalid-request` with every mistake and its line, up to a hundred; `invalid-json`.
 */
export function readBatch(text: string, isLines: boolean): BatchEntry[] {
  const parts = isLines ? splitLines(text) : splitArray(text);
  if (parts.length > maxImported) {
    const message = `has at most ${maxImported} annotations: send the rest as further batches`;
    throw new ApiError('invalid-request', [{ path: '', message }]);
  }
  const entries: BatchEntry[] = [];
  const errors: { path: string; message: string }[] = [];
  for (const part of parts) {
    const understood = understand(part);
    if ('where' in understood) entries.push(understood);
    else errors.push(...placeErrors(part.where, understood));
    if (errors.length >= maxErrors) break;
  }
  if (errors.length > 0) throw new ApiError('invalid-request', errors.slice(0, maxErrors));
  return entries;
}
