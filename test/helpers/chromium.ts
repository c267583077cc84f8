import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { chromiumArguments, ensureChromium } from './browsers.ts';
import { effectTimeoutMs } from './effect-timeout.ts';

interface LaunchOptions {
  /** Folder with the `manifest.json` of the built extension. */
  readonly extensionPath: string;
  /** Kept after `close`, so that a second launch continues it. Absent: a new one, removed by `close`. */
  readonly profileDir?: string;
  /** Absent: the Chromium of this machine. */
  readonly program?: string | undefined;
  /** Of the browser's reader, as a language tag. Absent: that in which most people use the product. */
  readonly language?: string;
  /** For somebody who looks on; needs a display. */
  readonly hasWindow?: boolean;
}

/** A running Chromium, usually without a window, with the extension under test as its only one. */
export interface ChromiumWithExtension {
  /** Tabs, and the side panel while it is open, are its `pages()`. */
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The address of a file of the extension; `path` without or with a leading slash. */
  extensionUrl(path: string): string;
  /** Opens a file of the extension in a new tab. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * Clicks the extension's button in the toolbar while `page` is the tab in front.
   *
   * As with a user's click, `activeTab` is granted and `sidePanel.open()` is allowed. Resolves when
   * the browser has sent the click, not when the extension has dealt with it.
   */
  clickAction(page: Page): Promise<void>;
  /**
   * Answers beforehand: `permissions.request` for this host will resolve to `true` without a dialog.
   * Without it the request never settles, since nobody can see the dialog.
   *
   * @param origin such as `http://127.0.0.1:8080` (the port is dropped, as Firefox wants it), or a match
   *   pattern such as `*://*\/*`.
   */
  acceptHostRequest(origin: string): Promise<void>;
  /** Gives the extension an optional host permission, in force when this resolves. Takes what `acceptHostRequest` takes. */
  grantHost(origin: string): Promise<void>;
  /** The document in the browser's own side panel, loaded; waits until there is one. */
  sidePanel(): Promise<Page>;
  /**
   * The background's service worker, woken if it slept.
   *
   * The same object stays valid when the worker is stopped and started again; evaluating in it while
   * it is stopped waits until something starts it.
   */
  serviceWorker(): Promise<Worker>;
  /** Stops the service worker as Chromium does after 30 idle seconds; resolves when it has stopped. */
  killServiceWorker(): Promise<void>;
  /** Ends the browser as a power cut does, by SIGKILL; resolves when it has ended. */
  cutPower(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Chromium with a built extension; resolves when the extension's service worker runs. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumWithExtension> {
  // Chromium presents the side panel as a target of type "other" when it is born; with this variable
  // Playwright makes it a page like every other. It is read for each target, so setting it here is in time.
  process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
  const extensionPath = await realpath(options.extensionPath);
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'chromium-profile-')));
  const removeProfile = async () => {
    if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: options.program ?? ensureChromium(),
    headless: false, // Playwright's own headless flag would select a shell without extensions.
    viewport: null,
    args: [
      ...(options.hasWindow ? [] : ['--headless=new']),
      ...chromiumArguments,
      '--window-size=1400,900',
      `--accept-lang=${options.language ?? 'nl'}`,
      '--disable-background-networking',
      `--disable-extensions-except=${extensionPath}`,
      `--load-extension=${extensionPath}`,
    ],
  });
  context.setDefaultTimeout(effectTimeoutMs);
  try {
    return await drive(context, extensionPath, removeProfile);
  } catch (error) {
    await context.close();
    await removeProfile();
    throw error;
  }
}

async function drive(
  context: BrowserContext,
  extensionPath: string,
  removeProfile: () => Promise<void>,
): Promise<ChromiumWithExtension> {
  const browser = context.browser();
  if (!browser)
    throw new Error('Playwright gives no browser for a persistent context: no way to the CDP root');
  const root = await browser.newBrowserCDPSession();
  const manifest = JSON.parse(await readFile(join(extensionPath, 'manifest.json'), 'utf8'));
  const extensionId = await getExtensionId(root, extensionPath);
  const extensionUrl = (path: string) => `chrome-extension://${extensionId}/${path.replace(/^\//, '')}`;

  // A click that comes before the worker has registered its listeners is lost.
  if (manifest.background) await startWorker(context, extensionUrl(''));

  return {
    context,
    extensionId,
    extensionUrl,
    openExtensionPage: (path) => open(context, extensionUrl(path)),
    acceptHostRequest: (origin) => addHostPermission(context, extensionId, toPattern(origin)),
    sidePanel: () => findSidePanel(context, extensionUrl(manifest.side_panel?.default_path ?? '')),
    serviceWorker: () => startWorker(context, extensionUrl('')),
    killServiceWorker: () => stopWorker(context, extensionUrl('')),

    async clickAction(page) {
      await page.bringToFront();
      const targetId = await getActiveTabId(root, page.url());
      await root.send('Extensions.triggerAction', { id: extensionId, targetId });
    },

    async grantHost(origin) {
      await addHostPermission(context, extensionId, toPattern(origin));
      // The manifest is the one file every extension has, and it runs no code of the extension.
      await requestHost(context, extensionUrl('manifest.json'), toPattern(origin));
    },

    async cutPower() {
      const { processInfo } = await root.send('SystemInfo.getProcessInfo');
      const ended = new Promise((resolve) => context.once('close', resolve));
      for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
      await ended;
    },

    async close() {
      await context.close();
      await removeProfile();
    },
  };
}

/** What the user does who adds a site on the page of extensions; in force only once the extension asks for it. */
async function addHostPermission(
  context: BrowserContext,
  extensionId: string,
  pattern: string,
): Promise<void> {
  // A file of that page has its rights, and does not load all of it.
  await usingPage(await open(context, 'chrome://extensions/strings.m.js'), (page) =>
    page.evaluate(
      ([id, host]) =>
        (globalThis as unknown as ChromeExtensionsPage).chrome.developerPrivate.addHostPermission(id, host),
      [extensionId, pattern] as const,
    ),
  );
}

async function requestHost(context: BrowserContext, extensionPage: string, pattern: string): Promise<void> {
  await usingPage(await open(context, extensionPage), async (page) => {
    const session = await context.newCDPSession(page);
    const { result } = await session.send('Runtime.evaluate', {
      expression: `chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] })`,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    });
    if (result.value !== true) {
      throw new Error(`Chromium did not grant ${pattern}: ${result.description ?? result.value}`);
    }
  });
}

async function findSidePanel(context: BrowserContext, url: string): Promise<Page> {
  const isPanel = async (page: Page) =>
    page.url().startsWith(url) &&
    // The same document may also be open in a tab.
    (await page.evaluate(() => (globalThis as unknown as ChromeExtensionPage).chrome.tabs.getCurrent())) ==
      null;
  const opening = context.waitForEvent('page', { predicate: isPanel });
  opening.catch(() => {}); // Not needed when the panel is found below.
  const panel = (await findAsync(context.pages(), isPanel)) ?? (await opening);
  await panel.waitForLoadState();
  return panel;
}

async function startWorker(context: BrowserContext, scope: string): Promise<Worker> {
  await changeWorker(
    context,
    scope,
    (session) => session.send('ServiceWorker.startWorker', { scopeURL: scope }),
    ({ status, runningStatus }) => status === 'activated' && runningStatus === 'running',
  );
  const isOurs = (worker: Worker) => worker.url().startsWith(scope);
  return (
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs }))
  );
}

async function stopWorker(context: BrowserContext, scope: string): Promise<void> {
  await changeWorker(
    context,
    scope,
    (session) => session.send('ServiceWorker.stopAllWorkers'),
    ({ runningStatus }) => runningStatus === 'stopped',
  );
}

/** Sends a command about the worker of a scope; resolves when the worker is as wanted, at once if it was. */
async function changeWorker(
  context: BrowserContext,
  scope: string,
  command: (session: CDPSession) => Promise<unknown>,
  isDone: (version: WorkerVersion) => boolean,
): Promise<void> {
  // Every page reports on all workers. One that is there already: opening or closing a tab is an event
  // that may wake the worker.
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const done = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some((version) => version.scriptURL.startsWith(scope) && isDone(version))) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await command(session);
  await done;
  await session.detach();
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function getExtensionId(root: CDPSession, extensionPath: string): Promise<string> {
  const { extensions } = await root.send('Extensions.getExtensions');
  const extension = extensions.find(({ path }) => path === extensionPath);
  if (!extension) throw new Error(`Chromium did not load ${extensionPath}: is its manifest.json valid?`);
  return extension.id;
}

/**
 * A tab's target is another one than its page's, and the protocol does not tell which belong together:
 * but the caller has just brought the page to the front.
 */
async function getActiveTabId(root: CDPSession, url: string): Promise<string> {
  const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tabs = targetInfos.filter((target) => target.url === url) as TabTarget[];
  const tab = tabs.find((target) => target.embedderData?.tabActive) ?? tabs[0];
  if (!tab)
    throw new Error(`No tab shows ${url}; there are ${targetInfos.map((target) => target.url).join(', ')}`);
  return tab.targetId;
}

function toPattern(origin: string): string {
  if (origin.endsWith('/*')) return origin;
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

async function usingPage<T>(page: Page, use: (page: Page) => Promise<T>): Promise<T> {
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

async function findAsync<T>(
  items: readonly T[],
  test: (item: T) => Promise<boolean>,
): Promise<T | undefined> {
  for (const item of items) if (await test(item)) return item;
  return undefined;
}

interface WorkerVersion {
  readonly scriptURL: string;
  readonly status: string;
  readonly runningStatus: string;
}

interface TabTarget {
  readonly targetId: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

interface ChromeExtensionsPage {
  readonly chrome: { developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> } };
}

interface ChromeExtensionPage {
  readonly chrome: { tabs: { getCurrent(): Promise<unknown> } };
}
