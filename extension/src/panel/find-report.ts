import { browser } from 'wxt/browser';
import { type PageReport, requestPage } from '../messaging/index.ts';

/** Who asks for a report, and what is shown there meanwhile. */
export interface Asking {
  /** Address of the page whose passages are listed beside the tab; absent where there are none. */
  readonly shown: string | undefined;
  /** Whether the answer is still wanted. */
  isLast(): boolean;
  /** The tab turns out to be loading another page than the one that is listed. */
  onOther(): void;
}

const pauseMs = 250;
/** How often a tab is asked that goes on loading: ten seconds. */
const asksWhileLoading = 40;
/** How often one is asked that has been loaded: the page agent may begin a moment after. */
const asksWhenLoaded = 4;

/**
 * What a tab reports of its page; undefined where nobody answers. A page that is loaded anew is asked until it
 * answers: what a reviewer has open beside it stays open, down to the words in a form.
 */
export async function findReport(tab: number, asking: Asking): Promise<PageReport | undefined> {
  let [whileLoading, whenLoaded] = [asksWhileLoading, asksWhenLoaded];
  while (asking.isLast()) {
    const report = await requestPage(tab, 'describe-page').catch(() => undefined);
    if (report || asking.shown === undefined) return report;
    const { isLoading, address } = await describeTab(tab);
    if (isLoading) whileLoading -= 1;
    else whenLoaded -= 1;
    if (whileLoading === 0 || whenLoaded === 0) return undefined;
    if (isLoading && address !== asking.shown && asking.isLast()) asking.onOther();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return undefined;
}

/** Whether a tab is loading, and its address without the place in the page where the browser gives it. */
export async function describeTab(
  tab: number,
): Promise<{ isLoading: boolean; address?: string | undefined }> {
  // It may have been closed meanwhile.
  const { status, url } = (await browser.tabs.get(tab).catch(() => undefined)) ?? {};
  return { isLoading: status === 'loading', address: url?.split('#')[0] };
}
