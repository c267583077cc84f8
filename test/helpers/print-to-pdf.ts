import { openPlainChromium } from './plain-chromium.ts';

/** Prints a web page to a PDF file with a text layer, as somebody would who sends it by mail. */
export async function printToPdf(address: string): Promise<Uint8Array> {
  const browser = await openPlainChromium();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    return await page.pdf({ format: 'A4' });
  } finally {
    await browser.close();
  }
}
