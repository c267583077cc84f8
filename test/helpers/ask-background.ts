import { type EvaluatingPage, inPage } from './in-page.ts';

interface ExtensionRuntime {
  readonly runtime: { sendMessage(message: unknown): Promise<{ readonly answer: unknown } | undefined> };
}

/** Asks the background as the extension's own pages do; `own` is one of them, in either browser. */
export async function askBackground<T = unknown>(
  own: EvaluatingPage,
  type: string,
  input?: unknown,
): Promise<T> {
  const asked = { waarborg: 'background', type, input };
  const answer = await inPage(
    own,
    async (message) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionRuntime>;
      return (await (browser ?? chrome).runtime.sendMessage(message))?.answer;
    },
    asked,
  );
  return answer as T;
}

/** Connects without a server: what is saved waits. Gives the page of the extension from which it was done. */
export async function workOffline<P extends EvaluatingPage>(browser: {
  openExtensionPage(path: string): Promise<P>;
}): Promise<P> {
  const own = await browser.openExtensionPage('welcome.html');
  await askBackground(own, 'save-account', {
    server: 'http://127.0.0.1:9',
    user: { id: 'u', name: 'U' },
    dossiers: [{ slug: 'asiel', title: 'Asiel', token: 'none' }],
  });
  return own;
}
