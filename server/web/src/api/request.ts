import { problemSchema, readWholeList } from '@waarborg/shared/api';
import type { Language } from '@waarborg/shared/messages';
import { v7 as createUuid } from 'uuid';
import { type ZodType, z } from 'zod';
import { language as spokenLanguage } from '../language/language.ts';
import { ask, takeEarly } from './early-answers.ts';
import { ApiFailure } from './failure.ts';
import { nextTurn } from './next-turn.ts';

interface ReadOptions {
  /** Absent: that of the pages. */
  readonly language?: Language;
  readonly signal?: AbortSignal;
}

/** What a request gives, with `unreachable` where it does not come, unless nobody wants it any more. */
async function answerOf<T>(request: Promise<T>, signal?: AbortSignal | null): Promise<T> {
  try {
    return await request;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiFailure('unreachable', { cause });
  }
}

function send(path: string, init: RequestInit): Promise<Response> {
  return answerOf(fetch(path, { credentials: 'same-origin', ...init }), init.signal);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new ApiFailure(response.status >= 500 ? 'unavailable' : 'unreadable', { cause });
  }
}

/** Throws what an answer says went wrong. */
function refuse(response: Response, body: unknown): never {
  const problem = problemSchema.safeParse(body);
  if (problem.success) throw new ApiFailure(problem.data.code, { problem: problem.data });
  throw new ApiFailure(response.status === 401 ? 'unauthenticated' : 'internal-error');
}

async function readAnswer<T>(response: Response, schema: ZodType<T>): Promise<T> {
  const body = await readJson(response);
  if (!response.ok) refuse(response, body);
  // Several that come at the same moment are read one by one: the reader comes in between.
  await nextTurn();
  const answer = schema.safeParse(body);
  if (!answer.success) throw new ApiFailure('unreadable', { cause: answer.error });
  return answer.data;
}

/**
 * Gets what the API has at a path below `/api/v1`.
 *
 * @throws {ApiFailure}
 */
export async function getJson<T>(
  path: string,
  schema: ZodType<T>,
  { language = spokenLanguage.value, signal }: ReadOptions = {},
): Promise<T> {
  const request = takeEarly(path, language) ?? ask(path, language, signal);
  return readAnswer(await answerOf(request, signal), schema);
}

/**
 * Gets all pages of a list.
 *
 * @throws {ApiFailure}
 */
export function getList<T extends { readonly next?: string | undefined }>(
  path: string,
  schema: ZodType<T>,
  options?: ReadOptions,
): Promise<T> {
  return readWholeList(path, (page) => getJson(page, schema, options));
}

/** A file that the API made, with the name under which it is kept. */
export interface ApiFile {
  readonly content: Blob;
  readonly name: string;
}

interface FileOptions {
  readonly signal?: AbortSignal;
  /** Told how many bytes have come, and of how many where that is known. */
  readonly onProgress?: (received: number, total: number | undefined) => void;
}

/** How many bytes an answer has; what was packed on its way has more than it says. */
function lengthOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

/** Reads a file, and tells how far that is. */
function readFile(response: Response, onProgress: FileOptions['onProgress']): Promise<Blob> {
  if (!onProgress || !response.body) return response.blob();
  let received = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      received += bytes.length;
      onProgress(received, lengthOf(response));
      controller.enqueue(bytes);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: response.headers }).blob();
}

/**
 * Gets a file at a path below `/api/v1`.
 *
 * @throws {ApiFailure}
 */
export async function getFile(path: string, { signal, onProgress }: FileOptions = {}): Promise<ApiFile> {
  const headers = { 'Accept-Language': spokenLanguage.value };
  const response = await send(`/api/v1${path}`, { headers, ...(signal ? { signal } : {}) });
  if (!response.ok) refuse(response, await readJson(response));
  const name = /filename="([^"]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { content: await answerOf(readFile(response, onProgress), signal), name: name ?? 'waarborg' };
}

/** A key for one write: sent again with the same key it is still one write. */
export function createIdempotencyKey(): string {
  return createUuid();
}

interface WriteOptions {
  /** The same for every attempt at one write; absent where there is one attempt only. */
  readonly idempotencyKey?: string;
  /** Version that the reader saw of what is changed; absent where the API asks for none. */
  readonly revision?: number;
  /** Aborted when the reader wants no answer any more. */
  readonly signal?: AbortSignal;
}

function write(
  method: string,
  path: string,
  { idempotencyKey = createIdempotencyKey(), revision, signal }: WriteOptions = {},
  body?: string,
) {
  return send(`/api/v1${path}`, {
    method,
    headers: {
      Accept: 'application/json',
      'Accept-Language': spokenLanguage.value,
      'Idempotency-Key': idempotencyKey,
      ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  });
}

/**
 * Posts to a path below `/api/v1`.
 *
 * @throws {ApiFailure}
 */
export function postJson<T>(
  path: string,
  body: unknown,
  schema: ZodType<T>,
  options?: WriteOptions,
): Promise<T> {
  return postJsonText(path, body === undefined ? undefined : JSON.stringify(body), schema, options);
}

/** The same with JSON that is written already. */
export async function postJsonText<T>(
  path: string,
  text: string | undefined,
  schema: ZodType<T>,
  options?: WriteOptions,
): Promise<T> {
  return readAnswer(await write('POST', path, options, text), schema);
}

/**
 * Puts something in the place of what is at a path below `/api/v1`.
 *
 * @throws {ApiFailure}
 */
export async function putJson<T>(
  path: string,
  body: unknown,
  schema: ZodType<T>,
  options?: WriteOptions,
): Promise<T> {
  return readAnswer(await write('PUT', path, options, JSON.stringify(body)), schema);
}

/**
 * Deletes what is at a path below `/api/v1`; gives the revision by which it can be undone, undefined for what no
 * dossier keeps.
 *
 * @throws {ApiFailure}
 */
export async function deleteAt(
  path: string,
  options?: Pick<WriteOptions, 'revision'>,
): Promise<number | undefined> {
  const response = await write('DELETE', path, options);
  if (!response.ok) await readAnswer(response, z.never());
  const revision = response.headers.get('dossier-revision');
  return revision === null ? undefined : Number(revision);
}

/**
 * Deletes what is at a path below `/api/v1`, and gives what is left.
 *
 * @throws {ApiFailure}
 */
export async function deleteJson<T>(path: string, schema: ZodType<T>, options?: WriteOptions): Promise<T> {
  return readAnswer(await write('DELETE', path, options), schema);
}

/** What better-auth answers: its status and whatever body it has. */
export interface AuthAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Asks better-auth, whose endpoints are below `/api/auth` and whose errors are its own.
 *
 * @throws {ApiFailure} `unreachable`, `unavailable` or `unreadable`; a refusal is an answer.
 */
export async function askAuth(path: string, body?: unknown): Promise<AuthAnswer> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await send(`/api/auth${path}`, init);
  if (response.status >= 500) throw new ApiFailure('unavailable');
  return { status: response.status, body: await readJson(response) };
}
