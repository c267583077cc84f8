import type { Page } from 'playwright-core';

/**
 * Keeps a store of the dossiers on this machine for itself, so that whatever else wants to read it waits. Gives what
 * lets go of it.
 */
export async function holdStore(extensionPage: Page, store: string): Promise<() => Promise<void>> {
  const held = await extensionPage.evaluateHandle(async (name) => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const opening = indexedDB.open(names.find((one) => one.startsWith('waarborg-dossier')) ?? '');
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const database = opening.result;
    const state = { isHeld: true };
    const transaction = database.transaction(name, 'readwrite');
    // A transaction lasts as long as it has something to do.
    const goOn = () => {
      if (state.isHeld) transaction.objectStore(name).count().onsuccess = goOn;
      else database.close();
    };
    await new Promise<void>((resolve) => {
      transaction.objectStore(name).count().onsuccess = () => {
        resolve();
        goOn();
      };
    });
    return state;
  }, store);
  return async () => {
    await held.evaluate((state) => {
      state.isHeld = false;
    });
    await held.dispose();
  };
}
