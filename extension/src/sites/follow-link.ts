import { annotationOfFragment } from '@waarborg/shared/citation';
import { requestPageWhenReady } from '../messaging/index.ts';
import { activateTab } from './activate-tab.ts';
import { isSiteAllowed, sitePattern } from './host-permission.ts';
import { looksLikePdf } from './open-pdf.ts';

/** How a tab changed, as far as the browser tells: of sites that are not allowed it tells no address. */
interface TabChange {
  readonly url?: string | undefined;
  readonly status?: string | undefined;
}

/**
 * Follows a link from the matrix: on an allowed site, an address with `#waarborg={annotation}`
 * starts Waarborg there and scrolls to the passage; a PDF opens in our viewer at the passage.
 */
export async function followLink(id: number, change: TabChange, url: string | undefined): Promise<void> {
  if (url === undefined || !/^https?:/.test(url)) return;
  const { hash } = new URL(url);
  const annotation = annotationOfFragment(hash);
  const pattern = sitePattern(url);
  if (annotation === undefined || pattern === undefined) return;
  const isPdfAddress = looksLikePdf(url);
  // A PDF at once, before the browser has shown it; a page when its text is there.
  if (isPdfAddress ? change.url === undefined : change.status !== 'complete') return;
  if (!(await isSiteAllowed(pattern))) return;
  const state = await activateTab({ id, url });
  if (!isPdfAddress && !state.trouble) await requestPageWhenReady(id, 'show-passage', { id: annotation });
}
