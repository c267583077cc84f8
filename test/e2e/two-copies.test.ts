import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Annotation } from '@waarborg/shared/annotation';
import { panelMessages } from '@waarborg/shared/messages/panel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectByMessage } from '../helpers/connect-extension.ts';
import type { PassageUnderTest } from '../helpers/documents-under-test.ts';
import { expectDrawn } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { inPage as evaluate } from '../helpers/in-page.ts';
import {
  codeByKeyboard,
  expectListed,
  openPage,
  openPdf,
  panelOf,
  passageEntry,
  searchInPdf,
} from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { furnitureWords, startTwoColumnPaper, type TwoColumnPaper } from '../helpers/two-column-paper.ts';
import { selectWords } from '../helpers/words-in-page.ts';

/*
 * One paper as web page and as PDF, at two addresses. Nothing but its own header says that they are the same:
 * what is marked in one copy is seen in the other one.
 */

const coding = { safeguard: 'voornemen', measure: 'abolished', impact: 'duration' } as const;
/** Each of them runs over several lines of the PDF. */
const inPage: PassageUnderTest = {
  words:
    'De voornemenprocedure vervalt, zodat de aanvraag na het gehoor zonder verdere tussenstap kan worden afgedaan en de wachttijd voor de aanvrager met enkele weken wordt bekort',
  ...coding,
  direction: 'favourable',
};
const inPdf: PassageUnderTest = {
  words:
    'Zonder voornemen blijven vergissingen in het rapport van gehoor echter vaker staan, en wat daarvan bij de rechter moet worden hersteld kost opnieuw een groot aantal weken',
  ...coding,
  direction: 'unfavourable',
};
const paragraphs = [
  'Vergaderjaar 2026-2027',
  '36 999 Wijziging van de Vreemdelingenwet 2000 in verband met het vervallen van een tussenstap',
  'Nr. 7 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE',
  'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal',
  `Met deze brief wordt u geïnformeerd over de stand van zaken. ${inPage.words}. Daarover is met de uitvoering gesproken.`,
  `De raad voor de rechtsbijstand heeft een ander beeld. ${inPdf.words}. Het kabinet weegt dit mee.`,
];
/** The same of another paper, printed in two columns with the chapter above them. */
const head = [
  'Vergaderjaar 2026-2027',
  '36 998 Wijziging van de Vreemdelingenwet 2000 in verband met het samenvoegen van twee gehoren',
  'Nr. 8 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE',
  'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal',
];

const words = panelMessages.nl;

let server: RunningServer;
let paper: ChangingPaper;
let columns: TwoColumnPaper;
let pdfAddress: string;
let browser: ChromiumWithExtension;

beforeAll(async () => {
  [server, paper, columns] = await Promise.all([
    startServer(),
    startChangingPaper('Tweede Kamer der Staten-Generaal', paragraphs),
    startTwoColumnPaper('Tweede Kamer der Staten-Generaal', head),
  ]);
  pdfAddress = await paper.publishPdf();
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connectByMessage(browser, server, dossier);
});

afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await columns?.close();
  await server?.close();
});

/** How the panel says that a passage stands in the copy in front as it was marked. */
async function expectExact(panel: Page, { words }: PassageUnderTest): Promise<void> {
  const entry = await passageEntry(panel, words);
  await expect.poll(() => entry.locator('.wb-passage-state').innerText()).toContain('exact');
}

/** The annotations of copies at the server. */
async function annotationsOf(...addresses: readonly string[]): Promise<Annotation[]> {
  const { token } = await server.createToken('lezer@example.org', dossier.slug);
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}/annotations`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { annotations } = (await answer.json()) as { annotations: Annotation[] };
  return annotations.filter(({ source }) => addresses.includes(source));
}

describe('a paper as page and as PDF', () => {
  it('shows in the PDF what was marked in the page', async () => {
    const page = await openPage(browser, paper.address);
    const panel = await panelOf(browser);
    await selectWords(page, inPage.words, 'main');
    await codeByKeyboard(page, inPage);
    await expectListed(panel, inPage);
    await page.close();

    const pdf = await openPdf(browser, pdfAddress);
    await searchInPdf(pdf, inPage.words);
    await expectDrawn(pdf, inPage, '.textLayer');
    await expectExact(await panelOf(browser), inPage);
    await pdf.close();
  });

  it('shows in the page what was marked in the PDF', async () => {
    const pdf = await openPdf(browser, pdfAddress);
    const panel = await panelOf(browser);
    await searchInPdf(pdf, inPdf.words);
    await selectWords(pdf, inPdf.words, '.textLayer');
    await codeByKeyboard(pdf, inPdf);
    await expectListed(panel, inPdf);
    await pdf.close();

    const page = await openPage(browser, paper.address);
    await expectDrawn(page, inPdf, 'main');
    await expectDrawn(page, inPage, 'main');
    await expectExact(await panelOf(browser), inPdf);
    await page.close();
  });

  it('is one document of the dossier, with the text of each copy that was marked', async () => {
    const annotationsOfPaper = () => annotationsOf(paper.address, pdfAddress);
    await expect.poll(async () => (await annotationsOfPaper()).length).toBe(2);
    const annotations = await annotationsOfPaper();
    expect(new Set(annotations.map(({ document }) => document)).size).toBe(1);
    expect(new Set(annotations.map(({ rendition }) => rendition)).size).toBe(2);
  });
});

describe('two copies that nothing but their title and day joins', () => {
  it('are two documents, and the panel says that they may be one', async () => {
    const copies = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="nl"><title>Plan van aanpak</title>
<meta name="DCTERMS.date" content="2026-05"><p>De doorlooptijd wordt bekort.</p></html>`);
    }).listen(0, '127.0.0.1');
    await once(copies, 'listening');
    const origin = `http://127.0.0.1:${(copies.address() as AddressInfo).port}`;
    const first = await openPage(browser, `${origin}/een`);
    const panel = await panelOf(browser);
    const card = () => panel.locator('section.document').innerText();
    await expect.poll(card).toContain(words.newDocument);
    expect(await card()).not.toContain(words.namesake);
    await panel.getByRole('button', { name: words.markReadAll }).click();
    await expect.poll(card).toContain(words.recognisedByAddress);
    expect(await card()).not.toContain(words.namesake);
    const second = await openPage(browser, `${origin}/twee`);
    await expect.poll(card).toContain(words.namesake);
    const link = panel.locator('section.document').getByRole('link', { name: words.namesakeDocuments });
    expect(await link.getAttribute('href')).toBe(`${server.address}/dossiers/${dossier.slug}/documenten`);
    await Promise.all([first.close(), second.close()]);
    copies.close();
  });
});

/** What a page of the PDF shows, by its own layout: the words of each line of a column, from head to foot. */
type Columns = Record<'left' | 'right', readonly string[]>;

/** Lines of two columns, of which the first ones end one and the others begin the next. */
interface Crossing {
  /** As `bladzijde kolom regel`, in the order in which they are read. */
  readonly lines: readonly string[];
  readonly words: string;
}

/** How many lines on either side belong to a passage. */
const linesEach = 2;

/** What runs from the foot of the left column to the head of the right one, and from the right one to the next page. */
async function findCrossings(pdf: Page, number: number): Promise<{ column: Crossing; page: Crossing }> {
  const [one, next] = [await columnsOf(pdf, number), await columnsOf(pdf, number + 1)];
  const cross = (before: [string, readonly string[]], after: [string, readonly string[]]): Crossing => {
    const lines = [
      ...before[1].slice(-linesEach).map((words) => [before[0], words] as const),
      ...after[1].slice(0, linesEach).map((words) => [after[0], words] as const),
    ];
    return {
      lines: lines.map(([place, words]) => `${place} ${words}`),
      words: lines.map(([, words]) => words.trim()).join(' '),
    };
  };
  return {
    column: cross([`${number} left`, one.left], [`${number} right`, one.right]),
    page: cross([`${number} right`, one.right], [`${number + 1} left`, next.left]),
  };
}

async function columnsOf(pdf: Page, number: number): Promise<Columns> {
  await untilPageIsDrawn(pdf, number);
  return evaluate(
    pdf,
    ({ number, furniture }) => {
      const shown = document.querySelector(`[data-page-number="${number}"]`) as Element;
      const { left, width } = shown.getBoundingClientRect();
      const spans = [...shown.querySelectorAll('.textLayer span[role="presentation"]')]
        .map((span) => ({ text: span.textContent, rect: span.getBoundingClientRect() }))
        .filter(({ text }) => text.trim() !== '' && !new RegExp(furniture, 'u').test(text))
        .toSorted((a, b) => a.rect.top - b.rect.top);
      const isLeft = ({ rect }: { rect: DOMRect }) => rect.left < left + width / 2 - 20;
      return {
        left: spans.filter(isLeft).map(({ text }) => text),
        right: spans.filter((span) => !isLeft(span)).map(({ text }) => text),
      };
    },
    { number, furniture: furnitureWords.source },
  );
}

async function untilPageIsDrawn(pdf: Page, number: number): Promise<void> {
  const shown = pdf.locator(`[data-page-number="${number}"]`);
  const isDrawn = async () => {
    await shown.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    return shown.locator('.textLayer span[role="presentation"]').count();
  };
  await expect.poll(isDrawn).toBeGreaterThan(0);
}

/** Selects whole lines, from the first to the last, whatever stands between them in the text layer. */
async function selectLines(pdf: Page, { lines }: Crossing): Promise<void> {
  await evaluate(
    pdf,
    ([first, last]) => {
      const find = (line: string) => {
        const [, number, words] = /^(\d+) \w+ (.*)$/su.exec(line) ?? [];
        const spans = document.querySelectorAll(`[data-page-number="${number}"] .textLayer span`);
        return [...spans].find(({ textContent }) => textContent === words)?.firstChild as Text;
      };
      const [from, to] = [find(first ?? ''), find(last ?? '')];
      from.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(from, 0, to, to.length);
    },
    [lines[0] ?? '', lines.at(-1) ?? ''],
  );
}

/** The lines of these pages on which a passage is painted, as `Crossing` names them, each once. */
async function paintedLines(pdf: Page, numbers: readonly number[]): Promise<string[]> {
  for (const number of numbers) await untilPageIsDrawn(pdf, number);
  return evaluate(
    pdf,
    (numbers) => {
      const rects = [...CSS.highlights]
        .filter(([name]) => /waarborg-(?:helps|hurts)/u.test(name))
        .flatMap(([, highlight]) => [...highlight])
        .flatMap((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return [...live.getClientRects()].filter(({ width }) => width > 0);
        });
      const isIn = (rect: DOMRect, { left, right, top, bottom }: DOMRect) => {
        const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
        return left < x && x < right && top < y && y < bottom;
      };
      return numbers.flatMap((number) => {
        const shown = document.querySelector(`[data-page-number="${number}"]`) as Element;
        const { left, width } = shown.getBoundingClientRect();
        return [...shown.querySelectorAll('.textLayer span[role="presentation"]')]
          .map((span) => ({ text: span.textContent, own: span.getBoundingClientRect() }))
          .filter(({ text, own }) => text.trim() !== '' && rects.some((rect) => isIn(rect, own)))
          .map(({ text, own }) => `${number} ${own.left < left + width / 2 - 20 ? 'left' : 'right'} ${text}`);
      });
    },
    numbers,
  );
}

const hindrance = { ...coding, direction: 'favourable' } as const;

describe('a PDF in two columns, with the chapter above them and the page below', () => {
  let inPdf: { column: Crossing; page: Crossing };
  let elsewhere: { column: Crossing; page: Crossing };

  it('has words that run on from column to column and over the border of pages, as the web page has them', async () => {
    const pdf = await openPdf(browser, columns.pdfAddress);
    inPdf = await findCrossings(pdf, 4);
    elsewhere = await findCrossings(pdf, 8);
    await pdf.close();
    const page = await openPage(browser, columns.address);
    const text = (await page.locator('main').innerText()).replace(/\s+/gu, ' ');
    for (const { words } of [...Object.values(inPdf), ...Object.values(elsewhere)])
      expect(text).toContain(words);
    for (const { words } of Object.values(elsewhere)) {
      await selectWords(page, words, 'main');
      await codeByKeyboard(page, { words, ...hindrance });
      await expectListed(await panelOf(browser), { words, ...hindrance });
    }
    await page.close();
  });

  it('has them coded without the words of headers and footers', async () => {
    const pdf = await openPdf(browser, columns.pdfAddress);
    const panel = await panelOf(browser);
    await findCrossings(pdf, 4);
    for (const crossing of Object.values(inPdf)) {
      await selectLines(pdf, crossing);
      await codeByKeyboard(pdf, { words: crossing.words, ...hindrance });
      await expectListed(panel, { words: crossing.words, ...hindrance });
    }
    const kept = async () => {
      const annotations = await annotationsOf(columns.pdfAddress);
      return annotations.map(({ ranges }) => ranges.map(({ exact }) => exact.replace(/\s+/gu, ' ')));
    };
    await expect.poll(async () => (await kept()).length).toBe(2);
    expect((await kept()).toSorted()).toEqual(
      Object.values(inPdf)
        .map(({ words }) => [words])
        .toSorted(),
    );
    await pdf.close();
  });

  it('shows them at their lines in both columns, those that were coded in the web page too', async () => {
    const pdf = await openPdf(browser, columns.pdfAddress);
    await panelOf(browser);
    for (const [number, { column, page }] of [
      [4, inPdf],
      [8, elsewhere],
    ] as const) {
      const wanted = new Set([...column.lines, ...page.lines]);
      await expect.poll(() => paintedLines(pdf, [number, number + 1])).toEqual([...wanted]);
    }
    await pdf.close();
  });

  it('shares them with the web page', async () => {
    const page = await openPage(browser, columns.address);
    for (const { words } of Object.values(inPdf)) {
      await expectDrawn(page, { words, ...hindrance }, 'main');
      await expectExact(await panelOf(browser), { words, ...hindrance });
    }
    await page.close();
  });
});
