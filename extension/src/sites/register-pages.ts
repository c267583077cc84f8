import { browser } from 'wxt/browser';
import { allowedSites } from './host-permission.ts';

const scriptId = 'waarborg-page';
/** What makes a web page one that can be worked on. */
export const pageScript = '/page.js';

let registering = Promise.resolve();

/** Makes Waarborg start by itself on the sites that the reviewer has allowed, and on no others. */
export function registerPages(): Promise<void> {
  // One after the other: "add" and "remove" of several sites come as several events.
  registering = registering.then(register).catch((error: unknown) => console.error(error));
  return registering;
}

async function register(): Promise<void> {
  const matches = [...(await allowedSites())];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script = { id: scriptId, matches, js: [pageScript], runAt: 'document_idle' as const };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
}
