import type { CDPSession, Page } from 'playwright-core';

const debuggers = new WeakMap<Page, Promise<CDPSession>>();

/**
 * A session of the debugger with a page, which stays: to begin one costs the browser more than what is asked in it, and
 * the end of any takes the virtual authenticator of the page with it.
 */
export function debuggerOf(page: Page): Promise<CDPSession> {
  const known = debuggers.get(page) ?? page.context().newCDPSession(page);
  debuggers.set(page, known);
  return known;
}
