import { type Browser, browser } from 'wxt/browser';
import { type BackgroundEnvelope, isEnvelope, type Reply } from './envelope.ts';
import type { BackgroundRequests } from './protocol.ts';
import { type AnswerOf, type InputOf, readReply, requestBackground, toUnanswered } from './request.ts';

/** Longest piece of a message, in UTF-16 code units: a browser copies each message in one task. */
export const pieceLength = 250_000;
const portName = 'waarborg-pieces';

/**
 * Asks the background as `requestBackground` does; what is long goes before, as JSON, piece by piece.
 *
 * @param turn how others get their turn before each piece. When the page is left, all that is left goes at once.
 * @throws {UnansweredError} when it does not answer.
 */
export async function requestInPieces<T extends keyof BackgroundRequests>(
  type: T,
  input: InputOf<BackgroundRequests, T>[0],
  turn: () => Promise<void>,
): Promise<AnswerOf<BackgroundRequests, T>> {
  const json = JSON.stringify(input);
  if (json.length <= pieceLength) return requestBackground(type, ...([input] as never));
  const left = Promise.withResolvers<void>();
  const replied = Promise.withResolvers<unknown>();
  const onLeave = () => left.resolve();
  addEventListener('pagehide', onLeave, { once: true });
  try {
    const port = browser.runtime.connect({ name: portName });
    port.onMessage.addListener(replied.resolve);
    port.onDisconnect.addListener(() => replied.resolve(undefined));
    for (let at = 0; at < json.length; at += pieceLength) {
      await Promise.race([turn(), left.promise]);
      port.postMessage(json.slice(at, at + pieceLength));
    }
    const envelope: BackgroundEnvelope = { waarborg: 'background', type, input: undefined };
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

/** Answers requests that come in pieces. */
export function handlePieces(
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
      if (!isEnvelope(message, 'background')) return;
      void answer({ ...message, input: parseInput(pieces) }, sender).then((reply) => {
        if (!isGone) port.postMessage(reply);
      });
    });
  });
}

/** Not trusted: a content script shares its process with the page. What is no JSON is no input of any request. */
function parseInput(pieces: readonly string[]): unknown {
  try {
    return JSON.parse(pieces.join(''));
  } catch {
    return undefined;
  }
}
