import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';

const words = welcomeMessages.nl;

let browser: ChromiumWithExtension;

beforeAll(async () => {
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
});

afterAll(() => browser?.close());

describe('the sites on the welcome page', () => {
  it('name what is allowed of a group that is not allowed as a whole, so that it can be withdrawn', async () => {
    await browser.grantHost('https://ind.nl');
    const page = await browser.openExtensionPage('welcome.html');
    await page.getByRole('button', { name: words.withdrawSite('ind.nl') }).click();
    await expect
      .poll(() => page.getByRole('status').allInnerTexts())
      .toContain(words.siteWithdrawn('ind.nl'));
    await expect.poll(() => page.getByText(words.otherSites).count()).toBe(0);
  });
});
