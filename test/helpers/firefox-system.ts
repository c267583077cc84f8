import { effectTimeoutMs } from './effect-timeout.ts';

/** What we use of puppeteer's connection to Firefox: WebDriver BiDi, raw. */
export interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
  /** Acts as if Firefox had sent this event. */
  emit(event: string, params: object): unknown;
}

/**
 * Runs code inside Firefox' own window, where the toolbar, the sidebar and the dialogs are.
 *
 * Needs `-remote-allow-system-access`. Firefox then gives its windows as BiDi contexts of scope
 * "chrome", so no second protocol (Marionette) is involved.
 */
export class FirefoxSystem {
  readonly clientWindow: string;
  readonly #connection: BidiConnection;
  readonly #context: string;

  private constructor(connection: BidiConnection, window: ChromeContext) {
    this.#connection = connection;
    this.#context = window.context;
    this.clientWindow = window.clientWindow;
  }

  static async open(connection: BidiConnection): Promise<FirefoxSystem> {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = (result as { contexts: ChromeContext[] }).contexts;
    if (!window) throw new Error('Firefox has no window');
    return new FirefoxSystem(connection, window);
  }

  /**
   * @param source of a function, async or not; it may use the names of `prelude`.
   * @param args and what the function returns must survive JSON.
   */
  async run<T = void>(source: string, ...args: readonly string[]): Promise<T> {
    const { result } = await this.#connection.send('script.callFunction', {
      functionDeclaration: `async (...args) => {${prelude}; return JSON.stringify(await (${source})(...args)); }`,
      arguments: args.map((value) => ({ type: 'string', value })),
      target: { context: this.#context },
      awaitPromise: true,
    });
    const answer = result as ScriptResult;
    if (answer.type === 'exception') throw new Error(`In Firefox: ${answer.exceptionDetails.text}`);
    return (answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)) as T;
  }
}

/**
 * - `until(what, condition)` resolves to the first truthy value of the condition.
 * - `isLoaded(browser, start)`: it shows an address that starts so, and nothing is under way.
 * - `identify(browser)` gives the BiDi id of the document in a `<browser>`. Firefox gives ids only to
 *   tabs: for others (sidebar, background) we give one ourselves and make it findable.
 */
const prelude = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const until = async (what, condition) => {
    const deadline = Date.now() + ${effectTimeoutMs};
    for (;;) {
      const value = condition();
      if (value) return value;
      if (Date.now() > deadline) throw new Error('Waited ${effectTimeoutMs} ms for ' + what);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const isLoaded = (browser, start) =>
    browser.currentURI?.spec.startsWith(start) && !browser.webProgress?.isLoadingDocument;
  const identify = (browser) => {
    browser.permanentKey ??= {};
    const context = NavigableManager.getIdForBrowser(browser);
    if (NavigableManager.getBrowserById(context) !== browser) {
      const findOthers = NavigableManager.getBrowserById;
      NavigableManager.getBrowserById = function (id) {
        return id === context && browser.isConnected ? browser : findOthers.call(this, id);
      };
    }
    return { context, url: browser.currentURI.spec };
  };
`;

interface ChromeContext {
  readonly context: string;
  readonly clientWindow: string;
}

type ScriptResult =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };
