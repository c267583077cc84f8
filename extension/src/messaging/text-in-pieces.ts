import { type Browser, browser } from 'wxt/browser';
import { type BackgroundEnvelope, isEnvelope, type Reply } from './envelope.ts';
import type { BackgroundRequests } from './protocol.ts';
import { readReply, requestBackground, toUnanswered } from './request.ts';

/** Longest piece of a text, in UTF-16 code units: a browser copies each message in one task. */
export const pieceLength = 250_000;
const portName = 'waarborg-text';

/** A request with the text of a document, which may be of any length. */
interface Carrier<I> {
  readonly textOf: (input: I) => string | undefined;
  readonly withText: (input: I, text: string) => I;
}
type Carriers = { readonly [T in 'anchor-quotes' | 'save-annotation']: Carrier<InputOf<T>> };
type InputOf<T extends keyof BackgroundRequests> = Parameters<BackgroundRequests[T]>[0];

const carriers: Carriers = {
  'anchor-quotes': {
    textOf: ({ text }) => text,
    withText: (input, text) => ({ ...input, text }),
  },
  'save-annotation': {
    textOf: ({ rendition }) => rendition?.text,
    withText: (input, text) =>
      input.rendition ? { ...input, rendition: { ...input.rendition, text } } : input,
  },
};

/**
 * Asks the background as `requestBackground` does; a long text goes before, piece by piece.
 *
 * @param turn how others get their turn between two pieces. When the page is left, all that is left goes at once.
 * @throws {UnansweredError} when it does not answer.
 */
export async function requestWithText<T extends keyof Carriers>(
  type: T,
  input: InputOf<T>,
  turn: () => Promise<void>,
): Promise<ReturnType<BackgroundRequests[T]>> {
  const { textOf, withText } = carriers[type] as Carrier<InputOf<T>>;
  const text = textOf(input) ?? '';
  if (text.length <= pieceLength) return requestBackground(type, ...([input] as never));
  const left = Promise.withResolvers<void>();
  const replied = Promise.withResolvers<unknown>();
  const onLeave = () => left.resolve();
  addEventListener('pagehide', onLeave, { once: true });
  try {
    const port = browser.runtime.connect({ name: portName });
    port.onMessage.addListener(replied.resolve);
    port.onDisconnect.addListener(() => replied.resolve(undefined));
    for (let at = 0; at < text.length; at += pieceLength) {
      port.postMessage(text.slice(at, at + pieceLength));
      await Promise.race([turn(), left.promise]);
    }
    const envelope: BackgroundEnvelope = { waarborg: 'background', type, input: withText(input, '') };
    port.postMessage(envelope);
    const reply = await replied.promise;
    port.disconnect();
    return readReply(type, reply);
  } catch (error) {
    return toUnanswered(type)(error);
  } finally {
    removeEventListener('pagehide', onLeave);
  }
}

/** Answers requests of which the text comes before, in pieces. */
export function handleTexts(
  answer: (envelope: BackgroundEnvelope, from: Browser.runtime.MessageSender) => Promise<Reply>,
): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== portName || port.sender?.id !== browser.runtime.id) return;
    const { sender } = port;
    const pieces: string[] = [];
    let isGone = false;
    port.onDisconnect.addListener(() => {
      isGone = true;
    });
    port.onMessage.addListener((message: unknown) => {
      if (typeof message === 'string') pieces.push(message);
      if (!isEnvelope(message, 'background') || !Object.hasOwn(carriers, message.type)) return;
      const { withText } = carriers[message.type as keyof Carriers] as Carrier<unknown>;
      const input = withText(message.input, pieces.join(''));
      void answer({ ...message, input }, sender).then((reply) => {
        if (!isGone) port.postMessage(reply);
      });
    });
  });
}
