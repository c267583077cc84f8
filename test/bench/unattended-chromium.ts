import { type CDPSession, launch, type Protocol } from 'puppeteer-core';
import { chromiumArguments, ensureChromium } from '../helpers/browsers.ts';
import type { EvaluatingPage } from '../helpers/in-page.ts';

/** A Chromium as a reader has it: no driver halts the workers of its pages or listens to their scripts, which costs a fifth. */
export interface UnattendedChromium {
  /** Of the browser itself. */
  readonly root: CDPSession;
  /** Where the files of the extension are. */
  readonly extensionOrigin: string;
  /** Opens a page in a new window, in front; resolves when it has loaded. `script` runs in it before its own. */
  open(address: string, script: string): Promise<UnattendedTab>;
  close(): Promise<void>;
}

/** A page of which nobody hears more than that it has loaded. */
export interface UnattendedTab extends EvaluatingPage {
  readonly session: CDPSession;
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  /** As somebody types, no faster than frames are drawn: a letter, a digit, a sign, or one of the keys that are named. */
  press(key: string): Promise<void>;
  /** Waits until an expression is defined in it, JSON at most. */
  waitFor<T>(expression: string): Promise<T>;
  /** Resolves when it has loaded again. */
  reload(): Promise<void>;
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
  const extensionOrigin = await waitForWelcome(root);
  return {
    root,
    extensionOrigin,
    async open(address, script) {
      // A window for itself: a tab that comes in front of it, even the browser's first, would stop its painting.
      const blank = { url: 'about:blank', newWindow: true };
      const { targetId } = await root.send('Target.createTarget', blank);
      const session = await attach(root, targetId);
      await session.send('Page.enable');
      await session.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
      const tab = tabOver(session, async () => {
        await root.send('Target.closeTarget', { targetId });
      });
      await loading(session, () => session.send('Page.navigate', { url: address }));
      return tab;
    },
    close: () => browser.close(),
  };
}

function tabOver(session: CDPSession, close: () => Promise<void>): UnattendedTab {
  const evaluate = async (expression: string) => {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(result.description ?? exceptionDetails.text);
    return result.value;
  };
  const at = { x: 0, y: 0 };
  let isDown = false;
  const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased') =>
    session.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      // Without it a move drags nothing.
      button: isDown || type === 'mouseReleased' ? 'left' : 'none',
      buttons: isDown ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  return {
    session,
    evaluate,
    mouse: {
      async move(x, y) {
        Object.assign(at, { x, y });
        await mouse('mouseMoved');
      },
      async down() {
        isDown = true;
        await mouse('mousePressed');
      },
      async up() {
        isDown = false;
        await mouse('mouseReleased');
      },
    },
    async press(key) {
      const { code, text } = named[key] ?? { code: key.toUpperCase().charCodeAt(0), text: key };
      const pressed = { key, windowsVirtualKeyCode: code };
      await session.send('Input.dispatchKeyEvent', {
        type: text ? 'keyDown' : 'rawKeyDown',
        ...pressed,
        text,
      });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
      await evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve()))');
    },
    waitFor: (expression) => evaluate(`(${waitUntilDefined})(() => (${expression}))`),
    reload: () => loading(session, () => session.send('Page.reload')),
    close,
  };
}

/** Keys that are no letters, and what they write. */
const named: Readonly<Record<string, { readonly code: number; readonly text?: string }>> = {
  Enter: { code: 13, text: '\r' },
  Escape: { code: 27 },
};

async function loading(session: CDPSession, begin: () => Promise<unknown>): Promise<void> {
  const loaded = new Promise<void>((resolve) => session.once('Page.loadEventFired', () => resolve()));
  await begin();
  await loaded;
}

/** At each such start the extension is new to the browser, and its welcome comes in front of what is open. Gives its origin. */
async function waitForWelcome(root: CDPSession): Promise<string> {
  const welcomed = new Promise<string>((resolve) => {
    const look = ({ targetInfo: { type, url } }: { targetInfo: Protocol.Target.TargetInfo }) => {
      if (type === 'page' && url.startsWith('chrome-extension:'))
        resolve(/^[^/]*\/\/[^/]*/u.exec(url)?.[0] ?? '');
    };
    root.on('Target.targetCreated', look);
    root.on('Target.targetInfoChanged', look);
  });
  await root.send('Target.setDiscoverTargets', { discover: true });
  return await welcomed;
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
