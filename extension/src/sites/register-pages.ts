import { browser } from 'wxt/browser';
import { allowedSites } from './host-permission.ts';

/**
 * Where highlight styles are inherited, they come before a page is styled: what every element inherits makes a browser
 * style every element anew, 30 ms in a page of 1.2 MB that is there already. As a style sheet they start no script.
 */
const stylesFirst = import.meta.env.BROWSER !== 'firefox';
/** What makes a web page one that can be worked on. */
export const pageScript = '/page.js';
/** Made in `wxt.config.ts`. */
const highlightStyles = '/highlight-styles.css';

let registering = Promise.resolve();

/** Makes Waarborg start by itself on the sites that the reviewer has allowed, and on no others. */
export function registerPages(): Promise<void> {
  // One after the other: "add" and "remove" of several sites come as several events.
  registering = registering.then(register).catch((error: unknown) => console.error(error));
  return registering;
}

/** The scripts of a page on an allowed site. */
function scriptsFor(matches: string[]) {
  const page = { id: 'waarborg-page', matches, js: [pageScript], runAt: 'document_idle' as const };
  const styles = {
    id: 'waarborg-highlight-styles',
    matches,
    css: [highlightStyles],
    runAt: 'document_start' as const,
  };
  return stylesFirst ? [styles, page] : [page];
}

async function register(): Promise<void> {
  const scripts = scriptsFor([...(await allowedSites())]);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const known = new Set(registered.map(({ id }) => id));
  const isAllowed = scripts.some(({ matches }) => matches.length > 0);
  if (!isAllowed) {
    if (known.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...known] });
    return;
  }
  for (const script of scripts) {
    if (known.has(script.id)) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
  }
}
