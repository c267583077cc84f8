import type { Page } from 'playwright-core';
import { openPlainChromium, type PlainChromium } from './plain-chromium.ts';
import { type RunningServer, startServer } from './running-server.ts';

/** The pages of a server with its example dossier in a real Chromium, whose reader is its local visitor. */
export interface ExamplePages {
  readonly server: RunningServer;
  readonly browser: PlainChromium;
  /** In Dutch, on the first page of the server. */
  readonly page: Page;
  close(): Promise<void>;
}

/** Starts a server, and a browser where there is none. `viewport` in CSS pixels; left out, it is the browser's own. */
export async function openExamplePages(viewport?: {
  readonly width: number;
  readonly height: number;
}): Promise<ExamplePages> {
  const server = await startServer();
  const browser = await openPlainChromium();
  const context = await browser.newContext({ locale: 'nl-NL', ...(viewport && { viewport }) });
  const page = await context.newPage();
  await page.goto(`${server.address}/`);
  return {
    ...{ server, browser, page },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
