import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { generatedPdf } from '../helpers/generated-pdf.ts';

/*
 * How the pages of long documents come to our PDF viewer: the first at once, what they are like afterwards.
 */

/** Every other page lies on its side, and the first has a remark. */
function mixedPdf(pages = 60): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${10 + 2 * index} 0 R`).join(' ');
  const objects = Array.from({ length: pages }, (_, index) => {
    const content = `BT /F1 20 Tf 60 400 Td (Dit is blad ${index + 1} van de bijlage.) Tj ET`;
    const size = index % 2 === 0 ? '595 842' : '842 595';
    const remark = index === 0 ? '/Annots[5 0 R]' : '';
    return `${10 + 2 * index} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size}]${remark}/Resources<</Font<</F1 3 0 R>>>>/Contents ${11 + 2 * index} 0 R>>endobj
${11 + 2 * index} 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`;
  });
  return Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count ${pages}/Kids[${kids}]>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Type/Annot/Subtype/Text/Name/Note/Rect[100 700 120 720]/T(Lezer)/M(D:20240305101500Z)/Contents(Klopt dit?)>>endobj
${objects.join('\n')}
trailer<</Root 1 0 R/Size 200>>
%%EOF`);
}

let browser: ChromiumWithExtension;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await workOffline(browser);
  page = await browser.openExtensionPage('viewer.html');
});

afterAll(() => browser?.close());

async function openFile(name: string, buffer: Buffer): Promise<void> {
  await page.goto(browser.extensionUrl('viewer.html'));
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/pdf', buffer });
  await page.waitForURL(/\?id=/u);
  await untilRead();
}

async function untilRead(): Promise<void> {
  await page.waitForFunction(() => document.querySelector('waarborg-toolbar') !== null);
}

/** How far below the top of the window onto the pages a page begins. */
function topOf(number: number): Promise<number> {
  return page.locator(`[data-page-number="${number}"]`).evaluate((element) => {
    const stage = document.querySelector('#stage')?.getBoundingClientRect().top ?? Number.NaN;
    return element.getBoundingClientRect().top - stage;
  });
}

function sizeOf(number: number): Promise<{ width: number; height: number }> {
  return page.locator(`[data-page-number="${number}"]`).evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { width, height };
  });
}

describe('a long document in the PDF viewer', () => {
  it('is read after a reader sees its first page, and drawn near the window only', async () => {
    await openFile('lang.pdf', generatedPdf(200));
    await page.addInitScript(() => {
      const look = (_: unknown, observer: MutationObserver) => {
        const progress = document.querySelector('.progress')?.textContent;
        if (!progress && !document.querySelector('.textLayer span')) return;
        document.documentElement.dataset.first = progress || 'seen';
        observer.disconnect();
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await untilRead();
    expect(await page.locator('html').getAttribute('data-first')).toBe('seen');
    expect(await page.locator('.pdfViewer > .page').count()).toBe(200);
    expect(await page.locator('.pdfViewer canvas').count()).toBeLessThan(11);
    expect(await page.getByRole('region', { name: 'Pagina 200', exact: true }).count()).toBe(1);
  });

  it('has pages of their own sizes before they are drawn, and a link leads to the page that it names', async () => {
    await openFile('bijlage.pdf', mixedPdf());
    const shapeOf = async (number: number) => {
      const { width, height } = await sizeOf(number);
      return height / width;
    };
    await expect.poll(() => shapeOf(50)).toBeCloseTo(595 / 842, 1);
    expect(await shapeOf(49)).toBeCloseTo(842 / 595, 1);
    expect(await page.locator('[data-page-number="50"] canvas').count()).toBe(0);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(`${address}#page=41`);
    await page.locator('[data-page-number="41"] .textLayer').getByText('Dit is blad 41').waitFor();
    await expect.poll(async () => Math.abs(await topOf(41))).toBeLessThan(20);
  });

  it('stays where the reader has gone while the sizes of its pages become known', async () => {
    const address = page.url().replace(/#.*/u, '');
    await page.close();
    page = await browser.context.newPage();
    await page.addInitScript(() => {
      const go = (_: unknown, observer: MutationObserver) => {
        if (!document.querySelector('.textLayer span')) return;
        observer.disconnect();
        document.querySelector('[data-page-number="40"]')?.scrollIntoView();
      };
      new MutationObserver(go).observe(document, { childList: true, subtree: true });
    });
    await page.goto(address);
    await untilRead();
    await page.locator('[data-page-number="40"] .textLayer').getByText('Dit is blad 40').waitFor();
    // Of the last they become known last.
    for (const landscape of [20, 60]) {
      await expect
        .poll(() => sizeOf(landscape))
        .toSatisfy(({ width, height }: { width: number; height: number }) => height < width);
    }
    await expect.poll(async () => Math.abs(await topOf(40))).toBeLessThan(20);
  });

  it('shows that somebody made a remark, and when, in our language', async () => {
    await page.close();
    page = await browser.openExtensionPage('viewer.html');
    await openFile('bijlage.pdf', mixedPdf());
    const sign = page.locator('[data-page-number="1"] .textAnnotation img');
    await expect
      .poll(() => sign.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    expect(await sign.getAttribute('alt')).toBe('Opmerking');
    await page.locator('[data-page-number="1"] .textAnnotation').click();
    await expect.poll(() => page.locator('.popupDate').innerText()).toContain('05-03-2024');
    await expectAccessible(page);
  });

  it('is printed a page on a sheet, which lies as the page does, whatever the paper', async () => {
    await openFile('kort.pdf', mixedPdf(3));
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', '');
      // They stay, for what prints them here is asked from outside.
      URL.revokeObjectURL = () => {};
      const { remove } = Element.prototype;
      Element.prototype.remove = function (this: Element) {
        if (this.id !== 'sheets') remove.call(this);
      };
    });
    await page.keyboard.press('Control+p');
    await page.waitForSelector('[data-printed]', { timeout: 60_000 });
    for (const format of ['A4', 'Letter']) {
      const sheets = sheetsOf(await page.pdf({ format }));
      expect(
        sheets.map(({ width, height }) => width > height),
        format,
      ).toEqual([false, true, false]);
    }
  });
});

/** The sheets of a PDF that Chromium has printed. */
function sheetsOf(printed: Buffer): { width: number; height: number }[] {
  const boxes = printed
    .toString('latin1')
    .matchAll(/\/MediaBox \[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]/gu);
  return [...boxes].map(({ groups }) => ({ width: Number(groups?.width), height: Number(groups?.height) }));
}
