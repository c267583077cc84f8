import { type Obstacle, problemSchema } from '@waarborg/shared/api';

/** A request to a server. */
export interface ServerCall {
  /** Address of the server, without a slash at the end. */
  readonly server: string;
  /** Path below it, with a slash at its start. */
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** What the body of a success is; JSON unless it says otherwise. */
  readonly expects?: 'text';
}

/** What came of a call. Every outcome is expected by whoever works on a train, so none is thrown. */
export type ServerAnswer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'problem';
      readonly status: number;
      /** A stable code of the API; absent when something else than Waarborg answered. */
      readonly code?: string | undefined;
      /** The server's own sentence, and what to do about it; which field it was is for programmers. */
      readonly detail: string;
      readonly retryAfterMs?: number | undefined;
      /** What stands in the way of taking a change back. */
      readonly obstacles?: readonly Obstacle[] | undefined;
    }
  | { readonly kind: 'unreachable' };

const defaultTimeoutMs = 30_000;

/**
 * Calls a server, never with cookies. An answer of success that is not JSON is `unreachable`: the
 * sign-in page of a hotel's network must not count as "saved". Whoever expects text checks it.
 */
export async function callServer(call: ServerCall): Promise<ServerAnswer> {
  try {
    const response = await fetch(call.server + call.path, {
      method: call.method ?? 'GET',
      credentials: 'omit',
      cache: 'no-store',
      // Where a sign-in page sends us is not the server.
      redirect: 'error',
      signal: AbortSignal.timeout(call.timeoutMs ?? defaultTimeoutMs),
      headers: {
        Accept: call.expects === 'text' ? 'text/plain' : 'application/json',
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(call.token ? { Authorization: `Bearer ${call.token}` } : {}),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const text = await response.text();
    if (!response.ok) return toProblem(response, text);
    const { status } = response;
    if (call.expects === 'text') return { kind: 'ok', status, body: text };
    return { kind: 'ok', status, body: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { kind: 'unreachable' }; // No network, no server, too slow, or an answer that is not JSON.
  }
}

function toProblem(response: Response, text: string): ServerAnswer {
  const problem = problemSchema.safeParse(parseJson(text)).data;
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  if (problem?.errors) console.warn(`${response.url}: ${problem.code}`, problem.errors);
  return {
    kind: 'problem',
    status: response.status,
    code: problem?.code,
    detail: [problem?.title ?? `HTTP ${response.status}`, problem?.detail].filter(Boolean).join(' '),
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
    obstacles: problem?.obstacles,
  };
}

/** The text of an error page need not be JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
