import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { ensureFirefox } from './browsers.ts';
import { effectTimeoutMs } from './effect-timeout.ts';
import { type BidiConnection, FirefoxSystem } from './firefox-system.ts';

interface LaunchOptions {
  /** Folder with the `manifest.json` of the built extension; its `browser_specific_settings.gecko.id` is needed. */
  readonly extensionPath: string;
  /**
   * Kept after `close`, so that a second launch continues it, with the extension installed in it for
   * good: needs Firefox ESR, Nightly or Developer Edition, which accept unsigned extensions.
   * Absent: a new one, removed by `close`, with the extension as a temporary add-on.
   */
  readonly profileDir?: string;
  /** Absent: the Firefox of this machine. */
  readonly program?: string | undefined;
}

/** A running Firefox, without a window, with the extension under test. */
export interface FirefoxWithExtension {
  readonly browser: Browser;
  /** The id of its manifest, not the host of its addresses. */
  readonly extensionId: string;
  /** The address of a file of the extension; `path` without or with a leading slash. */
  extensionUrl(path: string): string;
  /** Opens a file of the extension in a new tab. `page.goto` cannot: it would wait forever. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * The tab whose address starts so, loaded; waits until there is one.
   *
   * For tabs that the extension opens or sends to a page of its own: Firefox reports nothing about
   * those to puppeteer, so `page.url()` and `waitForNavigation` miss it.
   */
  waitForPage(urlStart: string): Promise<Page>;
  /**
   * Runs the extension's action with `page` as the tab in front, as its keyboard shortcut does.
   *
   * `activeTab` is granted and `sidebarAction.open()` is allowed. Resolves when the extension has been
   * told, not when it has dealt with it.
   */
  clickAction(page: Page): Promise<void>;
  /** Chooses an entry of the context menu that a click with the right button has opened. */
  chooseFromContextMenu(label: string): Promise<void>;
  /** Acts as if the shortcut of the extension with this letter was pressed in the tab in front, if no menu has it. */
  pressShortcut(letter: string): Promise<void>;
  /** Waits for the dialog of `permissions.request` and presses the button. */
  answerPermissionRequest(answer: 'allow' | 'deny'): Promise<void>;
  /**
   * Gives the extension an optional host permission, in force when this resolves.
   *
   * @param origin such as `http://127.0.0.1:8080` (the port is dropped: no pattern of Firefox with a
   *   port ever matches), or a match pattern such as `*://*\/*`.
   */
  grantHost(origin: string): Promise<void>;
  /** The document in the browser's own sidebar, loaded; waits until there is one. */
  sidePanel(): Promise<Page>;
  /** The background's page, woken if it slept. Ends with the background: ask again after `killBackground`. */
  background(): Promise<Page>;
  /** Ends the background as Firefox does after 30 idle seconds; resolves when it has ended. */
  killBackground(): Promise<void>;
  /** Ends the browser as a power cut does, by SIGKILL; resolves when it has ended. */
  cutPower(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox with a built extension; resolves when the extension's background runs. */
export async function launchFirefox(options: LaunchOptions): Promise<FirefoxWithExtension> {
  const extensionPath = await realpath(options.extensionPath);
  const manifest = await readManifest(extensionPath);
  const { extensionId } = manifest;
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'firefox-profile-')));
  const removeProfile = async () => {
    if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  if (options.profileDir) await linkExtension(profileDir, extensionId, extensionPath);
  const browser = await launch({
    browser: 'firefox',
    executablePath: options.program ?? ensureFirefox(),
    headless: true,
    timeout: effectTimeoutMs,
    defaultViewport: null,
    userDataDir: profileDir,
    args: ['-remote-allow-system-access', '--width=1400', '--height=900'],
    extraPrefsFirefox: {
      'intl.accept_languages': 'nl', // The language in which most people use the product.
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'extensions.startupScanScopes': 15,
      'security.notification_enable_delay': 0, // Buttons of a dialog work from its first moment.
    },
  });
  const close = async () => {
    await browser.close();
    await removeProfile();
  };
  try {
    if (!options.profileDir) await browser.installExtension(extensionPath);
    return await drive(browser, manifest, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function drive(
  browser: Browser,
  { extensionId, panelPath, hasBackground }: Manifest,
  close: () => Promise<void>,
): Promise<FirefoxWithExtension> {
  // Public in puppeteer's code, absent from its types.
  const { connection } = browser as unknown as { connection: BidiConnection };
  const system = await FirefoxSystem.open(connection);
  const host = await system.run<string>(
    '(id) => WebExtensionPolicy.getByID(id).mozExtensionHostname',
    extensionId,
  );
  const extensionUrl = (path: string) => `moz-extension://${host}/${path.replace(/^\//, '')}`;

  // A click that comes before the background has registered its listeners is lost.
  if (hasBackground) await system.run<Found>(findBackground, extensionId);

  /** Makes puppeteer know a document that Firefox keeps from it, by the events that Firefox would have sent. */
  const adopt = async ({ context, url }: Found): Promise<Page> => {
    const known = async () => (await browser.pages()).find((page) => contextOf(page) === context);
    if (!(await known())) {
      connection.emit('browsingContext.contextCreated', {
        context,
        url,
        clientWindow: system.clientWindow,
        userContext: 'default',
        parent: null,
        children: [],
        originalOpener: null,
      });
    }
    connection.emit('browsingContext.load', { context, url, navigation: null, timestamp: Date.now() });
    const page = await known();
    if (!page) throw new Error(`puppeteer did not take in ${url}`);
    return page;
  };

  const waitForPage = async (urlStart: string) => adopt(await system.run<Found>(findTab, urlStart));

  return {
    browser,
    extensionId,
    extensionUrl,
    close,
    waitForPage,

    async openExtensionPage(path) {
      const page = await browser.newPage();
      const url = extensionUrl(path);
      return adopt(await system.run<Found>(loadInTab, contextOf(page), url));
    },

    async clickAction(page) {
      await page.bringToFront();
      await system.run(triggerAction, extensionId);
    },

    chooseFromContextMenu: (label) => system.run(activateMenuItem, label),

    pressShortcut: (letter) => system.run(actOnShortcut, letter),

    answerPermissionRequest: (answer) => system.run(answerPrompt, answer),

    async grantHost(origin) {
      await system.run(addHostPermission, extensionId, toPattern(origin));
    },

    sidePanel: async () => adopt(await system.run<Found>(findSidebar, extensionUrl(panelPath))),

    background: async () => adopt(await system.run<Found>(findBackground, extensionId)),

    killBackground: () => system.run(terminateBackground, extensionId),

    async cutPower() {
      const running = browser.process();
      if (!running || running.exitCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
    },
  };
}

interface Manifest {
  readonly extensionId: string;
  readonly panelPath: string;
  readonly hasBackground: boolean;
}

/** A document, as BiDi and the address bar know it. */
interface Found {
  readonly context: string;
  readonly url: string;
}

// What follows runs inside Firefox, in its window, with the rights of Firefox itself. `until` and
// `identify` come from `firefox-system.ts`.

const loadInTab = `async (context, url) => {
  const browser = NavigableManager.getBrowserById(context);
  browser.fixupAndLoadURIString(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
  await until(url + ' to load', () => isLoaded(browser, url));
  return identify(browser);
}`;

const findTab = `async (start) => identify(
  await until('a tab at ' + start, () => gBrowser.browsers.find((browser) => isLoaded(browser, start))),
)`;

const findSidebar = `async (start) => identify(
  await until('the sidebar to show ' + start, () => {
    const browser = SidebarController.browser?.contentDocument?.getElementById('webext-panels-browser');
    return SidebarController.isOpen && browser && isLoaded(browser, start) && browser;
  }),
)`;

const findBackground = `async (id) => {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.wakeupBackground?.();
  return identify(
    await until('the background to run', () =>
      [...extension.views].find((view) => view.viewType === 'background')?.xulBrowser),
  );
}`;

const terminateBackground = `async (id) => {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ expectStopped: true });
  await until('the background to stop', () => extension.backgroundState === 'stopped');
}`;

const triggerAction = `(id) => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}`;

const activateMenuItem = `async (label) => {
  const menu = document.getElementById('contentAreaContextMenu');
  await until('the context menu', () => menu.state === 'open');
  const item = await until('an entry ' + label, () =>
    [...menu.querySelectorAll('menuitem')].find((entry) => entry.label === label && !entry.hidden));
  menu.activateItem(item);
  await until('the context menu to close', () => menu.state === 'closed');
}`;

const actOnShortcut = `async (letter) => {
  const menus = await until('the names of the menus', () => {
    const all = [...document.querySelectorAll('#main-menubar > menu')].map((menu) => menu.getAttribute('accesskey'));
    return all.length > 0 && all.every(Boolean) && all;
  });
  if (menus.some((key) => key.toUpperCase() === letter)) throw new Error('a menu opens by ' + letter);
  const key = await until('a shortcut with ' + letter, () =>
    [...document.querySelectorAll('keyset[id^="ext-keyset-id-"] key')].find(
      (one) => one.getAttribute('key')?.toUpperCase() === letter));
  key.doCommand();
}`;

const addHostPermission = `async (id, pattern) => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: [], origins: [pattern] }, extension);
}`;

const answerPrompt = `async (answer) => {
  const { panel } = PopupNotifications;
  const notification = await until('a permission dialog', () =>
    panel.state === 'open' &&
    [...panel.children].find((child) => child.id === 'addon-webext-permissions-notification'));
  (answer === 'allow' ? notification.button : notification.secondaryButton).click();
  await until('the permission dialog to close', () => panel.state === 'closed');
}`;

/** A pointer file installs the folder where it is, as it is. */
async function linkExtension(profileDir: string, extensionId: string, extensionPath: string): Promise<void> {
  await mkdir(join(profileDir, 'extensions'), { recursive: true });
  await writeFile(join(profileDir, 'extensions', extensionId), extensionPath + sep);
}

async function readManifest(extensionPath: string): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(extensionPath, 'manifest.json'), 'utf8'));
  const extensionId: unknown = manifest.browser_specific_settings?.gecko?.id;
  if (typeof extensionId !== 'string') {
    throw new Error(`${join(extensionPath, 'manifest.json')} has no browser_specific_settings.gecko.id`);
  }
  return {
    extensionId,
    panelPath: String(manifest.sidebar_action?.default_panel ?? ''),
    hasBackground: manifest.background !== undefined,
  };
}

function toPattern(origin: string): string {
  if (origin.endsWith('/*')) return origin;
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The id of a page in BiDi; not in puppeteer's types, and nothing public carries it. */
function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
