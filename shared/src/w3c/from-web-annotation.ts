import type { z } from 'zod';
import {
  addressSchema,
  type CodingDraft,
  codingDraftSchema,
  maxNoteLength,
  type PassageRange,
  passageRangesSchema,
  sectionSchema,
  textSchema,
  uuidSchema,
} from '../annotation/index.ts';
import { mediaTypeOfAddress } from '../references/index.ts';
import { assertModel, Unacceptable } from './assert-model.ts';
import { fromCodePoints } from './code-points.ts';
import {
  bodiesOf,
  hasType,
  isCoding,
  isInstant,
  isNote,
  isObject,
  type JsonObject,
  toList,
} from './json-ld.ts';
import { pdfFragmentSyntax } from './vocabulary.ts';

/** What we understand of somebody's Web Annotation. */
export interface IncomingAnnotation {
  /** A UUID that the client proposes (`urn:uuid:…`). */
  readonly id?: string | undefined;
  /** The address by which its sender knows it; absent where it proposes an id, or has none. */
  readonly origin?: string | undefined;
  /** Address of the annotated page or file. */
  readonly source: string;
  /** What stands there; a PDF where the annotation says so, by its format or by the page that it names. */
  readonly mediaType: 'application/pdf' | 'text/html';
  /** Empty where it quotes nothing; then it has no codings either. */
  readonly ranges: readonly PassageRange[];
  readonly codings: readonly CodingDraft[];
  readonly note?: string | undefined;
  /** When it was confirmed that the passage is not in the document any more (ISO 8601, UTC). */
  readonly gone?: string | undefined;
}

/** What an annotation of somebody else means to us, or where it is wrong. */
export type IncomingResult =
  | { readonly ok: true; readonly value: IncomingAnnotation }
  /** `path` is where the annotation is wrong, such as `body[0].measure`. */
  | { readonly ok: false; readonly errors: readonly { path: string; message: string }[] };

function selectorsOf(target: JsonObject): JsonObject[] {
  return toList(target.selector).filter(isObject);
}

/** The outermost quote: also one that only refines another selector, such as a fragment of the page. */
function quoteOf(selectors: readonly JsonObject[]): JsonObject | undefined {
  let level = selectors;
  while (level.length > 0) {
    const quote = level.find((selector) => hasType(selector, 'TextQuoteSelector'));
    if (quote) return quote;
    level = level.flatMap((selector) => toList(selector.refinedBy).filter(isObject));
  }
  return undefined;
}

function pageOf(selectors: readonly JsonObject[]): number | undefined {
  const fragment = selectors.find(
    (selector) => hasType(selector, 'FragmentSelector') && selector.conformsTo === pdfFragmentSyntax,
  );
  const page = Number(/(?:^|&)page=(\d+)/u.exec(String(fragment?.value ?? ''))?.[1]);
  return Number.isInteger(page) && page > 0 ? page : undefined;
}

function toRange(target: unknown, path: string, text: string | undefined): unknown {
  if (!isObject(target)) throw new Unacceptable(path, 'a passage is a target with `source` and `selector`');
  const selectors = selectorsOf(target);
  const quote = quoteOf(selectors);
  if (typeof quote?.exact !== 'string') {
    throw new Unacceptable(`${path}.selector`, 'a passage has a TextQuoteSelector with `exact`');
  }
  const position = selectors.find((selector) => hasType(selector, 'TextPositionSelector'));
  const start = position?.start;
  const page = pageOf(selectors);
  // A term of somebody else may have the same name: what does not fit is theirs.
  const section = sectionSchema.safeParse(target.section).data;
  return {
    exact: quote.exact,
    ...(quote.prefix === undefined ? {} : { prefix: quote.prefix }),
    ...(quote.suffix === undefined ? {} : { suffix: quote.suffix }),
    ...(typeof start === 'number' ? fromCodePoints(start, quote.exact, text) : {}),
    ...(page === undefined ? {} : { page }),
    ...(section && { section }),
  };
}

/** The one address that all targets share. */
function sourceOf(targets: readonly unknown[]): string {
  const sources = new Set(
    targets.map((target) => {
      if (typeof target === 'string') return target;
      const source = isObject(target) ? (target.source ?? target.id) : undefined;
      return isObject(source) ? source.id : source;
    }),
  );
  const [source] = sources;
  if (sources.size !== 1) throw new Unacceptable('target', 'the pieces of a passage lie in one document');
  return parse(addressSchema, source, 'target.source');
}

function parse<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where =
    issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('') ?? '';
  throw new Unacceptable(`${path}${where}`, issue?.message ?? 'not valid');
}

/** Whether a target says that it is of a PDF, whose address may not. */
function isOfPdf(target: unknown): boolean {
  if (!isObject(target)) return false;
  const formats = [target, target.source].flatMap((one) => (isObject(one) ? toList(one.format) : []));
  return formats.includes('application/pdf') || pageOf(selectorsOf(target)) !== undefined;
}

function proposedId(json: JsonObject): string | undefined {
  const id = typeof json.id === 'string' ? /^urn:uuid:(.+)$/iu.exec(json.id)?.[1] : undefined;
  const parsed = uuidSchema.safeParse(id);
  return parsed.success ? parsed.data : undefined;
}

function originOf({ id }: JsonObject): string | undefined {
  const address = addressSchema.safeParse(id);
  return address.success && !/^urn:uuid:/iu.test(address.data) ? address.data : undefined;
}

/** Identifiers of codings as we give them out; foreign ones are no identifiers of ours. */
function withOwnId(body: JsonObject): JsonObject {
  const id = proposedId(body);
  const { id: _, ...rest } = body;
  return id === undefined ? rest : { ...rest, id };
}

function codingsOf(json: JsonObject): CodingDraft[] {
  return bodiesOf(json).flatMap((body, index) =>
    isCoding(body) ? [parse(codingDraftSchema, withOwnId(body), `body[${index}]`)] : [],
  );
}

function noteOf(json: JsonObject): string | undefined {
  const note = bodiesOf(json).find(isNote);
  return note && parse(textSchema(maxNoteLength), note.value, 'body.value');
}

/** The pieces that the targets quote, all of one document. */
function passageOf(targets: readonly unknown[], text: string | undefined) {
  const source = sourceOf(targets);
  const ranges = targets.map((target, index) => toRange(target, `target[${index}]`, text));
  return { source, ranges: parse(passageRangesSchema, ranges, 'target') };
}

/** The first address that the targets name, whatever they are. */
function firstSourceOf(targets: readonly unknown[]): string {
  const addresses = (target: unknown): unknown[] => {
    if (!isObject(target)) return [target];
    const { source, id, items } = target;
    return [...(isObject(source) ? [source.id] : [source]), id, ...toList(items).flatMap(addresses)];
  };
  const address = targets.flatMap(addresses).find((one) => addressSchema.safeParse(one).success);
  return parse(addressSchema, address, 'target');
}

/** Where the annotation belongs. One that has no coding may quote nothing: it is about a whole, or a place without words. */
function placeOf(targets: readonly unknown[], codings: readonly CodingDraft[], text: string | undefined) {
  try {
    return passageOf(targets, text);
  } catch (error) {
    if (!(error instanceof Unacceptable) || codings.length > 0) throw error;
    return { source: firstSourceOf(targets), ranges: [] };
  }
}

function understand(json: JsonObject, text: string | undefined): IncomingAnnotation {
  assertModel(json);
  const codings = codingsOf(json);
  const targets = toList(json.target);
  const place = placeOf(targets, codings, text);
  return {
    id: proposedId(json),
    origin: originOf(json),
    ...place,
    mediaType: targets.some(isOfPdf) ? 'application/pdf' : mediaTypeOfAddress(place.source),
    codings,
    note: noteOf(json),
    gone: isInstant(json.gone) ? json.gone : undefined,
  };
}

/**
 * Reads a W3C Web Annotation. Never throws for any input.
 * `text` is the text of the source where it is known; positions, which count code points there,
 * are converted with it.
 */
export function fromWebAnnotation(json: unknown, text?: string): IncomingResult {
  if (!isObject(json)) return { ok: false, errors: [{ path: '', message: 'is a JSON object' }] };
  try {
    return { ok: true, value: understand(json, text) };
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    return { ok: false, errors: [{ path: error.path, message: error.message }] };
  }
}
