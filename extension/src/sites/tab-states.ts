import { browser } from 'wxt/browser';
import type { TabState } from '../messaging/index.ts';

/**
 * Why nothing can be done in a tab, until the tab shows something else. In memory of the browser,
 * so that it outlives the background and not the session.
 */
function keyOf(tab: number): string {
  return `tab-${tab}`;
}

/** What keeps a tab from being worked on, as it was last set. */
export async function findTabState(tab: number): Promise<TabState> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as TabState | undefined) ?? {};
}

/** Remembers what keeps a tab from being worked on, until the browser closes; gives it. */
export async function setTabState(tab: number, state: TabState): Promise<TabState> {
  if (state.trouble) await browser.storage.session.set({ [keyOf(tab)]: state });
  else await browser.storage.session.remove(keyOf(tab));
  return state;
}
