import { requestPageWhenReady } from '../messaging/index.ts';
import { activateTab, type Tab } from './activate-tab.ts';

/** Name of the command that starts picking passages by keyboard; in the manifest. */
export const pickPassagesCommand = 'pick-passages';

/** Starts work in a tab, and lets the reviewer step through its text by keyboard. */
export async function pickPassages(tab: Tab): Promise<void> {
  const { trouble } = await activateTab(tab);
  if (!trouble) await requestPageWhenReady(tab.id, 'pick-passages');
}
