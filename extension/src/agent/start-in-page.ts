import { preferredLanguage } from '@waarborg/shared/messages';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { PageView } from '../page/page-view.ts';
import { OwnElement } from '../tagging/own-element.ts';
import { loadTagging } from './load-tagging.ts';
import { PageAgent } from './page-agent.ts';

/** Set in the content script's own world, which the page does not share. */
const marker = Symbol.for('waarborg.page-agent');
type Marked = typeof globalThis & { [marker]?: PageAgent };

/** What can be read as a page; what else a browser shows in a tab (a PDF, a picture) is no text. */
const readableTypes = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

/** Starts the page agent of a web page; a second time it changes nothing. */
export async function startInPage(context: ContentScriptContext): Promise<void> {
  const world = globalThis as Marked;
  if (world[marker] || !readableTypes.has(document.contentType)) return;
  const language = preferredLanguage(navigator.languages);
  const own = new OwnElement();
  const view = new PageView(own.element);
  const agent = new PageAgent({
    view,
    own,
    createTagger: async (parts) => (await loadTagging())(parts, own, language),
  });
  world[marker] = agent;
  context.addEventListener(window, 'wxt:locationchange', () => view.refresh());
  context.onInvalidated(() => {
    agent.close();
    view.close();
    delete world[marker];
  });
  await agent.start();
}
