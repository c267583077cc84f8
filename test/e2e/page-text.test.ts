import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlainChromium, type PlainChromium } from '../helpers/plain-chromium.ts';
import { serveSources } from '../helpers/serve-sources.ts';

/*
 * The text of a page in a real browser. What is tested is the extension's own source. The file is long because one
 * browser serves all of it.
 */
const script = `
  import { candidateOfPage } from '/extension/src/outbox/candidate-of-page.ts';
  import { PageView } from '/extension/src/page/page-view.ts';
  import { readPageClues } from '/extension/src/page/read-page-clues.ts';
  globalThis.propose = (html, address) => {
    const shown = new DOMParser().parseFromString(html, 'text/html');
    return candidateOfPage(readPageClues(shown, address, shown.querySelector('pre')?.textContent));
  };
  globalThis.start = async (html) => {
    document.body.setHTMLUnsafe(html);
    const host = document.createElement('own-host');
    host.textContent = 'van ons';
    document.body.append(host);
    globalThis.told = [];
    globalThis.view = await PageView.open(host, (clues) => told.push(clues));
    globalThis.changes = [];
    view.onChange((change) => changes.push(change));
    globalThis.signals = [];
    view.onWindow((shown, signal) => shown === window || signals.push(signal));
    return view.text.text;
  };
`;

let sources: Awaited<ReturnType<typeof serveSources>>;
let browser: PlainChromium;
let page: Page;

beforeAll(async () => {
  sources = await serveSources(script);
  browser = await openPlainChromium();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  sources?.close();
});

/** Shows a body and reads it; `view` and `changes` are there for `page.evaluate`. */
async function show(body: string): Promise<string> {
  await page.goto(sources.origin);
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
      rangeOf(selection: Selection): AbstractRange | undefined;
      headingOf(offset: number): { text: string; start: number } | undefined;
    };
    readonly trouble?: string;
    onChange(listener: () => Promise<void>): () => void;
  };
  readonly changes: string[];
  readonly signals: AbortSignal[];
}

/** What the page's own selection is in the text: its words, or why there are none. */
function selected(): Promise<string> {
  return page.evaluate(() => {
    const { view } = globalThis as unknown as World;
    const frame = document.activeElement as HTMLIFrameElement | null;
    const shown = frame?.contentWindow ?? window;
    const range = view.text.rangeOf(shown.getSelection() as Selection);
    if (!range) return 'nothing selected';
    const reading = view.text.toPosition(range);
    return reading.position
      ? view.text.text.slice(reading.position.start, reading.position.end)
      : `${reading.reason}`;
  });
}

/** Selects from the beginning of an element to the end of another one, with the mouse. */
async function drag(from: string, to: string): Promise<void> {
  await page.mouse.click(1, 1);
  const ends = await page.evaluate(
    (selectors) => {
      const roots = [
        document,
        ...[...document.querySelectorAll('x-card')].map(({ shadowRoot }) => shadowRoot),
      ];
      return selectors.map((selector) => {
        const element = roots.map((root) => root?.querySelector(selector)).find((found) => found);
        const range = document.createRange();
        range.selectNodeContents(element as Node);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left, right, y: top + height / 2 };
      });
    },
    [from, to],
  );
  await page.mouse.move((ends[0]?.left ?? 0) + 1, ends[0]?.y ?? 0);
  await page.mouse.down();
  await page.mouse.move((ends[1]?.right ?? 0) + 2, ends[1]?.y ?? 0, { steps: 6 });
  await page.mouse.up();
}

/** The passages of a text that do not lead to the page and back. */
function failures(): Promise<string[]> {
  return page.evaluate(() => {
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

  it('has the line breaks that are shown, and leads from words across them to the page and back', async () => {
    const text = await show(
      '<pre><u>Verzoek</u> om advies\n\n  Betreft: de <b>opvang</b>\n  van vreemdelingen</pre>' +
        '<p style="white-space: pre-line">Eerste alinea,\n   tweede alinea.</p>' +
        '<div style="white-space: pre-wrap">De minister beslist binnen zes maanden op een aanvraag\n' +
        'om een vergunning. Die termijn kan hij eenmaal met\ndrie maanden verlengen.\nNiet later.<span style="white-space: normal"> Of\ntoch.</span></div><p>Niet\n hier.</p>',
    );
    expect(text).toBe(
      'Verzoek om advies\nBetreft: de opvang\nvan vreemdelingen\nEerste alinea,\ntweede alinea.\n' +
        'De minister beslist binnen zes maanden op een aanvraag om een vergunning. Die termijn kan hij eenmaal met ' +
        'drie maanden verlengen.\nNiet later. Of toch.\nNiet hier.',
    );
    await drag('u', 'b');
    expect(await selected()).toBe('Verzoek om advies\nBetreft: de opvang');
    expect(await failures()).toEqual([]);
  });

  it('knows the heading under which words stand, and none of the site around them', async () => {
    await show(`
      <header><h2>Zoeken</h2></header><main><h1>Nota</h1><p>Vooraf.</p>
      <h2><span>3.2</span> <b>Gevolgen</b></h2><p>Voor de rechtspraak.</p>
      <aside><h3>Zie ook</h3></aside><p class="tussenkop">Toezicht</p><div><p>Blijft.</p></div>
      <p class="divisie_kop">Rechter</p><p>Toetst <b>zelf</b>.</p><p><em>Slot</em></p><p>Wat volgt.</p></main>
      <h4>Deel deze pagina</h4><p>Voet.</p>`);
    const headings = await page.evaluate(() => {
      const { text } = (globalThis as unknown as World).view;
      return ['Vooraf', 'Gevolgen', 'rechtspraak', 'Blijft', 'Toetst', 'volgt'].map((words) => {
        const heading = text.headingOf(text.text.indexOf(words));
        return heading && { ...heading, isThere: text.text.startsWith(heading.text, heading.start) };
      });
    });
    expect(headings).toMatchObject([
      // The last stands below a line that may be a heading or not: no place is better than a wrong one.
      ...[undefined, '3.2 Gevolgen', '3.2 Gevolgen', 'Toezicht', 'Rechter', undefined].map(
        (text) => text && { text, isThere: true },
      ),
    ]);
    await show('<header><h2>Zoeken</h2></header><p>Zonder eigen kop.</p>');
    const own = await page.evaluate(() => {
      const { text } = (globalThis as unknown as World).view;
      return text.headingOf(text.text.indexOf('eigen')) ?? null;
    });
    expect(own).toBeNull();
  });

  it('leads from every passage to the page and back', async () => {
    await show(
      '<h1>Kop</h1><p>Een  <b>vet</b>\n woord<br>en <i></i>een regel.</p><ul><li>één<li>twee 😀 drie</ul>',
    );
    expect(await failures()).toEqual([]);
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

  it('has documents in frames in their place, and leaves those from elsewhere alone', async () => {
    const text = await show(
      `<p>Voor</p><iframe srcdoc="<h1>Kop</h1><p>In het kader.</p><iframe srcdoc='Nog dieper.'></iframe>"></iframe>
       <iframe sandbox srcdoc="<p>Elders.</p>"></iframe><iframe hidden srcdoc="<p>Verborgen.</p>"></iframe><p>Na</p>`,
    );
    const read = () => page.evaluate(() => (globalThis as unknown as World).view.text.text);
    expect(text).toMatch(/^Voor\n/);
    await expect.poll(read).toBe('Voor\nKop\nIn het kader.\nNog dieper.\nNa');
    const frame = page.frames()[1];
    await frame?.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'Later gekomen.';
      document.body.append(added);
    });
    await expect.poll(read).toContain('Nog dieper.\nLater gekomen.\nNa');
    await frame?.evaluate(() => location.replace('about:blank'));
    await expect.poll(read).toBe('Voor\nNa');
  });

  it('leads from every passage in frames and shadow roots to its trees and back', async () => {
    await show(
      `<p>Voor <b>het</b></p><x-card><template shadowrootmode="open"><p>in <slot></slot> schaduw</p></template><b>de lichte</b></x-card>
       <iframe srcdoc="<p>In het</p><p>kader.</p>"></iframe><p>na</p>`,
    );
    const read = () => page.evaluate(() => (globalThis as unknown as World).view.text.text);
    await expect.poll(read).toBe('Voor het\nin de lichte schaduw\nIn het\nkader.\nna');
    const failures = await page.evaluate(() => {
      const { text } = (globalThis as unknown as World).view;
      const wrong: string[] = [];
      for (let start = 0; start < text.text.length; start += 1) {
        for (let end = start + 1; end <= text.text.length; end += 1) {
          const words = text.text.slice(start, end);
          // A piece without words is no selection that can be marked.
          if (!/^[\p{L}\p{N}].*[\p{L}\p{N}]$/su.test(words)) continue;
          const ranges = text.toRanges({ start, end });
          const [first, last] = [ranges[0], ranges.at(-1)];
          const from = first && text.toPosition(first);
          const to = last && text.toPosition(last);
          if (from?.position?.start !== start || to?.position?.end !== end) wrong.push(words);
        }
      }
      return wrong;
    });
    expect(failures).toEqual([]);
  });

  const card = `<p id="before">Voor de kaart.</p><x-card><template shadowrootmode="open"><p id="one">De eerste alinea.</p>
    <p id="two">De <b>tweede</b> alinea.</p></template></x-card><p id="after">Na de kaart.</p>`;

  it('takes a selection with the mouse in an open shadow root, and one that runs out of it', async () => {
    await show(card);
    await drag('#one', '#two');
    expect(await selected()).toBe('De eerste alinea.\nDe tweede alinea.');
    await drag('#two', '#after');
    expect(await selected()).toBe('De tweede alinea.\nNa de kaart.');
    await drag('#before', '#one');
    expect(await selected()).toBe('Voor de kaart.\nDe eerste alinea.');
  });

  it('takes a triple click in an open shadow root for the paragraph, also the last one', async () => {
    await show(card);
    await page.locator('#one').click({ clickCount: 3 });
    expect(await selected()).toBe('De eerste alinea.');
    await page.locator('#two').click({ clickCount: 3 });
    expect(await selected()).toBe('De tweede alinea.');
  });

  it('takes a selection by keyboard in an open shadow root', async () => {
    await show(card);
    await page.evaluate(() => {
      const words = document.querySelector('x-card')?.shadowRoot?.querySelector('#one')?.firstChild as Node;
      getSelection()?.setBaseAndExtent(words, 0, words, 1);
    });
    for (let press = 1; press < 9; press += 1) await page.keyboard.press('Shift+ArrowRight');
    expect(await selected()).toBe('De eerste');
  });

  it('takes a triple click in a frame for the paragraph', async () => {
    await show(
      '<p>Voor</p><iframe srcdoc="<p id=one>De eerste alinea.</p><p>De tweede.</p>"></iframe><p>Na</p>',
    );
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as World).view.text.text))
      .toContain('De tweede.');
    await page.frameLocator('iframe').locator('#one').click({ clickCount: 3 });
    expect(await selected()).toBe('De eerste alinea.');
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

  it('tells what a long page is recognised by while it is being read, and of a short one nothing', async () => {
    const told = `JSON.stringify(told) === JSON.stringify([view.candidate()])`;
    await show(
      `<h1>Brief</h1>${'<p>Geachte voorzitter,  hierbij zend ik u het <b>verslag</b> .</p>'.repeat(600)}`,
    );
    expect(await page.evaluate(told)).toBe(true);
    await show('<h1>Brief</h1><p>Geachte voorzitter</p>');
    expect(await page.evaluate('told.length')).toBe(0);
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

describe('a page that changes', () => {
  const changes = () => page.evaluate(() => (globalThis as unknown as World).changes);
  const read = () => page.evaluate(() => (globalThis as unknown as World).view.text.text);

  it('has the same text when a <details> is opened, and when it is closed again', async () => {
    await show('<details><summary>Meer</summary>Deel van het stuk</details><p id="it">Slot.</p>');
    await page.locator('summary').click();
    await page.locator('summary').click();
    await page.locator('summary').click();
    await page.evaluate(() => document.querySelector('#it')?.replaceChildren('Einde.'));
    await expect.poll(changes).toEqual(['text']);
    expect(await read()).toBe('Meer\nDeel van het stuk\nEinde.');
  });

  it('is read again when a script replaces its whole body', async () => {
    await show('<p>Oud.</p>');
    await page.evaluate(() => {
      const body = document.createElement('body');
      const paragraph = document.createElement('p');
      paragraph.id = 'it';
      paragraph.textContent = 'Nieuw lichaam.';
      body.append(paragraph);
      document.body.replaceWith(body);
    });
    await expect.poll(read).toBe('Nieuw lichaam.');
    await page.evaluate(() => document.querySelector('#it')?.replaceChildren('En weer anders.'));
    await expect.poll(read).toBe('En weer anders.');
    await page.locator('#it').click({ clickCount: 3 });
    expect(await selected()).toBe('En weer anders.');
  });

  it('is another document after a navigation within the page, and the same one after a jump', async () => {
    await show('<p id="it">Eerste stuk.</p>');
    await page.evaluate(() => {
      location.hash = 'verder';
    });
    await page.evaluate(() => {
      history.pushState(null, '', '/tweede');
      document.querySelector('#it')?.replaceChildren('Tweede stuk.');
    });
    await expect.poll(changes).toEqual(['document']);
    expect(await read()).toBe('Tweede stuk.');
  });

  it('has what becomes visible, and no longer what is hidden', async () => {
    await show('<p id="one">Eerst.</p><p id="two" hidden>Later.</p>');
    await page.evaluate(() => {
      document.querySelector('#one')?.setAttribute('style', 'display: none');
      document.querySelector('#two')?.removeAttribute('hidden');
    });
    await expect.poll(read).toBe('Later.');
  });
});

describe('a page of a megabyte that changes all the time', () => {
  /** Many elements: most of the work of reading is to ask what those look like. */
  const paragraphs = Array.from({ length: 4_000 }, (_, number) => [
    `Overweging <i>${number * 7919}</i> noemt <b>artikel</b> <i>${number}</i> en <b>stuk</b> <i>${number * 31}</i>,`,
    `waarin onder <b>nummer</b> <i>${number * 104_729}</i> staat dat <b>partij</b> <i>${number}</i> wordt gehoord`,
    `voordat er een <b>besluit</b> komt, en dat zij daarna nog <b>stukken</b> kan nazenden of kan laten nazenden door`,
    `wie namens haar het woord doet.`,
  ]).map((lines) => lines.join(' '));
  const body = `<textarea></textarea><p id="ticker">0</p>${paragraphs.map((words) => `<p>${words}</p>`).join('')}`;

  const wanted = paragraphs.map((words) => words.replace(/<[^>]*>/gu, ''));

  /** Runs in the page: changes it in every turn that it gets, and counts of each turn and frame what was read before it. */
  function keepChanging(): void {
    const world = globalThis as unknown as Changing;
    Object.assign(world, { turns: 0, ofTurn: 0, ofFrame: 0, mostInTurn: 0, mostInFrame: 0 });
    const { getComputedStyle: look } = globalThis;
    globalThis.getComputedStyle = (...given) => {
      world.ofTurn += 1;
      world.ofFrame += 1;
      return look(...given);
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      world.turns += 1;
      world.mostInTurn = Math.max(world.mostInTurn, world.ofTurn);
      world.ofTurn = 0;
      const ticker = document.querySelector('#ticker');
      if (ticker) ticker.textContent = `${world.turns}`;
      // As where a list is drawn anew: what is being read may be gone.
      const all = document.querySelectorAll('#ticker ~ p');
      const some = all[(world.turns * 7919) % all.length];
      some?.replaceWith(some.cloneNode(true));
      if (!world.isOver) port2.postMessage(undefined);
    };
    port2.postMessage(undefined);
    const countFrame = () => {
      world.mostInFrame = Math.max(world.mostInFrame, world.ofFrame);
      world.ofFrame = 0;
      if (!world.isOver) requestAnimationFrame(countFrame);
    };
    requestAnimationFrame(countFrame);
  }

  /** Runs in the page: begins to read it, and counts keys and scrolling until it is read. */
  function beginReading(html: string): void {
    const world = globalThis as unknown as Changing;
    Object.assign(world, { keys: 0, scrolls: 0 });
    const reading = new AbortController();
    const { signal } = reading;
    world.reading = world.start(html).finally(() => reading.abort());
    document.querySelector('textarea')?.focus();
    const count = (type: 'keydown' | 'scroll', what: 'keys' | 'scrolls') => {
      const onEvent = () => {
        world[what] += 1;
      };
      addEventListener(type, onEvent, { signal });
    };
    count('keydown', 'keys');
    count('scroll', 'scrolls');
  }

  it('is read whole, while it changes and is typed and scrolled in', async () => {
    await show('<p>Leeg.</p>');
    await page.evaluate('view.close()');
    await page.evaluate(keepChanging);
    await page.evaluate(beginReading, body);
    const typed = 'Een notitie die intussen wordt getypt.';
    await page.mouse.move(200, 200);
    for (const key of typed) {
      await page.keyboard.press(key);
      await page.mouse.wheel(0, 20);
    }
    const text = await page.evaluate(() => (globalThis as unknown as Changing).reading);
    const world = await page.evaluate(() => {
      const { mostInTurn, mostInFrame, keys, scrolls } = globalThis as unknown as Changing;
      return { mostInTurn, mostInFrame, keys, scrolls };
    });
    expect(text.split('\n').slice(1)).toEqual(wanted);
    const elements = body.match(/<\w/gu)?.length ?? 0;
    expect(world.mostInTurn).toBeLessThan(elements / 2);
    expect(world.mostInFrame).toBeLessThan(elements / 2);
    expect(world.keys).toBeGreaterThan(0);
    expect(world.scrolls).toBeGreaterThan(0);
    expect(await page.locator('textarea').inputValue()).toBe(typed);
  });
});

it('is not read again before those who were told of a change are ready, however often it changes meanwhile', async () => {
  await show('<p id="ticker">0</p><p>Blijft.</p>');
  await page.evaluate(() => {
    const world = globalThis as unknown as Changing;
    world.told = 0;
    const { setTimeout: set } = globalThis;
    world.view.onChange(() => {
      world.told += 1;
      // A reading to come is a timer.
      world.timers = 0;
      globalThis.setTimeout = ((...given: Parameters<typeof set>) => {
        world.timers += 1;
        return set(...given);
      }) as typeof set;
      return new Promise<void>((resolve) => {
        world.letGo = resolve;
      });
    });
  });
  const change = (words: string) =>
    page.evaluate((now) => document.querySelector('#ticker')?.replaceChildren(now), words);
  const state = () =>
    page.evaluate(() => {
      const { told, timers } = globalThis as unknown as Changing;
      return { told, timers };
    });
  await change('1');
  await expect.poll(async () => (await state()).told).toBe(1);
  await change('2');
  await change('3');
  expect(await state()).toEqual({ told: 1, timers: 0 });
  await page.evaluate(() => (globalThis as unknown as Changing).letGo());
  await expect.poll(async () => (await state()).told).toBe(2);
  expect(await page.evaluate(() => (globalThis as unknown as World).view.text.text)).toBe('3\nBlijft.');
});

interface Changing extends World {
  /** How often the page got a turn. */
  turns: number;
  /** How many elements were asked for their style since it had its last turn, and since its last frame. */
  ofTurn: number;
  ofFrame: number;
  /** Most of those. */
  mostInTurn: number;
  mostInFrame: number;
  keys: number;
  scrolls: number;
  told: number;
  timers: number;
  isOver?: boolean;
  reading: Promise<string>;
  letGo(): void;
}

it('listens anew in the window of a frame that shows another document, and no more as before', async () => {
  await show('<iframe srcdoc="<p>Eerst.</p>"></iframe>');
  const read = () => page.evaluate(() => (globalThis as unknown as World).view.text.text);
  await expect.poll(read).toBe('Eerst.');
  await page.evaluate(() => {
    (document.querySelector('iframe') as HTMLIFrameElement).srcdoc = '<p>Daarna.</p>';
  });
  await expect.poll(read).toBe('Daarna.');
  const ended = await page.evaluate(() =>
    (globalThis as unknown as World).signals.map(({ aborted }) => aborted),
  );
  expect(ended.length).toBeGreaterThan(1);
  expect(ended.indexOf(false)).toBe(ended.length - 1);
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

  it.each([
    [
      'a paper that a Chamber published by who wrote it',
      '<meta name="DC.creator" content="Tweede Kamer der Staten-Generaal"><meta name="DC.title" content="Brief">',
      'https://zoek.officielebekendmakingen.nl/kst-36999-12.html',
      { title: 'Brief', issuer: 'Minister van Asiel en Migratie', sourceType: 'parliamentary-paper' },
    ],
    [
      'a page by its heading, where the name of the site stands behind it',
      '<title>Kop | VluchtelingenWerk</title>',
      'https://www.vluchtelingenwerk.nl/kop',
      { title: 'Kop' },
    ],
    [
      'a page by its title, where that says more than its heading',
      '<title>Kop van het stuk</title>',
      'https://example.org/kop',
      { title: 'Kop van het stuk' },
    ],
    [
      'a piece in the press by its medium',
      '<title>Kop - NRC</title><meta property="og:site_name" content="NRC">',
      'https://www.nrc.nl/nieuws/kop',
      { title: 'Kop', issuer: 'NRC', sourceType: 'press' },
    ],
  ])('proposes %s', async (_, head, address, expected) => {
    const paper =
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2025–2026\n36 999 Wijziging van de wet\nNr. 12 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE\n';
    const text = address.includes('kst-') ? paper : '';
    expect(await propose(head, address, `<h1>Kop</h1><pre>${text}</pre>`)).toMatchObject(expected);
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
