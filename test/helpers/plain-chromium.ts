import process from 'node:process';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { chromiumArguments, ensurePlainChromium } from './browsers.ts';
import { effectTimeoutMs } from './effect-timeout.ts';

/** A Chromium without window or extension, as Playwright gives it. */
export interface PlainChromium extends Pick<Browser, 'newContext' | 'newPage'> {
  /** Closes what was opened by this. */
  close(): Promise<void>;
}

/** Else the shell fits the fonts that a page brings to whole pixels, and breaks lines where no browser breaks them. */
const fontsAsInBrowsers = '--font-render-hinting=slight';

let started: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  // At the end of a process Playwright ends its browser and removes what that kept; at this signal it lives on.
  process.once('SIGTERM', () => process.exit());
  return chromium.launch({
    executablePath: ensurePlainChromium(),
    args: [...chromiumArguments, fontsAsInBrowsers],
    handleSIGTERM: false,
  });
}

/** One for all test files of this process, with which it ends: to start it costs more than most of them do in it. */
export async function openPlainChromium(): Promise<PlainChromium> {
  started ??= launch();
  const browser = await started;
  const opened: BrowserContext[] = [];
  const newContext: Browser['newContext'] = async (options) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(effectTimeoutMs);
    opened.push(context);
    return context;
  };
  return {
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    async close() {
      await Promise.all(opened.map((context) => context.close()));
    },
  };
}
