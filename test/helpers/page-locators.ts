import type { Page } from 'playwright-core';

/** What tests of our pages look for by name. `page`: the page that is open when they do. */
export function createPageLocators(page: () => Page) {
  return {
    button: (name: string) => page().getByRole('button', { name, exact: true }),
    link: (name: string) => page().getByRole('link', { name, exact: true }),
    /** A concept on the page of the codebook. */
    entry: (name: string) =>
      page()
        .locator('.wb-concept')
        .filter({ has: page().getByRole('heading', { name, exact: true }) }),
    /** Waits until the page says so. */
    status: (text: string) => page().getByRole('status').filter({ hasText: text }).waitFor(),
  };
}
