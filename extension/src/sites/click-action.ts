import { type Browser, browser } from 'wxt/browser';
import { broadcast } from '../messaging/index.ts';
import { describeConnection } from '../outbox/synchronise.ts';
import { activateTab } from './activate-tab.ts';
import { requestSites, sitePattern } from './host-permission.ts';
import { looksLikePdf } from './open-pdf.ts';

/**
 * The toolbar button. The panel is opened and permission asked before anything is awaited: after
 * that the browser no longer sees a click.
 */
export function clickAction(tab: Browser.tabs.Tab): void {
  openPanel(tab).catch((error: unknown) => console.error(error));
  const pattern = tab.url === undefined ? undefined : sitePattern(tab.url);
  const needsSite = import.meta.env.BROWSER === 'firefox' && tab.url !== undefined && looksLikePdf(tab.url);
  const asking = needsSite && pattern ? requestSites([pattern]) : undefined;
  act(tab, asking).catch((error: unknown) => console.error(error));
}

function openPanel(tab: Browser.tabs.Tab): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId: tab.windowId });
}

async function act(tab: Browser.tabs.Tab, asking: Promise<boolean> | undefined): Promise<void> {
  await asking;
  if ((await describeConnection()).state === 'not-connected') {
    await browser.tabs.create({ url: '/welcome.html' });
    return;
  }
  if (tab.id === undefined) return;
  await activateTab({ id: tab.id, url: tab.url });
  await broadcast({ event: 'tab-changed', tab: tab.id });
}
