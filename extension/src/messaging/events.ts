import { type Browser, browser } from 'wxt/browser';
import { type Envelope, isEnvelope } from './envelope.ts';
import type { BackgroundEvent } from './protocol.ts';

/** Tells everybody who listens. Not hearing it is harmless: listeners ask again when they are opened. */
export async function broadcast(event: BackgroundEvent): Promise<void> {
  const envelope: Envelope = { waarborg: 'event', event };
  browser.runtime.sendMessage(envelope).catch(noListener);
  // What one page shows is not for the content scripts of other pages.
  if (event.event === 'page-reported' || event.event === 'tab-changed') return;
  for (const { id, discarded } of await browser.tabs.query({})) {
    if (id !== undefined && !discarded) browser.tabs.sendMessage(id, envelope).catch(noListener);
  }
}

/** No page of ours is open, or Waarborg is not active in the tab: the normal case. */
function noListener(): void {}

/** Hears what the background tells. Returns how to stop. */
export function onEvent(listener: (event: BackgroundEvent) => void): () => void {
  const listen = (message: unknown, from: Browser.runtime.MessageSender): undefined => {
    if (isEnvelope(message, 'event') && from.id === browser.runtime.id) {
      listener(message.event as BackgroundEvent);
    }
    return undefined;
  };
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
}
