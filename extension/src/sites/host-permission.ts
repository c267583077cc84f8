import { browser } from 'wxt/browser';
import { parseSite } from './site-groups.ts';

const isFirefox = import.meta.env.BROWSER === 'firefox';

/** The match pattern of the site of an address; undefined for what is not on the web. */
export function sitePattern(address: string): string | undefined {
  return parseSite(address, !isFirefox);
}

/**
 * Asks for a site or more. Both browsers only allow it inside a click, before anything is awaited.
 * A browser that will not ask for them has not granted them.
 */
export function requestSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] }).catch(() => false);
}

/** Whether the reviewer has allowed the sites of a match pattern. */
export function isSiteAllowed(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Match patterns of the sites that the reviewer has allowed. */
export async function allowedSites(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Gives a site back; false when the browser keeps it. */
export function removeSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...patterns] });
}
