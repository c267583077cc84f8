import { preferredLanguage } from '@waarborg/shared/messages';
import { extensionMessages } from '@waarborg/shared/messages/extension';
import { canonicalAddress, identifiersOfAddress } from '@waarborg/shared/references';
import { browser } from 'wxt/browser';
import type { TabState } from '../messaging/index.ts';
import { countPassages } from '../outbox/count-passages.ts';

const words = extensionMessages[preferredLanguage(navigator.languages)];

/** Shows on the toolbar button how many passages the dossier has of what a tab shows; none shows nothing. */
export async function showCount(tab: number, count: number): Promise<void> {
  const title = count === 0 ? words.action : words.actionWithCount(count);
  await show(tab, { text: count === 0 ? '' : String(count), title, color: '#154273' });
}

/** Says on the toolbar button why nothing can be done in a tab, until it shows something else. */
export async function showTrouble(tab: number, trouble: NonNullable<TabState['trouble']>): Promise<void> {
  await show(tab, { text: '!', title: words[`tab.${trouble}`], color: '#a3141b' });
}

interface Badge {
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

async function show(tab: number, { text, title, color }: Badge): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId: tab, text }),
      browser.action.setBadgeBackgroundColor({ tabId: tab, color }),
      browser.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
      browser.action.setTitle({ tabId: tab, title }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

/**
 * Counts what is known of the document at an address, from what was synchronised: nobody is asked about a
 * page. Of a site that is not allowed the browser tells no address.
 */
export async function countAt(tab: number, address: string | undefined): Promise<void> {
  if (address === undefined || !/^https?:/u.test(address)) return;
  const document = {
    identifiers: identifiersOfAddress(address),
    addresses: [{ address: canonicalAddress(address), mediaType: 'text/html' as const }],
  };
  await showCount(tab, await countPassages(document));
}
