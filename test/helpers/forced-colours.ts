import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Room around an element in which the ring of its focus is drawn, in CSS pixels. */
const ring = 6;

/** How a part of a page looks. */
async function lookAt(page: Page, element: Locator): Promise<string> {
  await element.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  const [left, top] = [Math.max(0, x - ring), Math.max(0, y - ring)];
  const clip = { x: left, y: top, width: width + 2 * ring, height: height + 2 * ring };
  return (await page.screenshot({ clip, caret: 'hide' })).toString('base64');
}

/** Has a page shown in the colours of the reader's system, does something, and puts the page's own back. */
export async function inForcedColours(page: Page, work: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  await work();
  await page.emulateMedia({ forcedColors: null });
}

/** Fails where an element looks with the focus as it does without; nothing else may be moving. */
export async function expectFocusSeen(page: Page, element: Locator): Promise<void> {
  await element.evaluate((one) => (one as HTMLElement).blur());
  const without = await lookAt(page, element);
  expect(await lookAt(page, element), 'It stands still').toBe(without);
  await element.focus();
  expect(await lookAt(page, element), `The focus of ${element} is seen`).not.toBe(without);
}

/** Fails where what is chosen has the ground of what is not. */
export async function expectChoiceSeen(chosen: Locator, other: Locator): Promise<void> {
  const groundOf = (element: Locator) => element.evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await groundOf(chosen), `${chosen} is seen to be chosen`).not.toBe(await groundOf(other));
}

/** Fails where marked words have the colour of those around them: in a dark system that is the colour of the mark, about. */
export async function expectMarkedWordsSeen(page: Page, mark: Locator): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await inForcedColours(page, async () => {
    const [own, around] = await mark.evaluate((one) =>
      [one, one.parentElement ?? one].map((element) => getComputedStyle(element).color),
    );
    expect(own, `The words of ${mark} are seen`).not.toBe(around);
  });
  await page.emulateMedia({ colorScheme: null });
}
