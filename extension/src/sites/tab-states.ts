import { browser } from 'wxt/browser';
import type { TabState } from '../messaging/index.ts';

/**
 * Why nothing can be done in a tab, until the tab shows something else. In memory of the browser,
 * so that it outlives the background and not the session.
 */
function keyOf(tab: number): string {
  return `tab-${tab}`;
}

export async function findTabState(tab: number): Promise<TabState> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as TabState | undefined) ?? {};
}

export async function setTabState(tab: number, state: TabState): Promise<TabState> {
  if (state.trouble) await browser.storage.session.set({ [keyOf(tab)]: state });
  else await browser.storage.session.remove(keyOf(tab));
  return state;
}
