import { broadcast, requestPageWhenReady } from '../messaging/index.ts';
import { activateTab, type Tab } from './activate-tab.ts';
import { showTrouble } from './badge.ts';

/**
 * Starts work in a tab for who asked by a menu or a key, and asks its page. Neither opens the panel: what goes wrong
 * is told by the toolbar button, and by the panel where it is open.
 */
export async function startAndAsk(tab: Tab, request: 'code-selection' | 'pick-passages'): Promise<void> {
  const { trouble } = await activateTab(tab);
  await broadcast({ event: 'tab-changed', tab: tab.id });
  if (trouble) await showTrouble(tab.id, trouble);
  else await requestPageWhenReady(tab.id, request);
}
