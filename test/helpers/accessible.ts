import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectStill } from './still.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const rulesOfColour = axe
  .getRules(levels)
  .filter(({ tags }) => tags.includes('cat.color'))
  .map(({ ruleId }) => ruleId);

/** Fails with the name of each rule that the page breaks, and where. `runOnly`: tags of rules, or their names. */
export async function expectAccessible(page: Page, runOnly = levels): Promise<void> {
  // The policy of our pages lets no script in, which is as it should be; the debugger may. Its session stays: the
  // end of any takes the virtual authenticator of the page with it.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) =>
      JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  expect(JSON.parse(result.value), page.url()).toEqual([]);
}

/**
 * The same in the light theme, and what is said of colours in the dark one, which is the same page in other colours;
 * and without motion. Leaves the page in the light theme.
 */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, rulesOfColour);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectStill(page);
}
