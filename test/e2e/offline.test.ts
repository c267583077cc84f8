import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { expectCodedOnce } from '../helpers/coding-offline.ts';

it('200 codings made offline in two tabs are at the server once, after a power cut and a failing server', async () => {
  const profileDir = await mkdtemp(path.join(tmpdir(), 'offline-chromium-'));
  onTestFinished(() => rm(profileDir, { recursive: true, force: true, maxRetries: 5 }));
  await expectCodedOnce(async () => {
    const browser = await launchChromium({ extensionPath: builtExtension('chrome'), profileDir });
    return {
      openTab: () => browser.openExtensionPage('welcome.html'),
      cutPower: () => browser.cutPower(),
      killBackground: () => browser.killServiceWorker(),
      close: () => browser.close(),
    };
  });
  expect.hasAssertions();
});
