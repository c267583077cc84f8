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

interface ExtensionScripting {
  readonly scripting: {
    getRegisteredContentScripts(): Promise<{ readonly id: string; readonly matches?: readonly string[] }[]>;
  };
}

/**
 * Allows a site, and resolves when Waarborg starts by itself in the pages of it that are opened from now on.
 *
 * @param own a page of the extension, in either browser.
 * @param site such as `http://127.0.0.1`.
 */
export async function allowSite(
  browser: { grantHost(origin: string): Promise<void> },
  own: EvaluatingPage,
  site: string,
): Promise<void> {
  await browser.grantHost(site);
  await inPage(own, untilRegistered, `${site}/*`);
}

/** Runs in a page of the extension. */
async function untilRegistered(pattern: string): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionScripting>;
  const isRegistered = async () => {
    const scripts = await (browser ?? chrome).scripting.getRegisteredContentScripts();
    return scripts.some(({ id, matches }) => id === 'waarborg-page' && matches?.includes(pattern));
  };
  while (!(await isRegistered())) await new Promise((resolve) => setTimeout(resolve, 50));
}
