import path from 'node:path';
import type { Page } from 'playwright-core';

/** Clicks a link and keeps the file that it downloads in a folder, under the name that it has; gives its path. */
export async function keepDownload(page: Page, link: string | RegExp, folder: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  const kept = path.join(folder, file.suggestedFilename());
  await file.saveAs(kept);
  return kept;
}
