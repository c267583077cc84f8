import { preferredLanguage } from '@waarborg/shared/messages';
import { browser } from 'wxt/browser';
import { nextTurn } from '../page/in-slices.ts';
import { PageView } from '../page/page-view.ts';
import { whenReplaced } from '../page/when-replaced.ts';
import { OwnElement } from '../tagging/own-element.ts';
import { loadTagging } from './load-tagging.ts';
import { type OpeningAhead, openAhead } from './open-ahead.ts';
import { PageAgent } from './page-agent.ts';

/** Set in the content script's own world, which the page does not share. */
const marker = Symbol.for('waarborg.page-agent');

/** A page agent as one that comes after it finds it. */
interface Predecessor {
  /** False when the extension was updated or removed since. */
  isAlive(): boolean;
  close(): void;
}

/** What can be read as a page; what else a browser shows in a tab (a PDF, a picture) is no text. */
const readableTypes = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

/** Starts the page agent of a web page and gives it; a second time it changes nothing. */
export async function startInPage(): Promise<PageAgent | undefined> {
  const world = globalThis as typeof globalThis & { [marker]?: Predecessor };
  if (world[marker]?.isAlive() || !readableTypes.has(document.contentType)) return undefined;
  world[marker]?.close();
  const language = preferredLanguage(navigator.languages);
  const own = new OwnElement();
  const closers: (() => void)[] = [];
  let isClosed = false;
  world[marker] = {
    isAlive: () => browser.runtime?.id !== undefined,
    close: () => {
      isClosed = true;
      for (const close of closers) close();
    },
  };
  let ahead: OpeningAhead | undefined;
  closers.push(() => ahead?.take(undefined));
  const view = await PageView.open(own.element, (clues) => {
    ahead ??= openAhead(clues);
  });
  closers.push(() => view.close());
  if (isClosed) {
    view.close();
    return undefined;
  }
  const agent = new PageAgent({
    view,
    own,
    ahead,
    createTagger: async (parts) => (await loadTagging())(parts, own, language),
  });
  closers.unshift(() => agent.close());
  closers.push(
    whenReplaced(() => {
      const wasInUse = agent.isInUse;
      world[marker]?.close();
      delete world[marker];
      void startInPage().then((next) => wasInUse && next?.say('page-replaced'));
    }),
  );
  await nextTurn();
  if (!isClosed) await agent.start();
  return agent;
}
