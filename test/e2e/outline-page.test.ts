import { readFile } from 'node:fs/promises';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { documentAt } from '../helpers/document-at.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { readDocx } from '../helpers/read-docx.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/*
 * From a cell and a search to an outline, and from there to the paper: with the example dossier. Long, because one
 * server and one browser serve all of it.
 */

let pages: ExamplePages;
let server: RunningServer;
let page: Page;

const dossier = () => `${server.address}/dossiers/voorbeeld`;
/** What stands in the outline, part by part. */
const contents = () =>
  page
    .locator('.wb-part')
    .evaluateAll((parts) =>
      parts.map((part) => part.querySelector('h3, h4, h5, .wb-quote, :scope > p, :scope > ul')?.textContent),
    );
/** Opens the editor of a part: its tools come with the pointer. */
const edit = async (words: string) => {
  const part = page.locator('.wb-part', { hasText: words });
  await part.hover();
  await part.getByRole('button', { name: /^Bewerk:/u }).click();
};
/** A colleague puts other words in the place of the own text. */
const rewriteText = (text: string) =>
  page.evaluate(async (words) => {
    const outlines = '/api/v1/dossiers/voorbeeld/outlines';
    const [{ id }] = (await (await fetch(outlines)).json()).outlines;
    const { parts } = await (await fetch(`${outlines}/${id}`)).json();
    const part = parts.find(({ content }: { content: { kind: string } }) => content.kind === 'text');
    await fetch(`${outlines}/${id}/parts/${part.id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
      body: JSON.stringify({ place: part.place, content: { ...part.content, text: words } }),
    });
  }, text);
const download = async (name: string) => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return new Uint8Array(await readFile(await file.path()));
};

beforeAll(async () => {
  pages = await openExamplePages({ width: 1280, height: 1400 });
  ({ server, page } = pages);
});
afterAll(async () => {
  await pages?.close();
});

describe('the outline page', () => {
  it('begins without an outline and says what to do', async () => {
    await page.goto(dossier());
    await page.getByRole('link', { name: 'Opzet', exact: true }).click();
    await page.getByText('Dit dossier heeft nog geen opzet.').waitFor();
    const expectBeside = async () => {
      const field = await page.getByLabel('Titel van de nieuwe opzet').boundingBox();
      const button = await page.getByRole('button', { name: 'Nieuwe opzet' }).boundingBox();
      expect(button).toMatchObject({ y: field?.y, height: field?.height });
      return true;
    };
    await expect.poll(expectBeside).toBe(true);
    await expectAccessible(page);
  });

  it('takes passages from a cell and from a search', async () => {
    await page.goto(`${dossier()}?row=voornemen&column=court-workload`);
    await page
      .getByRole('button', { name: /^Naar opzet:/u })
      .first()
      .click();
    await page.getByText('Toegevoegd aan ‘Position paper’.').waitFor();
    await page.goto(`${dossier()}/zoeken?q=dwangsom`);
    await page
      .getByRole('button', { name: /^Naar opzet:/u })
      .first()
      .click();
    await page.getByText('Toegevoegd aan ‘Position paper’.').waitFor();
    // Pressed once more it says that the passage stands there; putting it there again is a choice.
    await page
      .getByRole('button', { name: /^Naar opzet:/u })
      .first()
      .click();
    await page.getByText('Staat al in ‘Position paper’.').waitFor();
    await page.getByRole('button', { name: 'Voeg nog eens toe' }).waitFor();
    await page.getByRole('link', { name: 'Open de opzet' }).click();
    await page.locator('.wb-part-passage').nth(1).waitFor();
    const citations = () => page.locator('.wb-part-passage cite').allTextContents();
    const memorandum = 'Kamerstukken II 2025/26, 39990, nr. 3';
    const citation = expect.stringMatching(/^Kamerstukken II 2025\/26, 39990, nr\. 3, par\. [\d.]+\.$/u);
    await expect.poll(citations).toEqual([citation, citation]);
    expect(new Set(await citations()).size).toBe(2);
    // Each source stands once at the end, however often and wherever it is quoted.
    await expect
      .poll(() => page.locator('.wb-outline-sources li').allTextContents())
      .toEqual([`${memorandum}.`]);
  });

  it('is written and ordered by keyboard', async () => {
    await page.getByRole('button', { name: 'Kop toevoegen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Kop', { exact: true }).waitFor();
    await page.keyboard.type('Wat er op het spel staat');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Wat er op het spel staat' }).waitFor();
    await page.getByRole('button', { name: 'Tekst toevoegen' }).focus();
    // Who types before the field is there presses the button again with each space.
    const arrived = Promise.withResolvers<void>();
    await page.route('**/parts', async (route) => {
      await arrived.promise;
      await route.continue();
    });
    for (const key of ['Enter', 'Space', 'Space']) await page.keyboard.press(key);
    arrived.resolve();
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.unroute('**/parts');
    await page.keyboard.type('Wij zijn ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('tegen');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.wb-part > p strong', { hasText: 'tegen' }).waitFor();
    await expect
      .poll(async () => (await contents()).slice(2))
      .toEqual(['Wat er op het spel staat', 'Wij zijn tegen.']);
    await edit('Wij zijn tegen.');
    await page.getByLabel('Tekst', { exact: true }).fill('Anders');
    await page.keyboard.press('Escape');
    await page.locator('.wb-part > p strong', { hasText: 'tegen' }).waitFor();
    const heading = page.locator('.wb-part', { hasText: 'Wat er op het spel staat' });
    await heading.focus();
    const tools = heading.locator('.wb-part-tools');
    await expect.poll(() => tools.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Wat er op het spel staat, met wat eronder staat: nu op plaats 2 van 4.').waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Wat er op het spel staat, met wat eronder staat: nu op plaats 1 van 4.').waitFor();
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect
      .poll(async () => (await contents()).slice(0, 2))
      .toEqual(['Wat er op het spel staat', 'Wij zijn tegen.']);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await page.getByText('Wat er op het spel staat: nu op plaats 2 van 4.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('De laatste verplaatsing is ongedaan gemaakt.').waitFor();
    await page.locator('.wb-parts[aria-busy="false"]').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Wat er op het spel staat' }).waitFor();
    await expect.poll(async () => (await contents())[0]).toBe('Wat er op het spel staat');
  });

  it('keeps open what is too long to be kept, and says how much that is', async () => {
    await edit('Wij zijn tegen.');
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.keyboard.insertText('lang '.repeat(4_000));
    await page.keyboard.press('Control+Enter');
    await page.getByText(/is met opmaak 20\.0\d\d tekens lang/u).waitFor();
    expect(await page.getByLabel('Tekst', { exact: true }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('.wb-part > p strong', { hasText: 'tegen' }).waitFor();
  });

  it('keeps both texts where a colleague wrote in the same one, until the reader decides', async () => {
    await edit('Wij zijn tegen.');
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Wij zijn **zeer tegen**.');
    await page.locator('.wb-text-field strong', { hasText: 'zeer tegen' }).waitFor();
    await expectAccessibleInBothThemes(page);
    await rewriteText('Wij zijn voor.');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Tekst van de collega').waitFor();
    await page.locator('blockquote', { hasText: 'Wij zijn voor.' }).waitFor();
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('.wb-part > p strong', { hasText: 'zeer tegen' }).waitFor();
  });

  it('keeps what is written in a part that a colleague takes out, and puts it back where the reader saves it', async () => {
    const before = await contents();
    await edit('Wij zijn zeer tegen.');
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Wij blijven tegen.');
    const takeOut = () =>
      page.evaluate(async () => {
        const outlines = '/api/v1/dossiers/voorbeeld/outlines';
        const [{ id }] = (await (await fetch(outlines)).json()).outlines;
        const { parts } = await (await fetch(`${outlines}/${id}`)).json();
        const part = parts.find(({ content }: { content: { kind: string } }) => content.kind === 'text');
        const headers = { 'If-Match': '*' };
        await fetch(`${outlines}/${id}/parts/${part.id}`, { method: 'DELETE', headers });
      });
    await takeOut();
    await page.getByText('Een collega heeft dit intussen uit de opzet gehaald.').waitFor();
    await expectAccessibleInBothThemes(page);
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('.wb-part > p', { hasText: 'Wij blijven tegen.' }).waitFor();
    expect(await contents()).toEqual(
      before.map((words) => (words === 'Wij zijn zeer tegen.' ? 'Wij blijven tegen.' : words)),
    );
    // Nothing is kept open for whoever wrote nothing.
    await edit('Wij blijven tegen.');
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await takeOut();
    await page.locator('.wb-part-editor').waitFor({ state: 'detached' });
    expect(await contents()).toHaveLength(before.length - 1);
    await page.getByRole('button', { name: 'Tekst toevoegen' }).click();
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.keyboard.type('Wij zijn **zeer tegen**.');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.locator('.wb-part > p strong', { hasText: 'zeer tegen' }).waitFor();
  });

  it('stays open under whoever writes in it, also where a colleague makes one that comes first', async () => {
    await page.goto(`${dossier()}/opzet`);
    await edit('Wij zijn zeer tegen.');
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Nog steeds.');
    const title = 'Aanpak';
    const path = '/api/v1/dossiers/voorbeeld/outlines';
    const id = uuid();
    await page.evaluate(
      async ([address, body]) => {
        const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
        await fetch(address, { method: 'POST', headers, body });
      },
      [path, JSON.stringify({ id, title })] as const,
    );
    const choices = page.getByRole('navigation', { name: 'Opzetten' }).getByRole('link');
    await expect.poll(async () => (await choices.allTextContents())[0]).toBe(title);
    await page.locator('.wb-text-field', { hasText: 'Nog steeds.' }).waitFor();
    await page.evaluate(
      (address) => fetch(address, { method: 'DELETE', headers: { 'If-Match': '*' } }),
      `${path}/${id}`,
    );
    await choices.filter({ hasText: title }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });

  it('leaves the reader where they went from an editor that they closed, whatever a colleague changes then', async () => {
    await edit('Wij zijn zeer tegen.');
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    const heading = page.locator('.wb-part[data-kind="heading"]');
    // As fast as anybody can be.
    await heading.evaluate((element: HTMLElement) => {
      const editor = document.querySelector('.wb-part-editor');
      const observer = new MutationObserver(() => {
        if (editor?.isConnected) return;
        observer.disconnect();
        element.focus();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    await page.keyboard.press('Escape');
    await page.locator('.wb-part-editor').waitFor({ state: 'detached' });
    await rewriteText('Wij zijn *zeer* tegen.');
    await page.locator('.wb-part > p em', { hasText: 'zeer' }).waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await rewriteText('Wij zijn **zeer tegen**.');
    await page.locator('.wb-part > p strong', { hasText: 'zeer tegen' }).waitFor();
  });

  it('saves what is written before another part is opened, however slow that is, and loses nothing that is typed', async () => {
    await page.getByRole('button', { name: 'Tekst toevoegen' }).click();
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.keyboard.type('Nog iets.');
    await page.keyboard.press('Control+Enter');
    const second = page.locator('.wb-part', { hasText: 'Nog iets.' });
    await second.waitFor();
    const isOpen = (words: string) =>
      page.locator('.wb-part', { has: page.locator('.wb-part-editor'), hasText: words }).waitFor();

    // Saved between press and click, which then goes to what it was aimed at.
    const writeBehind = async (words: string) => {
      await page.getByLabel('Tekst', { exact: true }).waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
    };
    await edit('Wij zijn zeer tegen.');
    await writeBehind(' Echt.');
    await second.hover();
    await second.getByRole('button', { name: /^Bewerk:/u }).hover();
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await page.mouse.down();
    await saved;
    await page.mouse.up();
    await isOpen('Nog iets.');
    await page.locator('.wb-part > p', { hasText: 'Echt.' }).waitFor();

    const arrived = Promise.withResolvers<void>();
    await page.route('**/parts/*', async (route) => {
      await arrived.promise;
      await route.continue();
    });
    await writeBehind(' Een.');
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    await edit('Wij zijn zeer tegen.');
    await sent;
    await page.getByLabel('Tekst', { exact: true }).click();
    await writeBehind(' Twee.');
    arrived.resolve();
    await isOpen('Wij zijn zeer tegen.');
    await page.locator('.wb-part > p', { hasText: 'Nog iets. Een. Twee.' }).waitFor();
    await page.unroute('**/parts/*');
    await page.keyboard.press('Escape');

    await edit('Nog iets.');
    await writeBehind(' Drie.');
    await page.route('**/parts/*', (route) => route.abort());
    await edit('Wij zijn zeer tegen.');
    await page.getByText('De server antwoordt niet.', { exact: false }).waitFor();
    await isOpen('Nog iets. Een. Twee. Drie.');
    await page.unroute('**/parts/*');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.locator('.wb-part > p', { hasText: 'Drie.' }).waitFor();

    await page.evaluate(async () => {
      const outlines = '/api/v1/dossiers/voorbeeld/outlines';
      const [{ id }] = (await (await fetch(outlines)).json()).outlines;
      const part = document.querySelector('.wb-part:last-child')?.getAttribute('data-part');
      await fetch(`${outlines}/${id}/parts/${part}`, { method: 'DELETE', headers: { 'If-Match': '*' } });
    });
    await second.waitFor({ state: 'detached' });
    await rewriteText('Wij zijn **zeer tegen**.');
    await page.locator('.wb-part > p', { hasText: 'Echt.' }).waitFor({ state: 'detached' });
  });

  it('places a comment once, however often that is pressed, and keeps what is typed meanwhile', async () => {
    const part = page.locator('.wb-part[data-kind="heading"]');
    await part.getByRole('button', { name: /^Opmerking:/u }).press('Enter');
    const arrived = Promise.withResolvers<void>();
    await page.route('**/comments', async (route) => {
      await arrived.promise;
      await route.continue();
    });
    await page.keyboard.type('Klopt dit?');
    const place = part.getByRole('button', { name: 'Plaats', exact: true });
    await place.press('Enter');
    await place.press('Enter');
    await part.getByRole('textbox').fill('En dit?');
    arrived.resolve();
    const comments = part.locator('.wb-part-comments li');
    await comments.filter({ hasText: 'Klopt dit?' }).waitFor();
    expect(await part.getByRole('textbox').inputValue()).toBe('En dit?');
    await page.locator('.wb-parts[aria-busy="false"]').waitFor();
    expect(await comments.count()).toBe(1);
    await page.unroute('**/comments');
    await part.getByRole('textbox').fill('');
    await comments.getByRole('button').click();
    await comments.waitFor({ state: 'detached' });
  });

  it('is ordered by dragging', async () => {
    const first = page.locator('.wb-part').first();
    const text = page.locator('.wb-part[data-kind="text"]');
    await text.hover();
    await text.locator('.wb-part-handle').dragTo(first, { targetPosition: { x: 60, y: 4 } });
    await expect.poll(async () => (await contents())[0]).toBe('Wij zijn zeer tegen.');
    await page.getByText('Wij zijn zeer tegen: nu op plaats 1 van 4.').waitFor();
    // A heading takes along what stands below it.
    const heading = page.locator('.wb-part[data-kind="heading"]');
    await heading.hover();
    await heading.locator('.wb-part-handle').dragTo(first, { targetPosition: { x: 60, y: 4 } });
    await expect.poll(async () => (await contents()).at(-1)).toBe('Wij zijn zeer tegen.');
    await page.getByRole('button', { name: 'Zet terug' }).click();
    await expect.poll(async () => (await contents())[0]).toBe('Wij zijn zeer tegen.');
  });

  it('gives back at once what was taken out', async () => {
    const before = await contents();
    const text = page.locator('.wb-part[data-kind="text"]');
    await text.getByRole('button', { name: /^Haal eruit:/u }).press('Enter');
    await page.getByText('is uit de opzet gehaald.').waitFor();
    await page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter');
    await page.getByText('De wijziging is ongedaan gemaakt.').waitFor();
    await expect.poll(contents).toEqual(before);
  });

  it('carries comments, and shows what became of a passage', async () => {
    const passage = page.locator('.wb-part[data-kind="passage"]').first();
    await passage.hover();
    await passage.getByRole('button', { name: /^Opmerking:/u }).click();
    await page.keyboard.type('Klopt dit?');
    await passage.getByRole('button', { name: 'Plaats' }).click();
    await passage.getByText('1 opmerking', { exact: true }).waitFor();
    await expectAccessibleInBothThemes(page);
    await passage.getByRole('button', { name: 'Afgehandeld: Klopt dit?' }).click();
    await passage.getByText('0 opmerkingen').waitFor();

    const { id, revision } = await page.evaluate(async () => {
      const outlines = await (await fetch('/api/v1/dossiers/voorbeeld/outlines')).json();
      const outline = await (
        await fetch(`/api/v1/dossiers/voorbeeld/outlines/${outlines.outlines[0].id}`)
      ).json();
      return outline.annotations[0] as { id: string; revision: number };
    });
    await page.evaluate(
      ([path, version]) => fetch(path, { method: 'DELETE', headers: { 'If-Match': version } }),
      [`/api/v1/dossiers/voorbeeld/annotations/${id}`, `"${revision}"`] as const,
    );
    await page.reload();
    await page.getByText('sindsdien uit het dossier verwijderd').waitFor();
  });

  it('marks what nobody accepted, in words for who hears it, until a curator accepts it', async () => {
    const legend = page.getByText(/geaccepteerd: daar staat ° bij\./u);
    const marks = page.locator('.wb-part-passage', { hasText: '(nog niet door een redacteur geaccepteerd)' });
    const decide = (status: 'draft' | 'accepted') =>
      page.evaluate(async (to) => {
        const api = '/api/v1/dossiers/voorbeeld';
        const [{ id }] = (await (await fetch(`${api}/outlines`)).json()).outlines;
        const { annotations } = await (await fetch(`${api}/outlines/${id}`)).json();
        const codings = annotations.flatMap(
          ({ revision, codings: own }: { revision: number; codings: { id: string }[] }) =>
            own.map((coding) => ({ id: coding.id, revision })),
        );
        const body = JSON.stringify({ codings, status: to });
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(`${api}/reviews`, { method: 'POST', headers, body })).status;
      }, status);
    expect(await decide('accepted')).toBe(200);
    await expect.poll(() => marks.count()).toBe(0);
    await legend.waitFor({ state: 'detached' });
    expect(await decide('draft')).toBe(200);
    await page
      .getByText('1 passage is nog niet door een redacteur geaccepteerd: daar staat ° bij.')
      .waitFor();
    expect(await marks.count()).toBe(1);
    await expectAccessibleInBothThemes(page);
  });

  it('becomes Word and Markdown with all that stands in it', async () => {
    const { paragraphs, notes } = readDocx(await download('Word (DOCX)'));
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
    expect(text).toContain('Wat er op het spel staat');
    expect(text).toContain('Wij zijn zeer tegen.');
    expect(paragraphs.filter(({ style }) => style === 'Passage')).toHaveLength(2);
    expect(text).toContain('Opmerking: deze passage is uit het dossier verwijderd');
    expect(notes.size).toBe(2);
    const markdown = new TextDecoder().decode(await download('Markdown'));
    expect(markdown).toContain('Wij zijn **zeer tegen**.');
    expect(markdown).toContain('## Bijlage: de matrix');
    expect(markdown).toContain('ook wat nog niet is nagekeken');
    expect(markdown).toContain('1 passage is nog niet door een redacteur geaccepteerd: daar staat ° bij.');
    expect(markdown.match(/\] °$/gmu)).toHaveLength(1);
    await page
      .getByRole('checkbox', { name: 'In de bijlage alleen geaccepteerde coderingen' })
      .press('Space');
    const limited = new TextDecoder().decode(await download('Markdown'));
    expect(limited).toContain('Telt alleen coderingen die een redacteur heeft geaccepteerd.');
  });

  it('is printed upright, with the matrix as its appendix', async () => {
    const printed = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...printed.matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/gu)];
    expect(sizes.map(([, width, height]) => `${width} × ${height}`)).toEqual(['594 × 841', '594 × 841']);
    await page.locator('.wb-printed-matrix').waitFor({ state: 'detached' });
  });

  it('takes a whole cell at once under a heading, by keyboard, each passage once', async () => {
    const passagesOfOutline = () =>
      page
        .locator('.wb-part-passage .wb-quote')
        .evaluateAll((quotes) => quotes.map((one) => one.textContent));
    const stood = await passagesOfOutline();
    await page.goto(`${dossier()}?row=voornemen&column=court-workload`);
    await page.locator('.wb-claim .wb-quote').first().waitFor();
    const shown = await page
      .locator('.wb-claim')
      .evaluateAll((claims) => claims.map((claim) => claim.querySelector('.wb-quote')?.textContent ?? ''));
    expect(shown.length).toBeGreaterThan(3);
    const toggle = page.getByRole('button', { name: 'Alle passages naar opzet' });
    await toggle.press('Enter');
    await page.getByText('passages, elk één keer').waitFor();
    await page.getByLabel('Onder de kop').selectOption('Wat er op het spel staat');
    await expectAccessibleInBothThemes(page);
    const fresh = shown.filter((quote) => !stood.includes(quote));
    await page.getByRole('button', { name: /^Voeg .* toe$/u }).press('Enter');
    await page.getByText(/toegevoegd aan ‘Position paper’\./u).waitFor();
    await expect.poll(() => toggle.evaluate((element) => element === document.activeElement)).toBe(true);
    // Asked again, all of it stands there and nothing is left to do.
    await toggle.press('Enter');
    await page.getByText(/staan al in deze opzet/u).waitFor();
    expect(await page.getByRole('button', { name: /^Voeg .* toe$/u }).count()).toBe(0);
    await page.getByRole('link', { name: 'Open de opzet' }).press('Enter');
    await expect.poll(async () => (await passagesOfOutline()).length).toBe(stood.length + fresh.length);
    // Under the heading that was chosen, before whatever heading comes after it, as they stood in the cell.
    const parts = await page
      .locator('.wb-part')
      .evaluateAll((all) =>
        all.map((part) => part.querySelector('h3, h4, h5, .wb-quote, :scope > p, :scope > ul')?.textContent),
      );
    const section = parts.slice(parts.indexOf('Wat er op het spel staat'));
    expect(section.slice(-fresh.length)).toEqual(fresh);
  });

  it('takes back a whole cell at once, and puts in nothing where the server does not answer', async () => {
    await page.goto(`${dossier()}?row=voornemen`);
    const toggle = page.getByRole('button', { name: 'Alle passages naar opzet' });
    await toggle.click();
    const add = page.getByRole('button', { name: /^Voeg .* toe$/u });
    await page.route('**/passages', (route) => route.abort());
    await add.click();
    await page.getByText('nooit dubbel: u kunt het gerust nog eens proberen').waitFor();
    await page.unroute('**/passages');
    await page.getByLabel('In de opzet').selectOption('Nieuwe opzet: Position paper');
    await add.click();
    await page.getByText(/toegevoegd aan ‘Position paper’\./u).waitFor();
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.getByText('De wijziging is ongedaan gemaakt.').waitFor();
    const outlines = await page.evaluate(async () => {
      const path = '/api/v1/dossiers/voorbeeld/outlines';
      const { outlines: all } = await (await fetch(path)).json();
      return Promise.all(
        all.map(async ({ id }: { id: string }) => {
          const { parts } = await (await fetch(`${path}/${id}`)).json();
          return { id, count: parts.length };
        }),
      );
    });
    expect(outlines.map(({ count }) => count > 0).toSorted()).toEqual([false, true]);
    await page.evaluate(
      (id) =>
        fetch(`/api/v1/dossiers/voorbeeld/outlines/${id}`, {
          method: 'DELETE',
          headers: { 'If-Match': '*' },
        }),
      outlines.find(({ count }) => count === 0)?.id ?? '',
    );
    await page.goto(`${dossier()}/opzet`);
    await page.getByRole('button', { name: 'Verwijder de opzet' }).waitFor();
  });

  it('says under whoever writes in it that it was deleted and where it is brought back, and is saved then', async () => {
    const path = '/api/v1/dossiers/voorbeeld/outlines';
    await page.goto(`${dossier()}/opzet`);
    await edit('Wij zijn zeer tegen.');
    await page.getByLabel('Tekst', { exact: true }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Ook nu.');
    await page.evaluate(async (address) => {
      const { outlines } = await (await fetch(address)).json();
      await fetch(`${address}/${outlines[0].id}`, { method: 'DELETE', headers: { 'If-Match': '*' } });
    }, path);
    const { outlineDeleted, bringBack, save } = outlineMessages.nl;
    await page.getByText(outlineDeleted).waitFor();
    await page.getByRole('button', { name: save, exact: true }).click();
    await page.locator('.wb-text-field', { hasText: 'Ook nu.' }).waitFor();
    expect(await page.getByText('Deze opzet bestaat niet').count()).toBe(0);
    await expectAccessibleInBothThemes(page);
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: bringBack }).click();
    const history = await opened;
    await page.getByLabel('Tekst', { exact: true }).focus();
    await history.locator('summary').first().click();
    await history.getByRole('button', { name: /^Maak ongedaan: /u }).click();
    await history.getByRole('button', { name: 'Maak ongedaan', exact: true }).click();
    await history.getByText('is ongedaan gemaakt').waitFor();
    await history.close();
    await page.getByText(outlineDeleted).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: save, exact: true }).click();
    await page.locator('.wb-part > p', { hasText: 'Ook nu.' }).waitFor();
  });

  it('goes with its texts after a question, and the briefing is made beside the matrix', async () => {
    await page.getByRole('button', { name: 'Verwijder de opzet' }).click();
    await page.getByRole('group').getByRole('button', { name: 'Verwijder de opzet' }).click();
    await page.getByText('Dit dossier heeft nog geen opzet.').waitFor();
    await page.getByRole('button', { name: 'Maak ongedaan' }).waitFor();
    await page.goto(dossier());
    const { notes } = readDocx(await download('Briefing (DOCX)'));
    expect(notes.size).toBeGreaterThan(20);
  });

  it('keeps within a narrow window a source whose number cannot be broken', async () => {
    const { token } = await server.createToken('bronnen@example.org', 'bronnen');
    const api = `${server.address}/api/v1/dossiers/bronnen`;
    const send = async (path: string, body: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(answer.status, path).toBe(201);
    };
    const source = 'https://example.org/arrest.html';
    const ecli = 'ECLI:CE:ECHR:2007:0515JUD005239199';
    const ruling = { ...documentAt(source, 'Arrest'), sourceType: 'court-ruling', issuer: 'EHRM' };
    await send('/documents', { ...ruling, identifiers: [{ scheme: 'ecli', value: ecli }] });
    const coding = { id: uuid(), safeguard: 'voornemen', direction: 'unclear', basis: 'norm' };
    const ranges = [{ exact: 'Het Hof overweegt.' }];
    await send('/annotations', { id: uuid(), document: ruling.id, source, ranges, codings: [coding] });
    await page.context().setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    await page.goto(`${server.address}/dossiers/bronnen/zoeken?q=overweegt`);
    await page.getByRole('button', { name: /^Naar opzet:/u }).click();
    await page.getByText('Toegevoegd aan ‘Position paper’.').waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${server.address}/dossiers/bronnen/opzet`);
    await page.locator('.wb-outline-sources', { hasText: ecli }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
