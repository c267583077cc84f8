import path from 'node:path';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBackground, workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { mountSmallDisk } from '../helpers/mount-small-disk.ts';
import { type ServedFolder, serveFolder } from '../helpers/serve-folder.ts';
import { readToolbar } from '../helpers/toolbar.ts';

/** What the browser keeps is on a disk that gets full. */
const disk = mountSmallDisk(120);
const words = taggingMessages.nl;

let folder: ServedFolder;
let browser: ChromiumWithExtension;
let own: Page;

beforeAll(async () => {
  if (!disk) return;
  folder = await serveFolder(path.resolve(import.meta.dirname, '../../server/example'));
  browser = await launchChromium({
    extensionPath: builtExtension('chrome'),
    profileDir: path.join(disk.folder, 'profile'),
  });
  own = await workOffline(browser);
  await browser.grantHost('http://127.0.0.1');
});

afterAll(async () => {
  await browser?.close();
  await folder?.close();
  disk?.remove();
});

describe.runIf(disk)('a full disk', () => {
  it('lets nothing be lost, is told, and ends without a new start', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${folder.origin}/brief-inspectie.html`);
    await browser.clickAction(page);
    const panel = await browser.sidePanel();
    await panel.getByText(panelMessages.nl.newDocument).waitFor();
    await page.bringToFront();
    await page.locator('main p, body p').nth(3).click({ clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    for (const key of ['1', 'a', '1', '+']) await page.keyboard.press(key);
    const makeRoom = disk?.fill();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(words['trouble.storage-failed']);
    await panel.reload();
    await panel.getByText(panelMessages.nl['unopened.storage-failed']).waitFor();
    makeRoom?.();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(words.saved);
    expect(await askBackground(own, 'connection-state')).toMatchObject({ waiting: 1 });
    await panel.getByText(panelMessages.nl.passages(1)).waitFor();
  });
});
