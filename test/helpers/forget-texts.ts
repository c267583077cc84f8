import type { Page } from 'playwright-core';

/** Empties what the extension keeps of texts that the server has; gives how many these were. */
export function forgetTexts(extensionPage: Page): Promise<number> {
  return extensionPage.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const name = names.find((candidate) => candidate.startsWith('waarborg-dossier')) ?? '';
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settle(indexedDB.open(name));
    const store = db.transaction('originals', 'readwrite').objectStore('originals');
    const kept = await settle(store.count());
    await settle(store.clear());
    db.close();
    return kept;
  });
}
