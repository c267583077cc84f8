import { preferredLanguage } from '@waarborg/shared/messages';
import { extensionMessages } from '@waarborg/shared/messages/extension';
import { type Browser, browser } from 'wxt/browser';
import { isSiteAllowed, requestSites, sitePattern } from './host-permission.ts';
import { openLinkedPdf } from './open-pdf.ts';
import { startAndAsk } from './start-and-ask.ts';

const codeSelection = 'code-selection';
const openPdf = 'open-pdf';
const words = extensionMessages[preferredLanguage(navigator.languages)];

/** Puts our entries into the browser's context menu. To be called once, when the extension is installed or updated. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: codeSelection,
    title: words['menu.code-selection'],
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: openPdf,
    title: words['menu.open-pdf'],
    contexts: ['link'],
    targetUrlPatterns: ['*://*/*'],
  });
}

/** Does what an entry says. Permission is asked before anything is awaited: after that the browser sees no click. */
export function chooseMenu(info: Browser.contextMenus.OnClickData, tab?: Browser.tabs.Tab): void {
  const work =
    info.menuItemId === openPdf && info.linkUrl ? openLink(info.linkUrl) : tab && codeSelectionIn(tab);
  work?.catch((error: unknown) => console.error(error));
}

async function openLink(address: string): Promise<void> {
  const pattern = sitePattern(address);
  if (pattern === undefined) return;
  const isAllowed = (await requestSites([pattern])) || (await isSiteAllowed(pattern));
  await openLinkedPdf(address, isAllowed);
}

async function codeSelectionIn({ id, url }: Browser.tabs.Tab): Promise<void> {
  if (id !== undefined) await startAndAsk({ id, url }, 'code-selection');
}
