import { askBackground } from './ask-background.ts';
import type { ChromiumWithExtension } from './chromium.ts';
import type { FirefoxWithExtension } from './firefox.ts';
import { type EvaluatingPage, inPage } from './in-page.ts';
import type { RunningServer } from './running-server.ts';

/** What a page of Playwright and one of puppeteer have in common, as far as connecting needs it. */
interface DrivenPage extends EvaluatingPage {
  waitForSelector(selector: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
  readonly keyboard: { press(key: 'Enter'): Promise<void>; type(text: string): Promise<void> };
}

/** What the two browsers do each in their own way. */
interface Way {
  openWelcome(): Promise<DrivenPage>;
  /** The page that opens by itself at an address that starts so, once `open` has been done. */
  whenOpened(urlStart: string, open: () => Promise<void>): Promise<DrivenPage>;
  /** Presses a button that asks for a site, and allows it. */
  allowing(site: string, press: () => Promise<void>): Promise<void>;
}

export interface ConnectOptions {
  /** Address of the server. */
  readonly server: string;
  /** Title of the dossier to work in; absent: that in which the extension begins. */
  readonly dossier?: string;
  /** Site to allow, as a person types it; absent: none. */
  readonly site?: string;
  /** Whether there is a connection already, so that the way to a new one is folded away. */
  readonly isAgain?: boolean;
}

/**
 * Connects without the welcome page, for a test of something else: to a dossier, as a person of their own. Gives their
 * token.
 */
export async function connectByMessage(
  browser: ChromiumWithExtension,
  server: RunningServer,
  dossier: { readonly slug: string; readonly title: string },
): Promise<string> {
  const { token } = await server.createToken('codeur@example.org', dossier.slug);
  const headers = { Authorization: `Bearer ${token}` };
  const me = await fetch(`${server.address}/api/v1/me`, { headers });
  const { user } = (await me.json()) as { user: { id: string; name: string } };
  await browser.grantHost(server.address);
  const own = await browser.openExtensionPage('welcome.html');
  await askBackground(own, 'save-account', {
    server: server.address,
    user,
    dossiers: [{ ...dossier, token }],
  });
  await own.close();
  return token;
}

/** Goes through the welcome page in Chromium as a reviewer does; resolves when the extension works on the site. */
export function connectChromium(browser: ChromiumWithExtension, options: ConnectOptions): Promise<void> {
  return connect(options, {
    openWelcome: () => browser.openExtensionPage('welcome.html'),
    async whenOpened(urlStart, open) {
      const opened = browser.context.waitForEvent('page');
      await open();
      const page = await opened;
      await page.waitForURL((url) => url.href.startsWith(urlStart));
      return page;
    },
    async allowing(site, press) {
      await browser.acceptHostRequest(`http://${site}`);
      await press();
    },
  });
}

/** The same in Firefox. */
export function connectFirefox(browser: FirefoxWithExtension, options: ConnectOptions): Promise<void> {
  return connect(options, {
    openWelcome: () => browser.openExtensionPage('welcome.html'),
    async whenOpened(urlStart, open) {
      await open();
      return browser.waitForPage(urlStart);
    },
    async allowing(_site, press) {
      await press();
      await browser.answerPermissionRequest('allow');
    },
  });
}

/** Stands on the welcome page as long as there is a connection and none is being made. */
const connected = 'summary:not([hidden])';

async function connect({ server, dossier, site, isAgain = false }: ConnectOptions, way: Way): Promise<void> {
  const welcome = await way.openWelcome();
  if (isAgain) {
    await welcome.waitForSelector(connected);
    await welcome.click(connected);
  }
  await fill(welcome, '#server', server);
  const approval = await way.whenOpened(`${server}/device`, () => welcome.keyboard.press('Enter'));
  await welcome.bringToFront();
  await welcome.waitForSelector('.code');
  const code = await textOf(welcome, '.code');
  await approval.bringToFront();
  await approval.waitForSelector('.wb-device .wb-code');
  const shown = await textOf(approval, '.wb-device .wb-code');
  if (shown !== code) throw new Error(`The server shows the code ${shown}, the extension ${code}`);
  await approval.click('.wb-device .utrecht-button--primary-action');
  await approval.waitForSelector('.wb-notice');
  await welcome.bringToFront();
  await welcome.waitForSelector(connected);
  if (dossier !== undefined) await chooseDossier(welcome, dossier);
  if (site !== undefined) {
    await fill(welcome, '#site', site);
    await way.allowing(site, () => welcome.keyboard.press('Enter'));
    // The list of other sites names it once the browser has granted it.
    await welcome.waitForSelector('li.option');
  }
  await approval.close();
  await welcome.close();
}

async function chooseDossier(welcome: DrivenPage, dossier: string): Promise<void> {
  const titles = await inPage(welcome, () =>
    [...document.querySelectorAll('label:has(input[name="dossier"])')].map((label) => label.textContent),
  );
  const place = titles.indexOf(dossier);
  if (place < 0) throw new Error(`There is no dossier "${dossier}" among ${titles.join(', ')}`);
  await welcome.click(`:nth-child(${place + 1} of label:has(input[name="dossier"]))`);
}

/** Types over what is in a field. */
async function fill(page: DrivenPage, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.click(selector);
  await inPage(
    page,
    (field) => {
      const input = document.querySelector(field);
      if (input instanceof HTMLInputElement) input.select();
    },
    selector,
  );
  await page.keyboard.type(text);
}

function textOf(page: DrivenPage, selector: string): Promise<string | undefined> {
  return inPage(page, (found) => document.querySelector(found)?.textContent.trim(), selector);
}
