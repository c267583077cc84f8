import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';

const words = welcomeMessages.nl;

let browser: ChromiumWithExtension;

beforeAll(async () => {
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
});

afterAll(() => browser?.close());

describe('the keys on the welcome page', () => {
  it('are those of the manifest: the browser uses none of them itself, and gives each to its command', async () => {
    const { commands } = JSON.parse(
      await readFile(path.join(builtExtension('chrome'), 'manifest.json'), 'utf8'),
    ) as { commands: Record<string, { suggested_key: { default: string } }> };
    const page = await browser.openExtensionPage('welcome.html');
    await expect
      .poll(() => page.locator('kbd').allInnerTexts())
      .toEqual(Object.values(commands).map((command) => command.suggested_key.default));
    await expectAccessibleInBothThemes(page);
  });
});

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
