import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Watches what has the focus in the moment in which words appear somewhere, before anybody could press a key. Gives how
 * to expect that it is this, or in this, once the words have come.
 *
 * @param place selector of where the words appear.
 */
export async function watchFocusWithWords(
  page: Page,
  place: string,
  words: string,
): Promise<(selector: string) => Promise<void>> {
  const seen = await page.evaluateHandle(
    ([where, awaited]) => {
      const found: { focused?: Element | null } = {};
      new MutationObserver((_, observer) => {
        if (!globalThis.document.querySelector(where)?.textContent.includes(awaited)) return;
        observer.disconnect();
        found.focused = globalThis.document.activeElement;
      }).observe(globalThis.document.body, { childList: true, characterData: true, subtree: true });
      return found;
    },
    [place, words] as const,
  );
  return async (selector) => {
    const isFocused = () =>
      seen.evaluate(({ focused }, wanted) => focused && focused.closest(wanted) !== null, selector);
    await expect.poll(isFocused, { message: `${selector} has the focus with: ${words}` }).toBe(true);
    await seen.dispose();
  };
}
