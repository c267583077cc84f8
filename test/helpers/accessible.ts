import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectStill } from './still.ts';

/** Fails with the name of each rule that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // The policy of our pages lets no script in, which is as it should be; the debugger may. Its session stays: the
  // end of any takes the virtual authenticator of the page with it.
  const session = await page.context().newCDPSession(page);
  const there = await session.send('Runtime.evaluate', { expression: '"axe" in globalThis' });
  if (!there.result.value) await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }).then(({ violations }) =>
      JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  expect(JSON.parse(result.value), page.url()).toEqual([]);
}

/** The same in the light and in the dark theme, and without motion; leaves the page in the light one. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectStill(page);
}
