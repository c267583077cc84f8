import type { Annotation } from '@waarborg/shared/annotation';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { askBackground } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectChromium } from '../helpers/connect-extension.ts';
import { type FirefoxWithExtension, launchFirefox } from '../helpers/firefox.ts';
import { inPage } from '../helpers/in-page.ts';
import { manageBrowser } from '../helpers/managed-browser.ts';
import { openPage, panelOf } from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { readToolbar } from '../helpers/toolbar.ts';

/*
 * What an administrator sets for a whole organisation, as `deploy/EXTENSION.md` says it: by a file of policies that the
 * browser itself reads.
 */

const words = welcomeMessages.nl;
const chromium = manageBrowser('chromium');
const firefox = manageBrowser('firefox');

describe.runIf(chromium)('what an organisation sets in Chromium', () => {
  const dossier = 'wet-van-de-organisatie';
  let server: RunningServer;
  let browser: ChromiumWithExtension;
  let welcome: Page;
  /** Of somebody else, who sees what the server has. */
  let token: string;

  beforeAll(async () => {
    server = await startServer();
    // The reviewer sees it too, after the example: without a policy that is where one begins.
    ({ token } = await server.createToken('lezer@example.org', dossier));
    chromium?.setPolicies({
      '3rdparty': {
        extensions: {
          lfgdaknabjjpmaoaaehbhcoeeagnkoog: {
            server: server.address,
            dossier,
            sites: ['127.0.0.1', 'ons intranet'],
            keepTexts: false,
          },
        },
      },
    });
    browser = await launchChromium({ extensionPath: builtExtension('chrome'), program: chromium?.program });
    welcome = await browser.openExtensionPage('welcome.html');
  });

  afterAll(async () => {
    await browser?.close();
    chromium?.remove();
    await server?.close();
  });

  it('the server stands on the welcome page, which says by whom, and cannot be changed', async () => {
    const address = welcome.locator('#server');
    await expect.poll(() => address.inputValue()).toBe(server.address);
    await address.click();
    await welcome.keyboard.type('https://elders.example.nl');
    expect(await address.inputValue()).toBe(server.address);
    await welcome.getByText(words.serverFixed).waitFor();
  });

  it('a value that cannot be used is told in one sentence, and the others count', async () => {
    expect(await welcome.getByRole('alert').allInnerTexts()).toContain(words.settingsUnusable('sites'));
    await expectAccessibleInBothThemes(welcome);
  });

  it('the sites are offered together, and the browser still asks', async () => {
    const sites = welcome.getByRole('checkbox', { name: words.ownSites });
    expect(await sites.isChecked()).toBe(false);
    await browser.acceptHostRequest('http://127.0.0.1');
    await sites.click();
    await welcome.getByText(words.siteAllowed(words.ownSites)).waitFor();
    expect(await sites.isChecked()).toBe(true);
  });

  it('who connects begins in the dossier, and can choose another one', async () => {
    await connectChromium(browser, { server: server.address });
    await welcome.getByText(words.dossierSet(dossier)).waitFor();
    expect(await welcome.getByRole('radio', { name: dossier }).isChecked()).toBe(true);
    expect(await welcome.getByRole('radio').count()).toBe(2);
  });

  it('no text goes to the server with a passage', async () => {
    const page = await openPage(browser, `${server.address}/voorbeeld/brief-inspectie.html`);
    const panel = await panelOf(browser);
    await page.bringToFront();
    await page.locator('main p').nth(3).click({ clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    for (const key of ['1', 'a', '1', '-', 'Enter']) await page.keyboard.press(key);
    await panel.locator('li.entry').first().waitFor();
    await expect.poll(() => askBackground(panel, 'connection-state')).toMatchObject({ waiting: 0 });
    const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier}/annotations`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { annotations } = (await answer.json()) as { annotations: Annotation[] };
    expect(annotations.map(({ rendition }) => rendition)).toEqual([undefined]);
  });
});

describe.runIf(firefox)('what an organisation sets in Firefox', () => {
  let browser: FirefoxWithExtension;

  beforeAll(async () => {
    const settings = { server: 7, dossier: 'Wet A', sites: ['example.nl'], keepTexts: 'nee' };
    firefox?.setPolicies({
      policies: { '3rdparty': { Extensions: { 'waarborg@waarborg.example': settings } } },
    });
    browser = await launchFirefox({ extensionPath: builtExtension('firefox'), program: firefox?.program });
  });

  afterAll(async () => {
    await browser?.close();
    firefox?.remove();
  });

  it('counts as far as it can be used, and the rest is told in one sentence', async () => {
    const welcome = await browser.openExtensionPage('welcome.html');
    const read = () => inPage(welcome, () => document.body.innerText);
    await expect.poll(read).toContain(words.settingsUnusable('server, dossier, keepTexts'));
    expect(await read()).toContain(words.ownSites);
    expect(await read()).toContain(words.serverHint);
  });
});
