import { browser } from 'wxt/browser';
import { type Envelope, isReply } from './envelope.ts';
import type { BackgroundRequests, PageRequests } from './protocol.ts';

type RequestMap<R> = { [T in keyof R]: (input: never) => unknown };
/** What goes with a request; nothing where it takes nothing. */
export type InputOf<R extends RequestMap<R>, T extends keyof R> = Parameters<R[T]>;
export type AnswerOf<R extends RequestMap<R>, T extends keyof R> = ReturnType<R[T]>;

/**
 * The other side did not answer: there is none, or the extension was updated under an open page.
 * `code` is a key of the extension's messages.
 */
export class UnansweredError extends Error {
  readonly code = 'unanswered';
  override readonly name = 'UnansweredError';
}

/**
 * Asks the background, waking it if it sleeps.
 *
 * @throws {UnansweredError} when it does not answer, which no expected failure is.
 */
export async function requestBackground<T extends keyof BackgroundRequests>(
  type: T,
  ...[input]: InputOf<BackgroundRequests, T>
): Promise<AnswerOf<BackgroundRequests, T>> {
  const envelope: Envelope = { waarborg: 'background', type, input };
  return readReply(type, await browser.runtime.sendMessage(envelope).catch(toUnanswered(type)));
}

/**
 * Asks what a tab shows: the content script of a web page, or our viewer.
 *
 * @throws {UnansweredError} when Waarborg is not active in the tab.
 */
export async function requestPage<T extends keyof PageRequests>(
  tab: number,
  type: T,
  ...[input]: InputOf<PageRequests, T>
): Promise<AnswerOf<PageRequests, T>> {
  const envelope: Envelope = { waarborg: 'page', type, input, tab };
  // A tab that shows our viewer has no content script: there the message goes to all pages of the
  // extension, and the viewer knows its own tab.
  const reply =
    (await browser.tabs.sendMessage(tab, envelope, { frameId: 0 }).catch(() => undefined)) ??
    (await browser.runtime.sendMessage(envelope).catch(toUnanswered(type)));
  return readReply(type, reply);
}

const attempts = 40;
const pauseMs = 250;

/**
 * Asks what a tab shows, and again while it is loading: a page that is being read answers when it has been.
 *
 * @throws {UnansweredError} when Waarborg does not become active in the tab within ten seconds.
 */
export async function requestPageWhenReady<T extends keyof PageRequests>(
  tab: number,
  type: T,
  ...input: InputOf<PageRequests, T>
): Promise<AnswerOf<PageRequests, T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await requestPage(tab, type, ...input);
    } catch (error) {
      if (!(error instanceof UnansweredError) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Makes an error of ours of whatever kept an answer away. */
export function toUnanswered(type: string) {
  return (cause: unknown): never => {
    throw new UnansweredError(`nobody answered '${type}'`, { cause });
  };
}

/** The answer in what came back. */
export function readReply<A>(type: string, reply: unknown): A {
  if (!isReply(reply)) throw new UnansweredError(`nobody answered '${type}'`);
  if ('failure' in reply) throw new UnansweredError(`'${type}' failed: ${reply.failure}`);
  return reply.answer as A;
}
