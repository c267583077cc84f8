import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The spacing that a reader may give to every text (WCAG 2.2, 1.4.12). */
const wideSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/**
 * Fails where a page of 320 CSS pixels, which is one of 1280 at 400 %, has to be scrolled sideways or cuts off what a
 * button, a field or a link says: as it is, and with the widest spacing of text that a reader may choose. Leaves the
 * page as it was.
 */
export async function expectRoomForText(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoneCut(page, 'at 320 px');
  // By script: the policy of our pages need not let a style sheet of a test in.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, wideSpacing);
  await expectNoneCut(page, 'with wide spacing');
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  if (before) await page.setViewportSize(before);
}

/** Once the page has taken in that it has another size. */
async function expectNoneCut(page: Page, how: string): Promise<void> {
  await expect.poll(() => page.evaluate(findCutText), { message: `${page.url()} ${how}` }).toEqual([]);
}

/** What goes over the edge; runs in the page. */
function findCutText(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth} px wide`] : [];
  const cut = [...document.querySelectorAll<HTMLElement>('button, a, label, legend, summary, h1, h2, h3')]
    .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
    .map((element) => `cut off: ${element.textContent}`);
  return [...wide, ...cut];
}
