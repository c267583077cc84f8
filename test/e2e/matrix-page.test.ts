import { readFile } from 'node:fs/promises';
import { measures, stages } from '@waarborg/shared/annotation';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { cellMessages } from '@waarborg/shared/messages/cell';
import type { Locator, Page, Route } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { bringPassages } from '../helpers/bring-passages.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { inForcedColours } from '../helpers/forced-colours.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/*
 * The matrix of the example dossier, by keyboard: put in order, folded, compared, and told of a colleague's work. Long,
 * because one server and one browser serve all of it.
 */

let pages: ExamplePages;
let server: RunningServer;
let page: Page;
let address: string;
/** The same without what is empty: axe looks at every number. */
let shortAddress: string;

beforeAll(async () => {
  pages = await openExamplePages({ width: 1280, height: 900 });
  ({ server, page } = pages);
  address = `${server.address}/dossiers/voorbeeld`;
  shortAddress = `${address}?hide=rows&hide=columns`;
});
afterAll(async () => {
  await pages?.close();
});

const cellAt = (name: RegExp): Locator => page.getByRole('link', { name });
const search = () => new URL(page.url()).searchParams;
const rowNames = () => page.locator('.wb-matrix tbody .wb-label-long').allTextContents();

/** Names of the locks that pages of the browser hold; runs in the page. */
const heldLocks = async () => ((await navigator.locks.query()).held ?? []).map(({ name }) => name);

describe('the matrix page', () => {
  it('puts rows in the order of a column by keyboard, says so, and goes back', async () => {
    await page.goto(address);
    await page.locator('.wb-number[data-position="0,0"][tabindex="0"]').waitFor();
    await cellAt(/^Voornemen en zienswijze → Werklast rechtspraak/u).focus();
    const before = await rowNames();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 11; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('Rijen op Werklast rechtspraak, meeste eerst.').waitFor();
    await expect.poll(() => search().get('sortRows')).toBe('desc:court-workload');
    await page.locator('th[aria-sort="descending"]', { hasText: 'Werklast rechtspraak' }).waitFor();
    await expect.poll(async () => (await rowNames())[0]).toBe('Voornemen en zienswijze');
    await page.keyboard.press('Enter');
    await page.locator('th[aria-sort="ascending"]').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(rowNames).toEqual(before);
    await expect.poll(() => search().has('sortRows')).toBe(false);
  });

  it('puts columns in the order of a row by keyboard, says so, and goes back', async () => {
    await page.goto(address);
    const heads = () => page.locator('.wb-matrix thead [data-position^="-1,"]').allTextContents();
    const own = page.locator('.wb-matrix tbody th button', { hasText: 'Voornemen en zienswijze' });
    await own.waitFor();
    const before = await heads();
    await own.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => search().get('sortColumns')).toBe('desc:voornemen');
    await expect.poll(async () => (await heads())[0]).toContain('Werk rechtspraak');
    await page.keyboard.press('Enter');
    await expect.poll(() => search().get('sortColumns')).toBe('asc:voornemen');
    await page.keyboard.press('Enter');
    await expect.poll(heads).toEqual(before);
  });

  it('draws the signs of a row over its numbers', async () => {
    await page.goto(address);
    const row = page.locator('.wb-matrix tbody tr').first();
    await row.waitFor();
    const expectOverNumbers = async () => {
      const signs = await row.locator('.wb-signs').first().boundingBox();
      const first = await row.locator('td.wb-cell').first().boundingBox();
      const last = await row.locator('td.wb-cell:has(.wb-signs)').first().boundingBox();
      expect(signs?.x).toBeCloseTo(first?.x ?? 0, 0);
      expect((signs?.x ?? 0) + (signs?.width ?? 0)).toBeCloseTo((last?.x ?? 0) + (last?.width ?? 0), 0);
      return true;
    };
    await expect.poll(expectOverNumbers).toBe(true);
  });

  it('shows whoever points at a number what it says, also after a choice', async () => {
    await page.goto(address);
    const sum = page.locator('.wb-total-all .wb-number');
    const isTold = async () => {
      const title = await sum.getAttribute('title');
      return title !== null && title === (await sum.getAttribute('aria-label'));
    };
    await sum.hover();
    const counted = await sum.textContent();
    await expect.poll(isTold).toBe(true);
    await page.getByText('Standpunt:').click();
    await page.getByLabel('geen gevolg', { exact: true }).check();
    await expect.poll(() => sum.textContent()).not.toBe(counted);
    await page.keyboard.press('Escape');
    await sum.hover();
    await expect.poll(isTold).toBe(true);
  });

  it('asks for the numbers of a choice while it is pressed, by mouse and by keyboard, and only once', async () => {
    await page.goto(address);
    await page.locator('.wb-total-all .wb-number').waitFor();
    await page.getByText('Standpunt:').click();
    const option = page.getByLabel('geen gevolg', { exact: true });
    await option.hover();
    const asked: string[] = [];
    const note = (request: { url(): string }) => {
      if (request.url().includes('/matrix?')) asked.push(new URL(request.url()).search);
    };
    page.on('request', note);
    await page.mouse.down();
    await expect.poll(() => asked).toHaveLength(1);
    expect(search().has('stance')).toBe(false);
    await page.mouse.up();
    await page.getByRole('button', { name: 'Verwijder filter Standpunt: geen gevolg' }).waitFor();
    await option.focus();
    await page.keyboard.down('Space');
    await expect.poll(() => asked).toHaveLength(2);
    expect(search().get('stance')).toBe('noEffect');
    await page.keyboard.up('Space');
    await page.locator('.wb-active-filters').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.wb-sheet[aria-busy="true"]').count()).toBe(0);
    expect(asked).toEqual([
      '?rows=safeguard&columns=impact&stance=noEffect',
      '?rows=safeguard&columns=impact',
    ]);
    page.off('request', note);
    await page.keyboard.press('Escape');
  });

  it('draws other numbers first where one looks, and then the others', async () => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await page.goto(address);
    const sum = page.locator('.wb-total-all .wb-number');
    await sum.waitFor();
    await page.locator('.wb-matrix tbody tr').first().scrollIntoViewIfNeeded();
    await page.getByText('Standpunt:').click();
    const turns = await page.evaluateHandle(() => {
      const drawn: { inView: boolean; outOfView: boolean }[] = [];
      const shown = new Set<Element>();
      const seen = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) shown.add(target);
      });
      for (const row of document.querySelectorAll('.wb-matrix tr')) seen.observe(row);
      const table = document.querySelector('.wb-matrix');
      if (!table) throw new Error('no table');
      new MutationObserver((changes) => {
        const rows = new Set(changes.map(({ target }) => target.parentElement?.closest('td')?.parentElement));
        const isShown = [...rows].flatMap((row) => (row ? [shown.has(row)] : []));
        if (isShown.length > 0)
          drawn.push({ inView: isShown.includes(true), outOfView: isShown.includes(false) });
      }).observe(table, { subtree: true, characterData: true, childList: true });
      return drawn;
    });
    const counted = await sum.textContent();
    await page.getByLabel('geen gevolg', { exact: true }).check();
    await expect.poll(() => sum.textContent()).not.toBe(counted);
    const [first, ...later] = await turns.jsonValue();
    expect(first).toEqual({ inView: true, outOfView: false });
    expect(later).toContainEqual({ inView: false, outOfView: true });
    // What was drawn in turns is what a page shows that is opened with the same filter.
    const numbers = () =>
      page
        .locator('.wb-matrix .wb-number')
        .evaluateAll((links) =>
          links.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]),
        );
    const inTurns = await numbers();
    await page.reload();
    await sum.waitFor();
    await expect.poll(numbers).toEqual(inTurns);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('keeps the table and what stands below the legend in their places when the numbers of a choice come late', async () => {
    await page.goto(address);
    const links = page.locator('.wb-legend-links');
    await links.waitFor();
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const filtered = '**/matrix?*stance=noEffect*';
    await page.route(filtered, async (route) => {
      await isReleased;
      await route.continue();
    });
    await page.getByText('Standpunt:').click();
    await page.getByLabel('geen gevolg', { exact: true }).check();
    await page.locator('.wb-active-filters').waitFor();
    const places = async () =>
      Promise.all(
        [page.locator('.wb-matrix'), links].map(async (part) => (await part.boundingBox())?.y ?? Number.NaN),
      );
    const before = await places();
    const sum = page.locator('.wb-total-all .wb-number');
    const counted = await sum.textContent();
    release();
    await expect.poll(() => sum.textContent()).not.toBe(counted);
    expect(await places()).toEqual(before);
    await page.unroute(filtered);
  });

  it('says what its address asks for in vain', async () => {
    await page.goto(`${address}?rows=weer&columns=stage&hide=rows`);
    await page.getByText('iets wat de matrix niet kent (Rijen: ‘weer’)').waitFor();
    await page.getByRole('heading', { name: 'Matrix van waarborg en stadium' }).waitFor();
  });

  it('writes a period out, and explains a zero that is one only within it', async () => {
    await page.goto(`${address}?from=2026-02-01&to=2026-03`);
    await page.getByRole('button', { name: 'Vanaf: 1 februari 2026' }).waitFor();
    await page.getByText('Periode: 1 februari 2026 – maart 2026').waitFor();
    await page.getByText('wel iets gevonden, maar niet binnen dit filter').waitFor();
  });

  it('tells beside a number how far the reading got within its filters, and not that nobody read what they leave out', async () => {
    await page.goto(`${address}?from=2026-03-01&row=voornemen&column=duration`);
    const panel = page.locator('.wb-cell-panel');
    await panel.getByText('1 van 1 document gelezen binnen dit filter; daarin is hierover').waitFor();
    await page.goto(`${address}?from=2026-03-01&row=corrections&column=decision-quality`);
    await panel.getByText('0 van 1 document gelezen binnen dit filter').waitFor();
    await panel.getByText('Van wat dit filter toelaat is hier niets op gelezen.', { exact: false }).waitFor();
    await page.goto(`${address}?from=2026-03-01`);
    await page.locator('.wb-story', { hasText: 'niet gelezen binnen dit filter' }).waitFor();
    await page.locator('.wb-legend', { hasText: 'van wat dit filter toelaat is hierop niets' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain('oor niemand');
  });

  it('tells in the colours of the system too a zero within a filter, and what nobody has read', async () => {
    const lookOf = (element: string, part: 'borderInlineEndColor' | 'backgroundImage') =>
      page
        .locator(element)
        .first()
        .evaluate((one, name) => getComputedStyle(one)[name], part);
    const cellIn = (state: string) => `.wb-matrix .wb-cell:not(.wb-total)[data-state="${state}"]`;
    await inForcedColours(page, async () => {
      const edgeOf = (state: string) => lookOf(cellIn(state), 'borderInlineEndColor');
      expect(await edgeOf('evidence')).not.toBe(await edgeOf('nothing-found'));
      expect(await lookOf(cellIn('not-read'), 'backgroundImage')).toContain('gradient');
      await page.goto(`${address}?to=2026-02&vs.from=2026-03`);
      expect(await lookOf('.wb-half[data-state="not-read"]', 'backgroundImage')).toContain('gradient');
    });
  });

  it('takes a period as people type it, and says what it cannot read', async () => {
    await page.goto(address);
    await page.getByText('Periode:').click();
    const from = page.getByLabel('Vanaf', { exact: true });
    await from.fill('31-2-2026');
    await page.keyboard.press('Enter');
    await page.getByText('Schrijf een jaar, maand of dag').waitFor();
    await from.fill('1-2-2026');
    await page.getByLabel('Tot en met', { exact: true }).fill('maart 2026');
    await page.keyboard.press('Enter');
    await page.getByText('Periode: 1 februari 2026 – maart 2026').waitFor();
    expect([search().get('from'), search().get('to')]).toEqual(['2026-02-01', '2026-03']);
  });

  it('hides what is empty and says how much of it nobody has read', async () => {
    await page.getByText('Indeling:').click();
    await page.getByLabel('Lege rijen').check();
    await page.getByText(/lege rijen verborgen\. Op \d+ van die rijen is binnen dit filter niet/u).waitFor();
    await expect.poll(() => page.locator('.wb-matrix tbody .wb-cell[data-state="not-read"]').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Toon alles' }).click();
    await page.locator('.wb-matrix tbody .wb-cell[data-state="not-read"]').first().waitFor();
  });

  it('folds a group into one counted number that opens the passages of all its rows', async () => {
    await page.goto(shortAddress);
    await page.getByRole('button', { name: 'Het besluit: vouw samen tot één getal' }).click();
    const folded = cellAt(/^Het besluit → Totaal/u);
    await folded.waitFor();
    const claims = Number(await folded.textContent());
    await folded.click();
    await page.locator('.wb-cell-panel .wb-passage').first().waitFor();
    const sections = await page.locator('.wb-stance-section .wb-section-count').first().textContent();
    expect(Number(sections)).toBeLessThanOrEqual(claims);
    await page.reload();
    await page.getByRole('heading', { name: 'Het besluit → alle gevolgen' }).waitFor();
    await page.locator('.wb-cell-panel .wb-passage').first().waitFor();
    await expectAccessibleInBothThemes(page);
    await page.getByRole('button', { name: 'Het besluit: vouw uit' }).click();
    await cellAt(/^Voornemen en zienswijze → Totaal/u).waitFor();
  });

  it('names in a comparison what only its second side has, and counts as not read what neither side read', async () => {
    await page.goto(address);
    const lawyers = await page.evaluate(async () => {
      const { speakers } = await (await fetch('/api/v1/dossiers/voorbeeld/speakers?kind=lawyer')).json();
      return speakers[0].id as string;
    });
    const kinds = 'columns=speaker&speakerKind=government&vs.speakerKind=lawyer';
    await page.goto(`${address}?${kinds}&sortRows=desc:${lawyers}`);
    await page.getByText(/^Rijen op het verschil bij Asieladvocatuur/u).waitFor();
    await page.goto(`${address}?from=2026-03&vs.to=2026-02&hide=rows`);
    await page.getByText(/Op 4 van die rijen is binnen dit filter niet gelezen/u).waitFor();
  });

  it('compares two filters, whose numbers lead to the passages of their own side', async () => {
    await page.goto(shortAddress);
    await page.getByText('Vergelijk:').click();
    await page.getByLabel('Soort spreker, soort bron of stadium').selectOption({ label: 'regering' });
    await page.getByRole('button', { name: 'Vergelijk met alle andere' }).click();
    // Kinds of which the dossier has no speaker have their name too.
    for (const kind of ['parlement', 'pers', 'niet vermeld'])
      await page.getByRole('button', { name: `Soort spreker: ${kind}` }).waitFor();
    const other = cellAt(/^B, Voornemen en zienswijze → Werklast rechtspraak.*B heeft er 3 meer/u);
    await other.click();
    const panel = page.locator('.wb-cell-panel');
    await panel.locator('.wb-passage').first().waitFor();
    await expect
      .poll(() => panel.getByRole('heading', { level: 4 }).allTextContents())
      .not.toContain('Minister van Asiel en Migratie 1');
    await expectAccessibleInBothThemes(page);
    await cellAt(/^A, Voornemen en zienswijze → Werklast rechtspraak.*het tegendeel/u).click();
    await panel.getByRole('heading', { level: 4, name: /^Minister van Asiel en Migratie/u }).waitFor();
    await expect.poll(() => search().getAll('speakerKind')).toEqual(['government']);
    await page.getByText('Vergelijk:').click();
    await page.getByRole('button', { name: 'Stop met vergelijken' }).click();
    await cellAt(/^Voornemen en zienswijze → Werklast rechtspraak/u).waitFor();
    await expect.poll(() => search().has('vs.speakerKind')).toBe(false);
  });

  it('takes along either side of a comparison, and says which', async () => {
    await page.goto(`${shortAddress}&speakerKind=government&vs.sourceType=court-ruling`);
    await page.getByText('Exporteren:').click();
    const queryOf = async () => {
      const href = await page.getByRole('link', { name: 'Excel (xlsx)' }).getAttribute('href');
      const query = new URL(href ?? '', page.url()).searchParams;
      return [query.getAll('speakerKind'), query.getAll('sourceType')];
    };
    await expect.poll(queryOf).toEqual([['government'], []]);
    await page.getByLabel('Van welke kant').selectOption('B');
    await expect.poll(queryOf).toEqual([[], ['court-ruling']]);
    const drawn = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tabel als tekening (svg)' }).click();
    const picture = await readFile(await (await drawn).path(), 'utf8');
    expect(/>(Filter: [^<]*)</u.exec(picture)?.[1]).toBe('Filter: Soort bron: Rechterlijke uitspraak');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    const others = page
      .getByRole('group', { name: 'B' })
      .getByRole('link', { name: /^(?:Per artikel|Grafieken)$/u });
    await expect
      .poll(() =>
        others.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).search)),
      )
      .toEqual(['?sourceType=court-ruling', '?sourceType=court-ruling']);
    for (const [side, filter] of [
      ['A', 'speakerKind=government'],
      ['B', 'sourceType=court-ruling'],
    ]) {
      const asked = page.waitForRequest(/\/briefing\?/u);
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: `Briefing van ${side} (DOCX)` }).click();
      expect(new URL((await asked).url()).search).toBe(`?language=nl&${filter}`);
      await saved;
    }
  });

  it('shows what a colleague codes while one looks, without moving anything, and says who did it', async () => {
    const colleague = await server.createToken('collega@example.org', 'voorbeeld');
    const headers = { authorization: `Bearer ${colleague.token}`, 'content-type': 'application/json' };
    const api = `${colleague.api}/dossiers/voorbeeld`;
    await page.goto(`${address}?hide=rows&sortRows=desc.total`);
    await page.getByText('Wat anderen coderen, verschijnt hier vanzelf.').waitFor();
    // It is said before it is so.
    await expect.poll(() => page.evaluate(heldLocks)).toContain('waarborg-live-voorbeeld');
    const other = await page.context().newPage();
    const streams: string[] = [];
    other.on('request', (request) => request.url().includes('/events?') && streams.push(request.url()));
    await other.goto(`${address}?rows=speaker`);
    await other.locator('.wb-total-all').waitFor();
    await page.bringToFront();
    const rows = await rowNames();
    const cell = cellAt(/^Beroep en hoger beroep → Kosten/u);
    await cell.focus();
    const place = await cell.boundingBox();
    const { documents } = await (await fetch(`${api}/documents`, { headers })).json();
    const coding = { measure: 'restricted', direction: 'favourable', basis: 'finding', speaker: 'Colleges' };
    const code = async (safeguard: string) => {
      const answer = await fetch(`${api}/annotations`, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          ...{ id: uuid(), document: documents[0].id, source: 'https://example.org/brief' },
          ranges: [{ exact: `Nieuwe zin over ${safeguard}.` }],
          codings: [{ ...coding, safeguard, impact: 'cost' }],
        }),
      });
      expect(answer.status, await answer.text()).toBe(201);
    };
    await code('judicial-review');
    await page
      .locator('[data-changed] > a[aria-label^="Beroep en hoger beroep → Kosten: 1 bewering"]')
      .waitFor();
    await page.getByText(/getallen gewijzigd door collega/u).waitFor();
    expect(await cell.boundingBox()).toEqual(place);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Beroep en hoger beroep → Kosten: 1 bewering/u);
    expect(streams).toEqual([]);

    // A row that was hidden comes when it is asked for.
    await code('interpreter');
    await cellAt(/^Alles: 42 beweringen/u).waitFor();
    expect(await rowNames()).toEqual(rows);
    expect(await cell.boundingBox()).toEqual(place);
    await page.getByRole('button', { name: 'Toon de nieuwe rijen, kolommen en volgorde' }).click();
    await cellAt(/^Tolk en vertaling → Kosten: 1 bewering/u).waitFor();

    // Nobody has a stream when this is coded: the next page in line has asked for one, and the server not begun it.
    const codeFirst = async (route: Route) => {
      await code('objection');
      await route.continue();
    };
    await other.route('**/events?*', codeFirst, { times: 1 });
    await page.close();
    page = other;
    await cellAt(/^Alles: 43 beweringen/u).waitFor();
    expect(streams).toHaveLength(1);
  });

  it('says that the server is away, and catches up when it is back', async () => {
    await page.goto(address);
    await page.getByText('Wat anderen coderen, verschijnt hier vanzelf.').waitFor();
    await server.stop();
    await page.getByText('Geen verbinding met de server.').waitFor();
    // What is shown stays; numbers of another choice than the one made do not stand below it.
    await page.locator('.wb-matrix').waitFor();
    await page.getByText('Standpunt:').click();
    await page.getByLabel('helpt', { exact: true }).check();
    await page.getByRole('heading', { name: 'De server antwoordt niet' }).waitFor();
    await page.locator('.wb-matrix').waitFor({ state: 'detached' });
    await server.restart();
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.locator('.wb-matrix').waitFor();
    await page.getByText('Wat anderen coderen, verschijnt hier vanzelf.').waitFor();
  });

  it('shows in a cell which passage contradicts another, with the way to it', async () => {
    await page.goto(`${shortAddress}&row=voornemen&column=duration`);
    const link = page.locator('.wb-linked[data-kind="contradicts"]').first();
    await link.getByText(/^(?:Weerspreekt|Weersproken door)$/u).waitFor();
    await expect
      .poll(() => link.getByRole('link', { name: 'Open in bron' }).getAttribute('href'))
      .toContain('#waarborg=');
    await expectAccessible(page, '.wb-cell-panel');
    await link.getByRole('link', { name: /^In de matrix: / }).click();
    await page.locator('.wb-cell-panel .wb-passage').first().waitFor();
    await expect.poll(() => search().has('hide')).toBe(false);
  });

  it('folds passages that repeat a claim behind it, and unfolds them by keyboard', async () => {
    await page.goto(`${shortAddress}&row=voornemen&column=court-workload`);
    const repeats = page.locator('.wb-cell-panel .wb-repeats').first();
    const summary = repeats.locator('summary');
    await summary.waitFor();
    const count = Number(/\d+/u.exec((await summary.textContent()) ?? '')?.[0]);
    const passages = repeats.locator('.wb-passage');
    expect(await passages.first().isVisible()).toBe(false);
    await summary.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => passages.first().isVisible()).toBe(true);
    expect(await passages.count()).toBe(count);
    await expectAccessible(page, '.wb-cell-panel');
  });

  it('marks in a cell where only a norm stands against an expectation', async () => {
    await page.goto(`${shortAddress}&row=medical-check&column=vulnerable-groups`);
    const opposition = page.locator('.wb-cell-panel .wb-opposition');
    await opposition.getByText(cellMessages.nl.normAgainstExpectation).waitFor();
  });

  it('names in a disputed row who says that it is kept and who says that it is not observed', async () => {
    await page.goto(`${shortAddress}&row=medical-check&column=duration`);
    const panel = page.locator('.wb-cell-panel');
    const toRow = panel.getByRole('link', { name: /^In deze rij betwisten sprekers het feit zelf/u });
    await toRow.focus();
    await page.keyboard.press('Enter');
    const disputes = panel.locator('.wb-disputes');
    await disputes.waitFor();
    await expect
      .poll(() => disputes.locator('dt').allTextContents())
      .toEqual(['gehandhaafd', 'niet nageleefd']);
    expect((await disputes.locator('dd').allTextContents()).every((names) => names !== '')).toBe(true);
    await expectAccessible(page, '.wb-cell-panel');
  });

  it('saves the table as a picture that needs nothing else, with what is shown and no more', async () => {
    await page.goto(`${shortAddress}&stance=helps&stance=hurts`);
    await page.getByText('Exporteren:').click();
    const save = async (name: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFile(await (await download).path());
    };
    const drawing = (await save('Tabel als tekening (svg)')).toString('utf8');
    expect(drawing).not.toMatch(/var\(--|url\(http/u);
    const shown = [...drawing.matchAll(/<text[^>]*>([^<]*)/gu)].map(([, text]) => text);
    expect(shown).toEqual(
      expect.arrayContaining(['Filter: Standpunt: helpt, schaadt', ...(await rowNames())]),
    );
    expect(shown).not.toContain('Gezinshereniging en nareis');
    const all = await page.locator('.wb-total-all .wb-number').textContent();
    expect(shown).toContain(all);
    const image = await save('Tabel als afbeelding (png)');
    expect(image.toString('latin1', 0, 4)).toBe('\u0089PNG');
    await page.keyboard.press('Escape');
  });

  it('prints 30 safeguards on one page of A3, lying', async () => {
    await page.goto(address);
    for (const id of ['een', 'twee', 'drie']) {
      const label = { nl: `Waarborg ${id}`, en: `Safeguard ${id}` };
      const concept = { id, kind: 'safeguard', group: 'in-court', label, shortLabel: label };
      const body = JSON.stringify({ ...concept, definition: label, terms: [] });
      const status = await page.evaluate(async (text) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
        const path = '/api/v1/dossiers/voorbeeld/codebook/concepts';
        return (await fetch(path, { method: 'POST', headers, body: text })).status;
      }, body);
      expect(status).toBe(201);
    }
    await page.goto(address);
    await expect.poll(async () => (await rowNames()).length).toBe(30);
    const sheets = async () => {
      const printed = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const sizes = [...printed.toString('latin1').matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/gu)];
      return sizes.map(([, width, height]) => [width, height]);
    };
    expect(await sheets()).toEqual([['1191', '841']]);
    // However much there is to tell: it stands beside the rows, and takes no height from them.
    await page.emulateMedia({ media: 'print' });
    const [story, table] = await Promise.all(
      ['.wb-story', '.wb-matrix'].map((part) => page.locator(part).boundingBox()),
    );
    expect(story?.y).toBeCloseTo(table?.y ?? 0, 0);
    expect(story?.x).toBeGreaterThan((table?.x ?? 0) + (table?.width ?? 0));
    expect(await page.locator('.wb-controls-button').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.goto(`${address}?to=2026-02&vs.from=2026-03`);
    await expect.poll(async () => (await rowNames()).length).toBe(30);
    expect(await sheets()).toEqual([['1191', '841']]);
  });

  it('prints what it is filtered on, and no button that nobody can press on paper', async () => {
    const countPrinted = async (name: string) => {
      const button = page.getByRole('button', { name });
      await button.last().waitFor();
      await page.emulateMedia({ media: 'print' });
      const printed = await button.count();
      await page.emulateMedia({ media: null });
      return printed;
    };
    await page.goto(`${address}?q=nergens`);
    await page.getByRole('heading', { name: 'Geen bewering past bij deze filters' }).waitFor();
    expect(await countPrinted('Verwijder filter Zoek: nergens')).toBe(1);
    expect(await countPrinted('Wis alle filters')).toBe(0);
    await page.goto(`${address}?row=voornemen&column=cost`);
    expect(await countPrinted('Alle passages naar opzet')).toBe(0);
    await page.goto(address);
    const others = page
      .locator('.wb-story')
      .getByRole('button', { name: /^en \d+ andere$/u })
      .first();
    await others.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await others.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('none');
    await page.emulateMedia({ media: null });
  });

  it('leads to what each article does, and from each number there to its passages', async () => {
    await page.goto(address);
    await page.locator('#content').getByRole('link', { name: 'Per artikel' }).click();
    const article = page.getByRole('region', { name: 'art. I, onderdeel C' });
    await article.getByRole('columnheader', { name: 'Het artikel aangenomen' }).waitFor();
    await expectAccessibleInBothThemes(page);
    const number = article.getByRole('link', { name: 'Werklast rechtspraak: 4 beweringen' });
    await number.click();
    await page.getByRole('heading', { name: 'Voornemen en zienswijze → Werklast rechtspraak' }).waitFor();
    await page.locator('.wb-cell-panel').getByText('4 beweringen').waitFor();
    await expect.poll(() => search().get('provision')).toBe('art. I, onderdeel C');
    await page.goBack();
    await page.setViewportSize({ width: 320, height: 640 });
    await number.waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('stays within a window of 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${address}?to=2026-02&vs.from=2026-03`);
    await page.locator('.wb-matrix tfoot .wb-number').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('comes to an open cell below the table when its address is loaded anew, and beside it leaves the reader alone', async () => {
    const open = `${address}?row=voornemen&column=duration`;
    const title = page.locator('#cell-title');
    const passage = page.locator('.wb-cell-panel blockquote').first();
    const shown = page.locator('.wb-matrix [aria-current="true"]');
    const focused = () => page.evaluate(() => document.activeElement?.id);
    for (const height of [640, 200]) {
      await page.setViewportSize({ width: 320, height });
      await page.goto(open);
      for (const _ of ['first', 'anew']) {
        await passage.waitFor();
        await page.locator('.wb-total-all .wb-number').waitFor();
        await expect.poll(async () => (await title.boundingBox())?.y).toBeCloseTo(16, 0);
        await expect.poll(focused).toBe('cell-title');
        const isInSight = async () => {
          const { x = -1 } = (await shown.boundingBox()) ?? {};
          return x > 0 && x < 300;
        };
        await expect.poll(isInSight).toBe(true);
        await page.reload();
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(open);
    await passage.waitFor();
    expect(await focused()).toBe('');
  });

  it('names in the tab the number that is open', async () => {
    await page.goto(`${address}?row=voornemen&column=duration`);
    await page.getByRole('heading', { name: 'Voornemen en zienswijze → Doorlooptijd' }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^Voornemen en zienswijze → Doorlooptijd · Matrix · /u);
  });

  it('keeps its controls behind one button there, which says what they are set to', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${shortAddress}&stance=helps`);
    const button = page.getByRole('button', { name: 'Weergave en filters: waarborg × gevolg, 1 filter' });
    await page.getByRole('button', { name: 'Verwijder filter Standpunt: helpt' }).waitFor();
    expect(await page.getByLabel('Rijen:').isVisible()).toBe(false);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Rijen:').selectOption('speaker');
    await page.getByRole('button', { name: /^Weergave en filters: spreker × gevolg/u }).waitFor();
    await page.locator('.wb-total-all').waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // What stands in the empty field is read whole.
    const { room, words } = await page.getByPlaceholder('Woorden in passage').evaluate((field) => {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen || !(field instanceof HTMLInputElement)) throw new Error('no field');
      pen.font = font;
      const room =
        field.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
      return { room, words: pen.measureText(field.placeholder).width };
    });
    expect(room).toBeGreaterThan(words);
    await expectAccessibleInBothThemes(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('says in a dossier without claims what to do first, with the way to it', async () => {
    const { api, token } = await server.createToken('nieuw@example.org', 'leeg');
    await page.context().setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    await page.goto(`${new URL(api).origin}/dossiers/leeg`);
    const steps = page.getByRole('region', { name: 'Dit dossier heeft nog geen beweringen' });
    const links = steps.getByRole('link');
    await links.first().waitFor();
    await expect
      .poll(() => links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
      .toEqual([
        '/dossiers/leeg/codeboek',
        '/device',
        '/dossiers/leeg/documenten',
        '/dossiers/leeg/uitwisselen',
        '/dossiers/leeg/leden',
      ]);
    await expectAccessible(page);
  });

  it('names the articles for which a page has no room, and tells of one when it is opened', async () => {
    const { token } = await server.createToken('artikelen@example.org', 'artikelen');
    const safeguards = defaultCodebook.concepts.filter(({ kind }) => kind === 'safeguard');
    const lines = ['art. I', 'art. II'].flatMap((provision) =>
      stages.flatMap((stage) =>
        measures.flatMap((measure) =>
          safeguards.map(({ id: safeguard }) => ({ provision, stage, measure, safeguard })),
        ),
      ),
    );
    expect(lines.length).toBeGreaterThan(1_000);
    const rest = { impact: 'cost', direction: 'unclear', basis: 'finding' } as const;
    await bringPassages(
      `${server.address}/api/v1/dossiers/artikelen`,
      token,
      lines.map((line, place) => ({ exact: `Zin ${place} van het stuk.`, coding: { ...line, ...rest } })),
    );
    await page.context().setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    await page.goto(`${server.address}/dossiers/artikelen/artikelen`);
    const article = (name: string) => page.getByRole('region', { name, exact: true });
    await article('art. I').getByRole('link', { name: 'Kosten: 1 bewering' }).first().waitFor();
    expect(await article('art. II').getByRole('link').count()).toBe(0);
    await article('art. II').locator('summary').focus();
    await page.keyboard.press('Enter');
    await article('art. II').getByRole('link', { name: 'Kosten: 1 bewering' }).first().click();
    await page.locator('.wb-cell-panel').getByText('1 bewering').waitFor();
    await expect.poll(() => search().get('provision')).toBe('art. II');
  });

  it('says beside a filter on dates how many documents have none, since two periods are then not the whole', async () => {
    const { token } = await server.createToken('datums@example.org', 'datums');
    const coding = { safeguard: 'voornemen', direction: 'unclear', basis: 'finding' } as const;
    await bringPassages(`${server.address}/api/v1/dossiers/datums`, token, [{ exact: 'Een zin.', coding }]);
    await page.context().setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    const ofDates = `${server.address}/dossiers/datums`;
    const undated = page.getByText('1 document zonder datum valt buiten elke periode');
    await page.goto(`${ofDates}?to=2026-01-14&vs.from=2026-01-15`);
    await expect.poll(() => undated.count()).toBe(2);
    await page.goto(`${ofDates}?stance=none`);
    await page.getByRole('button', { name: 'Verwijder filter Standpunt: geen standpunt' }).waitFor();
    expect(await undated.count()).toBe(0);
  });
});
