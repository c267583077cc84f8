/** A server-sent event as it was read. */
export interface ReadEvent {
  readonly id: string | undefined;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  readonly data: any;
}

/** One stream as a test reads it. */
export interface EventReading {
  /** The next events, positions without data left out; fewer when the stream ends. */
  take(count: number): Promise<ReadEvent[]>;
  /** Waits for the end; gives what came before it. */
  untilEnd(): Promise<ReadEvent[]>;
  cancel(): Promise<void>;
}

function parseEvent(block: string): ReadEvent | undefined {
  const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/su, 2) as [string, string]));
  const data = fields.get('data');
  return data === undefined
    ? undefined
    : { id: fields.get('id'), event: fields.get('event') ?? 'message', data: JSON.parse(data) };
}

/** Reads server-sent events as a browser does. */
export function readEvents(answer: Response): EventReading {
  if (!answer.body) throw new TypeError('the answer has no body');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let hasEnded = false;
  const read: ReadEvent[] = [];
  const readMore = async () => {
    const { done, value } = await reader.read();
    hasEnded = done;
    const blocks = (rest + (value ?? '')).split('\n\n');
    rest = blocks.pop() ?? '';
    read.push(...blocks.flatMap((block) => parseEvent(block) ?? []));
  };
  return {
    async take(count) {
      while (read.length < count && !hasEnded) await readMore();
      return read.splice(0, count);
    },
    async untilEnd() {
      while (!hasEnded) await readMore();
      return read.splice(0);
    },
    cancel: () => reader.cancel(),
  };
}
