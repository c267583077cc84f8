import { type CDPSession, launch, type Protocol } from 'puppeteer-core';
import { chromiumArguments, ensureChromium } from '../helpers/browsers.ts';

/** A Chromium as a reader has it: no driver halts the workers of its pages or listens to their scripts, which costs a fifth. */
export interface UnattendedChromium {
  /**
   * Opens a page in a new window, closes it again, and gives what `script` left there.
   *
   * @param script runs in the page before its own scripts.
   * @param expression of what it left; waited for until it is defined, JSON at most.
   */
  look<T>(address: string, script: string, expression: string): Promise<T>;
  close(): Promise<void>;
}

/** @param profileDir a profile that no browser has open. */
export async function launchUnattended(
  extensionPath: string,
  profileDir: string,
): Promise<UnattendedChromium> {
  const browser = await launch({
    executablePath: ensureChromium(),
    userDataDir: profileDir,
    enableExtensions: true,
    defaultViewport: null,
    args: [
      ...chromiumArguments,
      '--window-size=1400,900',
      '--accept-lang=nl',
      `--disable-extensions-except=${extensionPath}`,
      `--load-extension=${extensionPath}`,
    ],
    // The library attaches itself to whatever it is told of.
    targetFilter: (target) => target.type() === 'browser',
    waitForInitialPage: false,
  });
  const root = await browser.target().createCDPSession();
  await waitForWelcome(root);
  return {
    async look(address, script, expression) {
      // A window for itself: a tab that comes in front of it, even the browser's first, would stop its painting.
      const blank = { url: 'about:blank', newWindow: true };
      const { targetId } = await root.send('Target.createTarget', blank);
      const tab = await attach(root, targetId);
      await tab.send('Page.enable');
      await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
      const loaded = new Promise((resolve) => tab.once('Page.loadEventFired', resolve));
      await tab.send('Page.navigate', { url: address });
      await loaded;
      const { result, exceptionDetails } = await tab.send('Runtime.evaluate', {
        expression: `(${waitUntilDefined})(() => (${expression}))`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(result.description ?? exceptionDetails.text);
      await root.send('Target.closeTarget', { targetId });
      return result.value;
    },
    close: () => browser.close(),
  };
}

/** At each such start the extension is new to the browser, and its welcome comes in front of what is open. */
async function waitForWelcome(root: CDPSession): Promise<void> {
  const welcomed = new Promise<void>((resolve) => {
    const look = ({ targetInfo: { type, url } }: { targetInfo: Protocol.Target.TargetInfo }) => {
      if (type === 'page' && url.startsWith('chrome-extension:')) resolve();
    };
    root.on('Target.targetCreated', look);
    root.on('Target.targetInfoChanged', look);
  });
  await root.send('Target.setDiscoverTargets', { discover: true });
  await welcomed;
}

async function attach(root: CDPSession, targetId: string): Promise<CDPSession> {
  const { targetInfo } = await root.send('Target.getTargetInfo', { targetId });
  const session = await root.connection()?.createSession(targetInfo);
  if (!session) throw new Error('the browser let go of a new window');
  return session;
}

/** Sent into the page: asks seldom, so as not to be what is measured. */
function waitUntilDefined<T>(get: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const ask = () => {
      const value = get();
      if (value === undefined) setTimeout(ask, 200);
      else resolve(value);
    };
    ask();
  });
}
