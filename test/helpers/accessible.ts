import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { debuggerOf } from './debugger-of.ts';
import { expectStill } from './still.ts';

const ofAll: RunOptions['runOnly'] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those about colours: what the others look at is the same in every theme. */
const ofColours: RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Fails with the name of each rule that is broken within an element, and where. */
async function expectRules(page: Page, runOnly: RunOptions['runOnly'], within: string): Promise<void> {
  // The policy of our pages lets no script in, which is as it should be; the debugger may.
  const session = await debuggerOf(page);
  const there = await session.send('Runtime.evaluate', { expression: '"axe" in globalThis' });
  if (!there.result.value) await session.send('Runtime.evaluate', { expression: axe.source });
  const options: RunOptions = { runOnly, resultTypes: ['violations'] };
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) =>
      JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  expect(JSON.parse(result.value), page.url()).toEqual([]);
}

/**
 * Fails with the name of each rule that the page breaks, and where. `within` is a selector of what is looked at: of a page
 * that another test looks at, what was opened in it.
 */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  await expectRules(page, ofAll, within);
}

/** The same in the light and in the dark theme, and without motion; leaves the page in the light one. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectRules(page, ofColours, 'html');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectStill(page);
}
