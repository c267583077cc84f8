import { browser } from 'wxt/browser';
import { type PageReport, requestPage, type TabState } from '../messaging/index.ts';
import { showCount } from './badge.ts';
import { isSiteAllowed, sitePattern } from './host-permission.ts';
import { looksLikePdf, openPdf } from './open-pdf.ts';
import { pageScript } from './register-pages.ts';
import { setTabState } from './tab-states.ts';

/** A tab of the browser, as far as it is known. */
export interface Tab {
  readonly id: number;
  /** Absent when the browser does not let us know it. */
  readonly url?: string | undefined;
}

/** Starts work on what a tab shows: a web page in place, a PDF in our viewer, at the passage that its address names. */
export async function activateTab(tab: Tab): Promise<TabState> {
  const [report, type] = await Promise.all([findReport(tab.id), contentTypeOf(tab.id)]);
  if (report) {
    await showCount(tab.id, report.passages.length);
    return setTabState(tab.id, {});
  }
  try {
    return await setTabState(tab.id, await start(tab, type));
  } catch (error) {
    console.error(error); // The disk is full, or the tab was closed meanwhile.
    return setTabState(tab.id, { trouble: 'storage-failed' });
  }
}

/** What Waarborg reads in a tab; undefined where it does not work yet. */
async function findReport(tab: number): Promise<PageReport | undefined> {
  return requestPage(tab, 'describe-page').catch(() => undefined);
}

async function start({ id, url }: Tab, type: string | undefined): Promise<TabState> {
  const pattern = url === undefined ? undefined : sitePattern(url);
  if (type === 'application/pdf' || (type === undefined && url !== undefined && looksLikePdf(url))) {
    if (url === undefined || pattern === undefined) return { trouble: 'cannot-run-here' };
    return openOrAsk(id, url, pattern);
  }
  if (type === undefined) return cannotRead(url, pattern);
  await browser.scripting.executeScript({ target: { tabId: id }, files: [pageScript] });
  return (await findReport(id)) ? {} : { trouble: 'failed-to-start' };
}

/** In Firefox a click does not grant the bytes of a PDF: the site must be allowed. */
async function openOrAsk(tab: number, url: string, pattern: string): Promise<TabState> {
  const state = await openPdf(tab, url);
  if (state.trouble === 'pdf-unreachable' && !(await isSiteAllowed(pattern))) {
    return { trouble: 'needs-permission', site: pattern };
  }
  return state;
}

/** A page of the browser itself, of a store, or (Firefox) a PDF under an address that does not say so. */
async function cannotRead(url: string | undefined, pattern: string | undefined): Promise<TabState> {
  const mayBePdf = import.meta.env.BROWSER === 'firefox' && url !== undefined && pattern !== undefined;
  if (mayBePdf && !(await isSiteAllowed(pattern))) return { trouble: 'needs-permission', site: pattern };
  return { trouble: 'cannot-run-here' };
}

/** Media type of what a tab shows; undefined where the browser does not let us in. */
async function contentTypeOf(tab: number): Promise<string | undefined> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: () => document.contentType,
    });
    return frame?.result ?? undefined;
  } catch {
    return undefined;
  }
}
