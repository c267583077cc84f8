import { browser } from 'wxt/browser';
import { broadcast, type TabState } from '../messaging/index.ts';
import { showTrouble } from './badge.ts';
import { findTabState, setTabState } from './tab-states.ts';

/**
 * Injects the toolbar into a page that Waarborg reads. Where its site was withdrawn since, the browser lets nothing in
 * before the toolbar button is clicked: that button and the panel say so.
 *
 * @throws what the browser says when it lets nothing in.
 */
export async function injectToolbar(tab: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/tagging.js'] });
  } catch (error) {
    await showTrouble(tab, 'site-withdrawn');
    await tell(tab, { trouble: 'site-withdrawn' });
    throw error;
  }
  if ((await findTabState(tab)).trouble === 'site-withdrawn') await tell(tab, {});
}

async function tell(tab: number, state: TabState): Promise<void> {
  await setTabState(tab, state);
  await broadcast({ event: 'tab-changed', tab });
}
