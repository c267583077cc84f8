import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../helpers/browsers.ts';

/*
 * The text of a page in a real browser. What is tested is the extension's own source, given to the
 * browser module by module without its types.
 */
const root = resolve(import.meta.dirname, '../..');
const importMap = JSON.stringify({
  imports: { '@waarborg/shared/references': '/shared/src/references/index.ts' },
});

const blankPage = `<!doctype html><script type="importmap">${importMap}</script>
<script type="module">
  import { candidateOfPage } from '/extension/src/page/candidate-of-page.ts';
  import { PageView } from '/extension/src/page/page-view.ts';
  globalThis.propose = (html, address) =>
    candidateOfPage(new DOMParser().parseFromString(html, 'text/html'), address);
  globalThis.start = async (html) => {
    document.body.setHTMLUnsafe(html);
    const host = document.createElement('own-host');
    host.textContent = 'van ons';
    document.body.append(host);
    globalThis.view = await PageView.open(host);
    globalThis.changes = [];
    view.onChange((change) => changes.push(change));
    return view.text.text;
  };
</script><body></body>`;

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (!path.endsWith('.ts')) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(blankPage);
      return;
    }
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    response.end(stripTypeScriptTypes(await readFile(`${root}${path}`, 'utf8')));
  }).listen(0, '127.0.0.1');
  browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Shows a body and reads it; `view` and `changes` are there for `page.evaluate`. */
async function show(body: string): Promise<string> {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'start' in globalThis);
  return page.evaluate((html) => (globalThis as unknown as World).start(html), body);
}

interface World {
  start(html: string): Promise<string>;
  propose(html: string, address: string): Record<string, unknown>;
  readonly view: {
    readonly text: {
      readonly text: string;
      toPosition(range: AbstractRange): {
        ok: boolean;
        reason?: string;
        position?: { start: number; end: number };
      };
      toRanges(position: { start: number; end: number }): StaticRange[];
    };
    readonly trouble?: string;
  };
  readonly changes: string[];
}

/** What the page's own selection is in the text: its words, or why there are none. */
function selected(): Promise<string> {
  return page.evaluate(() => {
    const { view } = globalThis as unknown as World;
    const reading = view.text.toPosition((getSelection() as Selection).getRangeAt(0));
    return reading.position
      ? view.text.text.slice(reading.position.start, reading.position.end)
      : `${reading.reason}`;
  });
}

describe('the text of a page', () => {
  it('is what a reader sees, with lines for blocks and tabs for cells', async () => {
    const text = await show(`
      <h1>Kop</h1><p>Een <b>vet</b>  woord<br>en een
        regel.</p><script>nee</script><style>nee</style><p hidden>nee</p><p style="visibility:hidden">nee</p>
      <table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
      <details><summary>Meer</summary>Verborgen maar deel van het stuk</details><textarea>nee</textarea>`);
    expect(text).toBe(
      'Kop\nEen vet woord\nen een regel.\na\tb\nc\td\nMeer\nVerborgen maar deel van het stuk',
    );
  });

  it('leads from every passage to the page and back', async () => {
    await show(
      '<h1>Kop</h1><p>Een  <b>vet</b>\n woord<br>en <i></i>een regel.</p><ul><li>één<li>twee 😀 drie</ul>',
    );
    const failures = await page.evaluate(() => {
      const { text } = (globalThis as unknown as World).view;
      const wrong: string[] = [];
      for (let start = 0; start < text.text.length; start += 1) {
        for (let end = start + 1; end <= text.text.length; end += 1) {
          const words = text.text.slice(start, end);
          if (words !== words.trim() || !/[\p{L}\p{N}]/u.test(words)) continue;
          const [range] = text.toRanges({ start, end });
          const back = range && text.toPosition(range);
          if (back?.position?.start !== start || back.position.end !== end) wrong.push(words);
        }
      }
      return wrong;
    });
    expect(failures).toEqual([]);
  });

  it('has open shadow roots in their place, and a range for each tree of a passage', async () => {
    const text = await show(
      `<p>Voor</p><x-card><template shadowrootmode="open"><p>in <slot></slot> schaduw</p></template><b>de lichte</b></x-card><p>na</p>`,
    );
    expect(text).toBe('Voor\nin de lichte schaduw\nna');
    const words = await page.evaluate(() => {
      const { text: read } = (globalThis as unknown as World).view;
      return read.toRanges({ start: 0, end: read.text.length }).map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
    });
    expect(words).toEqual(['Voor', 'in ', 'de lichte', ' schaduw', 'na']);
  });

  it('takes a triple click for the paragraph, without the beginning of the next one', async () => {
    await show('<p id="one">De eerste alinea.</p><p>De tweede.</p>');
    await page.locator('#one').click({ clickCount: 3 });
    expect(await selected()).toBe('De eerste alinea.');
  });

  it('takes a selection by keyboard, and of everything', async () => {
    await show('<p id="one">De eerste alinea.</p><p>De tweede.</p>');
    await page.evaluate(() => {
      const node = document.querySelector('#one')?.firstChild as Node;
      getSelection()?.setBaseAndExtent(node, 3, node, 4);
    });
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowRight');
    expect(await selected()).toBe('eerste');
    // Outside a test our element holds no text that could be selected.
    await page.evaluate(() => document.querySelector('own-host')?.remove());
    await page.keyboard.press('Control+A');
    expect(await selected()).toMatch(/^De eerste alinea\.\nDe tweede\./);
  });

  it.each([
    ['no-words', '<p id="it">— …</p>'],
    ['empty', '<p id="it">   </p>'],
    ['editable', '<p id="it" contenteditable>woorden</p>'],
  ])('says why nothing can be marked: %s', async (reason, body) => {
    await show(`<p>Tekst.</p>${body}`);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#it') as Node));
    expect(await selected()).toBe(reason);
  });

  it('refuses a selection that runs into our own interface', async () => {
    await show('<p id="it">Tekst.</p>');
    await page.evaluate(() => {
      const host = document.querySelector('own-host') as Element;
      getSelection()?.setBaseAndExtent(document.querySelector('#it') as Node, 0, host.firstChild as Node, 2);
    });
    expect(await selected()).toBe('own-interface');
  });

  it('knows a page without text', async () => {
    await show('<img alt="scan"><p> … </p>');
    expect(await page.evaluate(() => (globalThis as unknown as World).view.trouble)).toBe('no-text');
  });

  it('is read again when its words change, and drawn again when only its nodes do', async () => {
    await show('<p id="it">Oude tekst.</p><p id="other">Blijft.</p>');
    const changes = () => page.evaluate(() => (globalThis as unknown as World).changes);
    await page.evaluate(() => document.querySelector('#it')?.replaceChildren('Oude tekst.'));
    await expect.poll(changes).toEqual(['drawing']);
    await page.evaluate(() => document.querySelector('#it')?.replaceChildren('Nieuwe tekst.'));
    await expect.poll(changes).toEqual(['drawing', 'text']);
    expect(await page.evaluate(() => (globalThis as unknown as World).view.text.text)).toBe(
      'Nieuwe tekst.\nBlijft.',
    );
  });
});

/** What the extension proposes of a page with this head, at an address. */
async function propose(head: string, address: string, body = '<h1>Kop</h1>') {
  await show('');
  return page.evaluate(([html, url]) => (globalThis as unknown as World).propose(html, url), [
    `<head>${head}</head><body>${body}</body>`,
    address,
  ] as const);
}

describe('the document that a page shows', () => {
  it('has title, issuer and date from the metadata', async () => {
    const candidate = await propose(
      `<title>Site | Plan</title><meta name="DCTERMS.title" content="Plan van Aanpak">
       <meta name="DCTERMS.creator" content="Immigratie- en Naturalisatiedienst"><meta name="DCTERMS.date" content="2026-05">`,
      'http://localhost:8080/plan/page.html?utm_source=x#top',
    );
    expect(candidate).toEqual({
      title: 'Plan van Aanpak',
      issuer: 'Immigratie- en Naturalisatiedienst',
      date: '2026-05',
      sourceType: 'implementation-report',
      addresses: [{ address: 'http://localhost:8080/plan/page.html', mediaType: 'text/html' }],
      identifiers: [],
    });
  });

  it('is a ruling by the head of its title, with court and date', async () => {
    const candidate = await propose(
      '<title>ECLI:NL:RBDHA:2014:8504, Rechtbank Den Haag, 2014-07-10</title>',
      'http://127.0.0.1:1/page.html',
    );
    expect(candidate).toMatchObject({
      issuer: 'Rechtbank Den Haag',
      date: '2014-07-10',
      sourceType: 'court-ruling',
      identifiers: [{ scheme: 'ecli', value: 'ECLI:NL:RBDHA:2014:8504' }],
    });
  });

  it.each([
    ['a note on a ruling', '<title>Noot bij ECLI:NL:RBDHA:2014:8504</title>', 'https://blog.example/noot'],
    ['a publication in its links', '<title>Gemeenteblad</title>', 'https://example.org/a'],
    [
      'an identifier that is no publication',
      '<meta name="DC.identifier" content="kst-1-1">',
      'https://example.org/b',
    ],
  ])('is not taken for another one: %s', async (_, head, address) => {
    const chrome =
      '<a href="https://zoek.officielebekendmakingen.nl/stb-2024-1">ECLI:NL:HR:2020:1 stb-2024-1</a>';
    expect(await propose(head, address, chrome)).toMatchObject({ identifiers: [] });
  });

  it('is a publication by the identifier that its own metadata declare', async () => {
    const head = `<meta name="DC.identifier" scheme="OVERHEIDop.PrbID" content="prb-2014-6">
      <meta name="DCTERMS.available" content="15-01-2014"><meta name="DC.creator" content="Zuid-Holland">`;
    expect(await propose(head, 'http://127.0.0.1:1/prb.html')).toMatchObject({
      identifiers: [{ scheme: 'official-publication', value: 'prb-2014-6' }],
      date: '2014-01-15',
      title: 'Kop',
    });
  });

  it.each([
    ['https://www.example.org/stuk?id=3', 'https://example.org/stuk?id=3', 2],
    ['https://example.org/stuk?id=3', 'https://example.org/stuk', 1],
    ['https://example.org/stuk', 'https://example.org/', 1],
  ])('at %s has the canonical address %s only where it is believable', async (address, canonical, count) => {
    const { addresses } = await propose(`<link rel="canonical" href="${canonical}">`, address);
    expect(addresses).toHaveLength(count);
  });
});
