import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { expectCodedOnce } from '../helpers/coding-offline.ts';
import { launchFirefox } from '../helpers/firefox.ts';

it('200 codings made offline in two tabs are at the server once, after a power cut and a failing server', async () => {
  const profileDir = await mkdtemp(path.join(tmpdir(), 'offline-firefox-'));
  onTestFinished(() => rm(profileDir, { recursive: true, force: true, maxRetries: 5 }));
  await expectCodedOnce(async () => {
    const browser = await launchFirefox({ extensionPath: builtExtension('firefox'), profileDir });
    return {
      openTab: () => browser.openExtensionPage('welcome.html'),
      cutPower: () => browser.cutPower(),
      killBackground: () => browser.killBackground(),
      close: () => browser.close(),
    };
  });
  expect.hasAssertions();
});
