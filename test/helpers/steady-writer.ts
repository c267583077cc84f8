import { v7 as uuid } from 'uuid';
import type { Random } from '../bench/random.ts';

/** Where and as whom somebody writes. */
export interface WritingPlace {
  /** Address of the REST API. */
  readonly api: string;
  readonly dossier: string;
  readonly token: string;
  /** Id of the document in which passages are marked. */
  readonly document: string;
}

/** What a writer knows of a passage, because the server confirmed it. */
export interface Confirmed {
  /** Revisions that the server gave its changes; the last one is null when it was deleted. */
  readonly changes: (number | 'deletion')[];
  readonly note: string;
}

interface Attempt {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly id: string;
  readonly key: string;
  readonly note: string;
  readonly expected: number | undefined;
}

/** What refuses for the moment: a status with the code that goes with it. */
const passing = new Map([
  [429, 'too-many-requests'],
  [503, 'unavailable'],
]);
/** How long a writer waits before it repeats what the server could not do for now. */
const pauseMs = 20;

const coding = {
  safeguard: 'voornemen',
  measure: 'abolished',
  impact: 'court-workload',
  direction: 'unfavourable',
  basis: 'expectation',
};

/** Asks as a program does. */
export function askApi(
  { token }: Pick<WritingPlace, 'token'>,
  address: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(address, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Makes a document in which passages can be marked; gives its id. */
export async function makeDocument(place: Omit<WritingPlace, 'document'>): Promise<string> {
  const id = uuid();
  const answer = await askApi(place, `${place.api}/dossiers/${place.dossier}/documents`, {
    method: 'POST',
    body: {
      ...{ id, sourceType: 'inspection-letter', title: 'Brief', issuer: 'IND', identifiers: [] },
      addresses: [{ address: `https://example.org/${id}.html`, mediaType: 'text/html' }],
    },
  });
  if (answer.status !== 201) throw new Error(`no document: ${answer.status} ${await answer.text()}`);
  return id;
}

/**
 * Writes passages, changes and deletes them, one request after the other, as an outbox does: what was not answered
 * is repeated with its key until it is.
 */
export class SteadyWriter {
  /** By id of the passage. */
  readonly confirmed = new Map<string, Confirmed>();
  /** Answers that refused for the moment. */
  refusals = 0;
  readonly #place: WritingPlace;
  readonly #random: Random;
  #pending: Attempt | undefined;

  constructor(place: WritingPlace, random: Random) {
    this.#place = place;
    this.#random = random;
  }

  /** How many changes the server confirmed. */
  get count(): number {
    return [...this.confirmed.values()].reduce((sum, { changes }) => sum + changes.length, 0);
  }

  /**
   * Writes until the server is gone or `signal` says to stop; what is under way then stays to be repeated.
   * `onAnswer` is called after everything that the server confirmed, or refused for the moment.
   */
  async write({ signal, onAnswer = () => {} }: { signal?: AbortSignal; onAnswer?: () => void } = {}) {
    while (!signal?.aborted) {
      this.#pending ??= this.#next();
      if (!(await this.#send(this.#pending))) return;
      onAnswer();
    }
  }

  /** Repeats what was not answered. */
  async finish(): Promise<void> {
    while (this.#pending) {
      if (!(await this.#send(this.#pending))) throw new Error('the server is gone');
    }
  }

  #next(): Attempt {
    const note = `opmerking ${this.#random.between(0, 1_000_000)}`;
    const key = uuid();
    const present = [...this.confirmed].filter(([, { changes }]) => changes.at(-1) !== 'deletion');
    if (present.length === 0 || this.#random.chance(0.6)) {
      return { method: 'POST', id: uuid(), key, note, expected: undefined };
    }
    const [id, { changes }] = this.#random.pick(present);
    const method = this.#random.chance(0.8) ? 'PUT' : 'DELETE';
    return { method, id, key, note, expected: changes.at(-1) as number };
  }

  /** Whether the server answered. */
  async #send(attempt: Attempt): Promise<boolean> {
    const { method, id, key, note, expected } = attempt;
    const base = `${this.#place.api}/dossiers/${this.#place.dossier}/annotations`;
    const passage = {
      source: 'https://example.org/brief.html',
      ranges: [{ exact: 'Het voornemen vervalt.', prefix: '', suffix: ' Dat', start: 10, end: 32 }],
      ...{ codings: [coding, { ...coding, safeguard: 'legal-aid' }], note },
    };
    const created = { id, document: this.#place.document, ...passage };
    let answer: { status: number; text: string };
    try {
      const response = await askApi(this.#place, method === 'POST' ? base : `${base}/${id}`, {
        method,
        headers: {
          'idempotency-key': key,
          ...(expected === undefined ? {} : { 'if-match': `"${expected}"` }),
        },
        ...(method === 'DELETE' ? {} : { body: method === 'POST' ? created : passage }),
      });
      answer = { status: response.status, text: await response.text() };
    } catch {
      return false;
    }
    const isForNow =
      passing.has(answer.status) && JSON.parse(answer.text).code === passing.get(answer.status);
    if (isForNow) {
      this.refusals++;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return true;
    }
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(`${method} ${id}: ${answer.status} ${answer.text}`);
    }
    const change = method === 'DELETE' ? 'deletion' : (JSON.parse(answer.text).revision as number);
    const before = this.confirmed.get(id)?.changes ?? [];
    this.confirmed.set(id, { changes: [...before, change], note });
    this.#pending = undefined;
    return true;
  }
}
