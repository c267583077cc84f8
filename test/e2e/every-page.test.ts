import { webMessages } from '@waarborg/shared/messages/web';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';

/*
 * What holds for every page of the example dossier: it begins all at once, it fits a narrow screen, whoever comes to it
 * by a link is at its content, and whoever deletes something keeps their place. And the page of its settings, on which
 * it is deleted.
 */

declare global {
  interface Window {
    /** What moved while the page was being drawn, as Chromium counts it. */
    shifts: { value: number; moved: string[] }[];
    /** What was asked of the API and not read, since the page began. */
    unread: string[];
  }
}

/** Below it nobody sees that anything moved; Chromium calls 0.1 good. */
const seenShift = 0.01;

let pages: ExamplePages;
let page: Page;
let links: string[];

beforeAll(async () => {
  pages = await openExamplePages({ width: 1280, height: 900 });
  ({ page } = pages);
  await page.addInitScript(() => {
    window.shifts = [];
    window.unread = [];
    const ask = window.fetch;
    window.fetch = async (input, init) => {
      window.unread.push(String(input));
      const answer = await ask(input, init);
      const read = answer.json.bind(answer);
      answer.json = () => {
        window.unread.splice(window.unread.indexOf(String(input)), 1);
        return read();
      };
      return answer;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null }[];
      })[]) {
        const moved = entry.sources.map(({ node }) => node?.className ?? '');
        if (!entry.hadRecentInput) window.shifts.push({ value: entry.value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const navigation = page.locator('.wb-header-navigation a');
  await navigation.first().waitFor();
  const own = await navigation.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  links = ['/dossiers', ...own, '/account', '/device', '/bestaat-niet'];
});
afterAll(async () => {
  await pages?.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const status = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

/** Opens a page anew, and waits until it is whole and was drawn. */
async function open(path: string): Promise<void> {
  await page.goto(pages.server.address + path);
  await page.locator('main:not([data-arriving]) h1').waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
}

/** A node as the debugger tells it, with what the browser itself puts into fields. */
interface FoundNode {
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly FoundNode[];
  readonly shadowRoots?: readonly FoundNode[];
}

/** What stands in empty fields. */
function findPlaceholders(node: FoundNode): FoundNode[] {
  if (node.attributes?.includes('-webkit-input-placeholder')) return [node];
  return [...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(findPlaceholders);
}

/** What stands in empty fields and is cut off at its end: only the debugger sees the room that the browser leaves it. */
async function findCutWords(): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const cut = [];
  for (const { nodeId } of findPlaceholders(root)) {
    const { object } = await session.send('DOM.resolveNode', { nodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration:
        "function () { return this.scrollWidth > this.clientWidth ? this.textContent : ''; }",
    });
    if (result.value !== '') cut.push(result.value);
  }
  await session.detach();
  return cut;
}

/** Fails where a page does not fit a screen of 320 CSS pixels, or words in a field do not; leaves the window as it was. */
async function expectNarrow(): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: page.url() })
    .toBe(320);
  expect(await findCutWords(), page.url()).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** What the server answers its local visitor, who asks from the page that is open. */
async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, content?: object) {
  const question = { path, method, body: JSON.stringify(content) };
  const { status, text } = await page.evaluate(async ({ path, method, body }) => {
    const headers = { 'content-type': 'application/json', 'if-match': '*' };
    const answer = await fetch(path, { method, headers, body });
    return { status: answer.status, text: await answer.text() };
  }, question);
  expect(status, `${method} ${path}: ${text}`).toBeLessThan(300);
  return text === '' ? undefined : JSON.parse(text);
}

const follow = (name: string) =>
  page.locator('.wb-header-navigation').getByRole('link', { name, exact: true }).press('Enter');

describe('every page', () => {
  it('has a family of letters for each of its font files, and draws what Dutch does not have by the second', async () => {
    await open('/dossiers');
    const families = await page.evaluate(() => [...document.fonts].map(({ family }) => family));
    expect(families).toHaveLength(2);
    expect(new Set(families).size).toBe(2);
    await page.locator('h1').evaluate((title) => {
      title.textContent = 'Łukasz Kőszegi';
    });
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
    const isOurs = async () => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      return fonts.every(({ isCustomFont }) => isCustomFont);
    };
    await expect.poll(isOurs).toBe(true);
    await session.detach();
  });

  it('begins all at once, and fits a screen of 320 pixels', async () => {
    for (const path of links) {
      await open(path);
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      expect(sum, `${path}: ${JSON.stringify(shifts)}`).toBeLessThan(seenShift);
      await expectNarrow();
    }
  });

  it('fits that screen with words that are wider', async () => {
    const dossier = '/api/v1/dossiers/voorbeeld';
    await open('/dossiers/voorbeeld/documenten');
    const [document] = (await ask('GET', `${dossier}/documents`)).documents;
    const [group] = (await ask('GET', `${dossier}/codebook`)).groups;
    const { revision: _, ...settings } = await ask('GET', `${dossier}/settings`);
    const rename = async (say: (name: string) => string) => {
      await ask('PUT', `${dossier}/documents/${document.id}`, { title: say(document.title) });
      const label = { nl: say(group.label.nl), en: say(group.label.en) };
      await ask('PUT', `${dossier}/codebook/groups/${group.id}`, { label });
      await ask('PUT', `${dossier}/settings`, { ...settings, title: say(settings.title) });
    };
    await rename(() => 'arbeidsongeschiktheidsverzekeringsmaatschappij');
    const one = `/dossiers/voorbeeld/documenten?document=${document.id}`;
    for (const path of [one, ...links.filter((link) => link.startsWith('/dossiers'))]) {
      await open(path);
      await expectNarrow();
    }
    await rename((name) => name);
  });

  it('reads everything that it asks for, also what it asks for before its own code is here', async () => {
    for (const path of links) {
      await open(path);
      await expect.poll(() => page.evaluate(() => window.unread), { message: path }).toEqual([]);
    }
  });

  it('names its own script where the browser reads it first', async () => {
    for (const path of links.filter((link) => link.startsWith('/dossiers/'))) {
      await open(path);
      const loaded = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .flatMap(({ name }) => name.match(/\/assets\/.*-page-.*\.js$/u) ?? []),
      );
      expect(loaded, path).not.toEqual([]);
      const html = await (await fetch(pages.server.address + path)).text();
      for (const script of loaded) expect(html, path).toContain(`href="${script}"`);
    }
  });

  it('breaks no rule of axe in either theme where somebody is asked something, or told that it is not here', async () => {
    await open('/dossiers');
    const publications = '/api/v1/dossiers/voorbeeld/publications';
    const publish = async (rest: object) => {
      const copy = { title: 'Stand van vandaag', acceptedOnly: false, view: {}, ...rest };
      return (await ask('POST', publications, copy)) as { id: string; link: string };
    };
    const embargoed = await publish({ embargo: '2999-01-01T09:00:00Z' });
    const withdrawn = await publish({});
    await ask('DELETE', `${publications}/${withdrawn.id}`);
    const { user_code } = await ask('POST', '/api/auth/device/code', { client_id: 'waarborg-extension' });
    const asking = [user_code, 'AAAA-AAAA'].map((code) => `/device?user_code=${code}`);
    const team = ['/dossiers/voorbeeld/leden', '/dossiers/voorbeeld/publiceren'];
    const copies = [embargoed, withdrawn].map(({ link }) => new URL(link).pathname);
    for (const path of [...asking, ...team, ...copies, '/bestaat-niet']) {
      await open(path);
      await expectAccessibleInBothThemes(page);
      await expectNarrow();
    }
  });

  it('keeps the links of its head on one line at 400 %, beside a scroll bar too', async () => {
    await open('/dossiers/voorbeeld/leden');
    await page.getByRole('link', { name: 'Account' }).waitFor();
    await page.setViewportSize({ width: 305, height: 256 });
    const tops = () =>
      page
        .locator('.wb-product, .wb-header-end')
        .evaluateAll((parts) => [
          ...new Set(parts.map((part) => Math.round(part.getBoundingClientRect().top))),
        ]);
    await expect.poll(tops).toHaveLength(1);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('speaks English to whoever reads it, from texts of which a Dutch reader loads none', async () => {
    const context = await pages.browser.newContext({ locale: 'en-GB' });
    const english = await context.newPage();
    const asked: string[] = [];
    english.on('request', (request) => asked.push(request.url()));
    for (const path of links) {
      await english.goto(pages.server.address + path);
      await english.locator('main:not([data-arriving]) h1').waitFor({ state: 'attached' });
      expect(await english.locator('html').getAttribute('lang'), path).toBe('en');
      await english.getByRole('button', { name: 'NL: Nederlands', pressed: false }).waitFor();
    }
    await english.getByRole('heading', { name: webMessages.en.notFoundTitle, level: 1 }).waitFor();
    const texts = asked.find((address) => address.includes('/assets/english-texts')) ?? '';
    expect(texts).not.toBe('');
    await open('/dossiers');
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded).not.toContain(texts);
    await context.close();
  });

  it('stays Dutch where the English texts do not come, and says so', async () => {
    const context = await pages.browser.newContext({ locale: 'en-GB' });
    const cutOff = await context.newPage();
    await cutOff.route('**/assets/english-texts*', (route) => route.abort());
    await cutOff.goto(`${pages.server.address}/dossiers`);
    await cutOff.getByRole('heading', { name: webMessages.nl.dossiersTitle, level: 1 }).waitFor();
    const choose = cutOff.getByRole('button', { name: 'EN: English' });
    await choose.press('Enter');
    await cutOff.getByRole('alert').filter({ hasText: webMessages.nl.unreachableTitle }).waitFor();
    await expectAccessible(cutOff);
    await cutOff.unroute('**/assets/english-texts*');
    await choose.press('Enter');
    await cutOff.getByRole('heading', { name: webMessages.en.dossiersTitle, level: 1 }).waitFor();
    await expect.poll(() => cutOff.getByRole('alert').count()).toBe(0);
    await context.close();
  });

  it('has its scripts compiled while they arrive, and not when each function is called first', async () => {
    for (const path of ['/dossiers', '/dossiers/voorbeeld/grafieken']) {
      const html = await (await fetch(pages.server.address + path)).text();
      const scripts = html.match(/\/assets\/(?:index|start|common|[a-z-]+-page)-[^"]+\.js/gu) ?? [];
      expect(scripts.length, path).toBeGreaterThan(2);
      for (const script of scripts) {
        const text = await (await fetch(pages.server.address + script)).text();
        expect(text.startsWith('//# allFunctionsCalledOnLoad\n'), script).toBe(true);
      }
    }
  });

  it('has whoever comes by a link at its content', async () => {
    await open('/dossiers/voorbeeld/leden');
    await follow('Sprekers');
    await page.getByRole('heading', { name: 'Sprekers', level: 1 }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

describe('the page of settings', () => {
  it('gives the dossier another title and says of what no text is kept, and takes it back', async () => {
    await follow('Instellingen');
    const title = page.getByLabel('Titel van het dossier');
    const before = await title.inputValue();
    await title.fill('');
    await button('Bewaar').press('Enter');
    await page.getByText('Geef het dossier een titel.').waitFor();
    await title.fill('Wetsvoorstel toelating');
    await page.getByLabel('Pers').check();
    await expectAccessibleInBothThemes(page);
    await button('Bewaar').press('Enter');
    await status('De instellingen zijn bewaard.');
    await page.locator('.wb-header-dossier', { hasText: 'Wetsvoorstel toelating' }).waitFor();
    await button('Maak ongedaan').press('Enter');
    await status('De wijziging is ongedaan gemaakt.');
    await expect.poll(() => title.inputValue()).toBe(before);
    await expect.poll(() => page.getByLabel('Pers').isChecked()).toBe(false);
  });

  it('deletes the dossier once its title is typed, tells whoever looks at it, and brings it back', async () => {
    const other = await page.context().newPage();
    await other.goto(`${pages.server.address}/dossiers/voorbeeld/sprekers`);
    await other.getByRole('heading', { name: 'Sprekers', level: 1 }).waitFor();
    // A page that stays as it is while others work.
    const still = await page.context().newPage();
    await still.goto(`${pages.server.address}/dossiers/voorbeeld/geschiedenis`);
    await still.getByRole('heading', { name: 'Geschiedenis', level: 1 }).waitFor();
    const confirmation = page.getByLabel('Typ ter bevestiging de titel');
    await confirmation.fill('Een ander dossier');
    await button('Verwijder dit dossier').press('Enter');
    await page.getByText('Dit is niet de titel van dit dossier.').waitFor();
    await expectAccessibleInBothThemes(page);
    await confirmation.fill(await page.getByLabel('Titel van het dossier').inputValue());
    await button('Verwijder dit dossier').press('Enter');
    await page.getByRole('heading', { name: 'Verwijderde dossiers' }).waitFor();
    await expectAccessibleInBothThemes(page);
    await other.getByRole('heading', { name: 'Dit dossier is er niet' }).waitFor();
    await still.getByRole('heading', { name: 'Dit dossier is er niet' }).waitFor();
    await still.close();
    await page.getByRole('button', { name: 'Haal terug' }).press('Enter');
    await page.getByText('staat weer bij uw dossiers').waitFor();
    await other.getByRole('button', { name: 'Probeer opnieuw' }).press('Enter');
    await other.getByRole('heading', { name: 'Sprekers', level: 1 }).waitFor();
    await other.close();
  });
});
