/** Reads many streams of events in a process of its own; told by its parent which, and asked what came. */
import { Agent, type IncomingMessage, request } from 'node:http';

/** What is to be read. */
export interface Readers {
  /** Address of the events. */
  readonly address: string;
  readonly token: string;
  readonly count: number;
  /** Revision that every reader has; they read up to `until`. */
  readonly since: number;
  readonly until: number;
}

/** What the readers tell their parent: that all are connected, and at the end what each event took. */
export type ReadersSay =
  | 'connected'
  | {
      /** Milliseconds between the request that made a change and its arrival, of every event of every reader. */
      readonly latencies: readonly number[];
      /** Readers who missed a change, or had one twice or out of order. */
      readonly wrong: number;
    };

const event = /id: (\d+)\ndata: .*?"note":"(\d+)"/gu;

/** Reads one stream to its last revision; says whether every change came once and in order. */
function readStream(
  answer: IncomingMessage,
  { since, until }: Readers,
  latencies: number[],
): Promise<boolean> {
  let [rest, last, isRight] = ['', since, true];
  answer.setEncoding('utf8');
  return new Promise((resolve) => {
    answer.on('close', () => resolve(false));
    answer.on('data', (text: string) => {
      const now = Date.now();
      const blocks = rest + text;
      const end = blocks.lastIndexOf('\n\n') + 2;
      rest = blocks.slice(Math.max(end, 0));
      for (const [, id, sentAt] of blocks.slice(0, Math.max(end, 0)).matchAll(event)) {
        latencies.push(now - Number(sentAt));
        isRight &&= Number(id) === last + 1;
        last = Number(id);
      }
      if (last >= until) resolve(isRight);
    });
  });
}

function connect(agent: Agent, readers: Readers): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${readers.token}`, 'last-event-id': String(readers.since) };
    request(readers.address, { agent, headers }, resolve).on('error', reject).end();
  });
}

process.on('message', async (readers: Readers) => {
  const say = (words: ReadersSay) => process.send?.(words);
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const answers: IncomingMessage[] = [];
  while (answers.length < readers.count) answers.push(await connect(agent, readers));
  const latencies: number[] = [];
  const read = answers.map((answer) => readStream(answer, readers, latencies));
  say('connected');
  const outcomes = await Promise.all(read);
  say({ latencies, wrong: outcomes.filter((isRight) => !isRight).length });
  for (const answer of answers) answer.destroy();
});
