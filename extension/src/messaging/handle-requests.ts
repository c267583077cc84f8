import { type Browser, browser } from 'wxt/browser';
import { type BackgroundEnvelope, isEnvelope, type Reply } from './envelope.ts';
import type { BackgroundRequests, PageRequests } from './protocol.ts';
import type { AnswerOf, InputOf } from './request.ts';
import { handlePieces } from './request-in-pieces.ts';

/** Who asks. The browser says so, not the sender. */
interface Sender {
  /** Tab in which the sender runs; absent for the side panel. */
  readonly tab?: number | undefined;
  /** Whether it is a page of ours; a content script shares its process with the page around it. */
  readonly isExtensionPage: boolean;
}

/** How the background answers one kind of request. */
interface Answering<T extends keyof BackgroundRequests> {
  /** Reads what came in; throws when it is not what the protocol says. Not trusted before. */
  readonly parse: (input: unknown) => InputOf<BackgroundRequests, T>[0];
  /** Whether content scripts may ask it too. */
  readonly open: boolean;
  readonly answer: (
    input: InputOf<BackgroundRequests, T>[0],
    sender: Sender,
  ) => Promise<AnswerOf<BackgroundRequests, T>>;
}
export type Answers = { readonly [T in keyof BackgroundRequests]: Answering<T> };

/** Answers the requests of pages and panels. To be called at once when the background starts. */
export function handleRequests(answers: Answers): void {
  const answer = ({ type, input }: BackgroundEnvelope, from: Browser.runtime.MessageSender) => {
    const answering = Object.hasOwn(answers, type)
      ? (answers[type as keyof Answers] as Answering<keyof BackgroundRequests>)
      : undefined;
    return answerOne(answering, input, toSender(from));
  };
  browser.runtime.onMessage.addListener((message: unknown, from, reply: (reply: Reply) => void) => {
    if (!isEnvelope(message, 'background') || from.id !== browser.runtime.id) return undefined;
    void answer(message, from).then(reply);
    return true;
  });
  handlePieces(answer);
}

async function answerOne(
  answering: Answering<keyof BackgroundRequests> | undefined,
  input: unknown,
  sender: Sender,
): Promise<Reply> {
  if (!answering || !(answering.open || sender.isExtensionPage)) return { failure: 'no such request' };
  let parsed: ReturnType<typeof answering.parse>;
  try {
    parsed = answering.parse(input);
  } catch {
    return { answer: { ok: false, code: 'invalid' } }; // What is wrong is for the sender's programmer.
  }
  try {
    return { answer: (await answering.answer(parsed as never, sender)) ?? null };
  } catch (error) {
    console.error(error);
    return { failure: String(error) };
  }
}

function toSender(from: Browser.runtime.MessageSender): Sender {
  return { tab: from.tab?.id, isExtensionPage: isOwnAddress(from.url) };
}

function isOwnAddress(address: string | undefined): boolean {
  return address?.startsWith(`${location.protocol}//${location.host}/`) ?? false;
}

/** How a page agent answers the panel. */
type PageAnswers = {
  readonly [T in keyof PageRequests]: (
    ...input: InputOf<PageRequests, T>
  ) => AnswerOf<PageRequests, T> | Promise<AnswerOf<PageRequests, T>>;
};

/** Answers the panel's requests, in a content script or in our viewer. Returns how to stop. */
export function handlePageRequests(answers: PageAnswers): () => void {
  // Every page of the extension hears a request; only the viewer of the tab that is meant may take it.
  let isMeant = (_tab: number) => true;
  if (isExtensionPage()) {
    isMeant = () => false;
    void browser.tabs.getCurrent().then((own) => {
      isMeant = (tab) => tab === own?.id;
    });
  }
  const listener = (
    message: unknown,
    from: Browser.runtime.MessageSender,
    reply: (reply: Reply) => void,
  ): true | undefined => {
    if (!isEnvelope(message, 'page') || from.id !== browser.runtime.id) return undefined;
    if (!isMeant(message.tab)) return undefined;
    const answer = answers[message.type as keyof PageAnswers] as (input: unknown) => unknown;
    Promise.resolve(message.input)
      .then(answer)
      .then(
        (value) => reply({ answer: value ?? null }),
        (error: unknown) => reply({ failure: String(error) }),
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** A content script has the address of the page around it. */
function isExtensionPage(): boolean {
  return /^(chrome|moz)-extension:$/.test(location.protocol);
}
