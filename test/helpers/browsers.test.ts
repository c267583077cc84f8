import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumWithExtension, launchChromium } from './chromium.ts';
import { type FirefoxWithExtension, launchFirefox } from './firefox.ts';
import { type ServedFolder, serveFolder } from './serve-folder.ts';

const gecko = { id: 'scratch@example.org', strict_min_version: '140.0' };

let folder: string;
let site: ServedFolder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browsers-test-'));
  await writeFolder(join(folder, 'site'), {
    'index.html': '<!doctype html><title>Untouched</title><p>De vreemdeling wordt gehoord.</p>',
    'document.pdf': smallestPdf(),
    'style.css': 'p { color: red }',
  });
  await writeFolder(join(folder, 'chromium'), {
    ...scratchExtension,
    'manifest.json': JSON.stringify({
      ...manifest,
      permissions: [...manifest.permissions, 'sidePanel'],
      background: { service_worker: 'background.js' },
      side_panel: { default_path: 'panel.html' },
    }),
  });
  await writeFolder(join(folder, 'firefox'), {
    ...scratchExtension,
    'manifest.json': JSON.stringify({
      ...manifest,
      browser_specific_settings: { gecko },
      background: { scripts: ['background.js'] },
      sidebar_action: { default_panel: 'panel.html', open_at_install: false },
    }),
  });
  site = await serveFolder(join(folder, 'site'));
});

afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('serveFolder', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/style.css?v=2', 'text/css; charset=utf-8'],
    ['/document.pdf', 'application/pdf'],
  ])('serves %s as %s', async (path, contentType) => {
    const response = await fetch(site.origin + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(contentType);
  });

  it.each([
    '/missing.html',
    '/../chromium/manifest.json',
    '/%2e%2e/chromium/manifest.json',
    '/link.json',
    '/%',
  ])('finds nothing at %s', async (path) => {
    await symlink('../chromium/manifest.json', join(folder, 'site/link.json')).catch(() => {
      // There since the previous row.
    });
    expect(await statusOf(site.origin, path)).toBe(404);
  });
});

describe('Chromium', () => {
  let chromium: ChromiumWithExtension;

  beforeAll(async () => {
    chromium = await launchChromium({ extensionPath: join(folder, 'chromium') });
  });
  afterAll(() => chromium?.close());

  it('has all turned off that Playwright turns off, whose switch ours replaces', async () => {
    const about = await chromium.context.newPage();
    await about.goto('chrome://version');
    const line = await about.locator('#command_line').innerText();
    const [theirs = '', ours = '', ...more] = [...line.matchAll(/--disable-features=(\S+)/gu)].map(
      ([, names = '']) => names,
    );
    expect(more).toEqual([]);
    expect(ours.split(',')).toEqual(expect.arrayContaining(theirs.split(',')));
    await about.close();
  });

  it('grants activeTab with a click on the action and shows the side panel as a page', async () => {
    const page = await chromium.context.newPage();
    await page.goto(site.origin);
    const sameDocumentInTab = await chromium.openExtensionPage('panel.html');
    await chromium.clickAction(page);
    const panel = await chromium.sidePanel();
    // Asked from outside: a page beside which a panel opens may draw no frame for a while, and then asks itself nothing.
    await expect.poll(() => page.title()).toBe('Touched by the extension');
    expect(panel).not.toBe(sameDocumentInTab);
    await panel.click('h1');
    expect(await panel.title()).toBe('panel.html');
    expect((await panel.screenshot()).length).toBeGreaterThan(1_000);
  });

  it('gives the action the address of a PDF in the built-in viewer', async () => {
    const [page] = chromium.context.pages();
    if (!page) throw new Error('Chromium started without a tab');
    await page.goto(`${site.origin}/document.pdf`);
    await chromium.clickAction(page);
    const panel = await chromium.sidePanel();
    await expect
      .poll(() => panel.evaluate(storedClick))
      .toEqual({ url: `${site.origin}/document.pdf`, bytes: smallestPdf().length });
  });

  it('answers a permission request that was accepted beforehand', async () => {
    await chromium.acceptHostRequest(site.origin);
    const options = await chromium.openExtensionPage('options.html');
    await options.click('button');
    expect(await options.waitForFunction(answerShown).then((handle) => handle.jsonValue())).toBe('true');
  });

  it('kills the worker, whose memory is gone when it wakes', async () => {
    const worker = await chromium.serviceWorker();
    await worker.evaluate(remember);
    expect(await worker.evaluate(remembered)).toBe('present');
    await chromium.killServiceWorker();
    await chromium.killServiceWorker();
    const woken = await chromium.serviceWorker();
    expect(await woken.evaluate(remembered)).toBe(null);
  });
});

describe('Firefox', () => {
  let firefox: FirefoxWithExtension;

  beforeAll(async () => {
    firefox = await launchFirefox({ extensionPath: join(folder, 'firefox') });
  });
  afterAll(() => firefox?.close());

  it('grants activeTab with the action and shows the sidebar as a page', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(site.origin);
    await firefox.clickAction(page);
    const panel = await firefox.sidePanel();
    // Asked from outside: a page beside which a panel opens may draw no frame for a while, and then asks itself nothing.
    await expect.poll(() => page.title()).toBe('Touched by the extension');
    expect(await panel.title()).toBe('panel.html');
    await panel.click('h1');
    expect((await panel.screenshot()).length).toBeGreaterThan(1_000);
  });

  it('answers a permission request both ways', async () => {
    const options = await firefox.openExtensionPage('options.html');
    for (const [answer, result] of [
      ['deny', 'false'],
      ['allow', 'true'],
    ] as const) {
      await options.click('button');
      await firefox.answerPermissionRequest(answer);
      expect(await options.waitForFunction(answerShown).then((handle) => handle.jsonValue())).toBe(result);
    }
  });

  it('finds a tab that the extension opened', async () => {
    const options = await firefox.openExtensionPage('options.html');
    await options.evaluate(openViewer);
    const viewer = await firefox.waitForPage(firefox.extensionUrl('viewer.html'));
    expect(await viewer.title()).toBe('viewer.html');
  });

  it('kills the background, whose memory is gone when it wakes', async () => {
    const background = await firefox.background();
    await background.evaluate(remember);
    expect(await background.evaluate(remembered)).toBe('present');
    await firefox.killBackground();
    expect(await (await firefox.background()).evaluate(remembered)).toBe(null);
  });
});

const manifest = {
  manifest_version: 3,
  name: 'Scratch',
  version: '1.0',
  permissions: ['activeTab', 'scripting', 'storage'],
  optional_host_permissions: ['*://*/*'],
  action: { default_title: 'Scratch' },
  options_ui: { page: 'options.html', open_in_tab: true },
};

const scratchExtension = {
  'background.js': `
    chrome.action.onClicked.addListener(async (tab) => {
      if (globalThis.browser?.sidebarAction) browser.sidebarAction.open();
      else chrome.sidePanel.open({ tabId: tab.id });
      chrome.scripting.executeScript({
        target: { tabId: tab.id },
        func: () => { document.title = 'Touched by the extension'; },
      });
      const response = await fetch(tab.url);
      const bytes = (await response.arrayBuffer()).byteLength;
      await chrome.storage.local.set({ click: { url: tab.url, bytes } });
    });
  `,
  'page.js': `
    document.querySelector('button').addEventListener('click', async () => {
      delete document.body.dataset.answer;
      document.body.dataset.answer = await chrome.permissions.request({ origins: ['http://127.0.0.1/*'] });
    });
  `,
  ...Object.fromEntries(
    ['panel.html', 'options.html', 'viewer.html'].map((name) => [name, extensionPage(name)]),
  ),
};

function extensionPage(name: string): string {
  return `<!doctype html><title>${name}</title><h1>${name}</h1><button>Ask</button><script src="page.js"></script>`;
}

// Run inside the extension's pages, as text: the tests know nothing of the extension APIs' types.
const answerShown = 'document.body.dataset.answer';
const storedClick = `chrome.storage.local.get('click').then(({ click }) => click)`;
const openViewer = `void chrome.tabs.create({ url: '/viewer.html?opened' })`;
const remember = `void (globalThis.memory = 'present')`;
const remembered = 'globalThis.memory ?? null';

async function writeFolder(path: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
}

/** Unlike `fetch`, sends the path as it is written. */
function statusOf(origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

/** An empty page; without a cross-reference table, which readers rebuild. */
function smallestPdf(): string {
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
}
