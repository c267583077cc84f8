import { preferredLanguage } from '@waarborg/shared/messages';
import { extensionMessages } from '@waarborg/shared/messages/extension';
import { canonicalAddress, identifiersOfAddress } from '@waarborg/shared/references';
import { browser } from 'wxt/browser';
import { countPassages } from '../outbox/count-passages.ts';

/** Shows on the toolbar button how many passages the dossier has of what a tab shows; none shows nothing. */
export async function showCount(tab: number, count: number): Promise<void> {
  const words = extensionMessages[preferredLanguage(navigator.languages)];
  const title = count === 0 ? words.action : words.actionWithCount(count);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId: tab, text: count === 0 ? '' : String(count) }),
      browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#154273' }),
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
