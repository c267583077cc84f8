import { openPlainChromium } from './plain-chromium.ts';

/** Prints a web page to a PDF file with a text layer, as somebody would who sends it by mail. */
export async function printToPdf(address: string): Promise<Uint8Array> {
  const browser = await openPlainChromium();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    // As wide as a browser's own, which this way of printing leaves out.
    const margin = { top: '20mm', right: '20mm', bottom: '20mm', left: '20mm' };
    return await page.pdf({ format: 'A4', margin });
  } finally {
    await browser.close();
  }
}
