import { findFreePort } from '@waarborg/server/find-free-port';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { openPlainChromium, type PlainChromium } from '../helpers/plain-chromium.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';

/*
 * A team's road through the pages about people: an invitation, an account made with it, a passkey, a token, roles,
 * removal, a password set anew. A server for a team, reached under a name, since passkeys are bound to names.
 */

const owner = { email: 'olga@example.nl', name: 'olga@example.nl' };
const guest = { email: 'gijs@example.nl', name: 'Gijs Gast', password: 'een-zin-van-woorden' };
const slug = 'teamdossier';

let server: RunningServer;
let address: string;
let browser: PlainChromium;

beforeAll(async () => {
  const port = await findFreePort();
  address = `http://localhost:${port}`;
  const team = { HOST: '0.0.0.0', PORT: String(port), PUBLIC_URL: address, TRUSTED_PROXIES: '1' };
  server = await startServer(team);
  browser = await openPlainChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

let visitors = 0;
/** A browser of somebody who reads Dutch, at an address of its own: from one address few may sign in at once. */
function newVisitor(options: { colorScheme?: 'light' | 'dark' } = {}): Promise<BrowserContext> {
  const extraHTTPHeaders = { 'x-forwarded-for': `192.0.2.${++visitors}` };
  return browser.newContext({ locale: 'nl-NL', extraHTTPHeaders, ...options });
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${address}/aanmelden?next=/dossiers/${slug}/leden`);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
}

/** A device with which its user proves to be there, by a PIN or a finger. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

/** Where the first steps of a dossier without claims lead to. */
async function firstSteps(page: Page): Promise<(string | null)[]> {
  await page.goto(`${address}/dossiers/${slug}`);
  const steps = page.getByRole('region', { name: 'Dit dossier heeft nog geen beweringen' });
  await steps.waitFor();
  return steps.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}

describe('people of a team', () => {
  let ownerPage: Page;
  let guestPage: Page;
  let link = '';
  const ownerPassword = 'een-zin-voor-olga';

  it('an owner sets a first password, signs in with it, and makes an invitation', async () => {
    const { link: first } = JSON.parse(await server.admin('create-user', '--user', owner.email));
    await server.createToken(owner.email, slug);
    await server.admin('set-role', '--user', owner.email, '--dossier', slug, '--role', 'owner');
    ownerPage = await (await newVisitor()).newPage();
    await ownerPage.goto(first);
    await ownerPage.getByLabel('Nieuw wachtwoord').fill(ownerPassword);
    await ownerPage.getByRole('button', { name: 'Stel wachtwoord in' }).click();
    await ownerPage.getByText('Uw nieuwe wachtwoord geldt vanaf nu.').waitFor();
    await ownerPage.goto(`${address}/aanmelden`);
    await ownerPage.getByRole('button', { name: 'Aanmelden met een passkey' }).waitFor();
    await expectAccessibleInBothThemes(ownerPage);
    await signIn(ownerPage, owner.email, ownerPassword);
    await ownerPage.getByRole('heading', { name: 'Leden', level: 1 }).waitFor();
    await ownerPage.getByLabel('Rol', { exact: true }).selectOption('reviewer');
    await ownerPage.getByLabel('E-mailadres').fill('geen adres');
    await ownerPage.getByRole('button', { name: 'Maak link' }).press('Enter');
    await ownerPage.locator('input[name="email"][aria-invalid]:focus').fill('');
    await ownerPage.getByRole('button', { name: 'Maak link' }).click();
    const secret = ownerPage.locator('.wb-secret code');
    await secret.waitFor();
    link = (await secret.textContent()) ?? '';
    expect(link).toContain(`${address}/uitnodiging#wbi_`);
    await expectAccessibleInBothThemes(ownerPage);
  });

  it('who is signed in sees as whom, and can take an invitation with another account', async () => {
    const page = await ownerPage.context().newPage();
    await page.goto(link);
    await page.getByText(`U bent aangemeld als ${owner.name}.`).waitFor();
    await page.getByRole('button', { name: 'Gebruik een ander account' }).click();
    await page.getByRole('link', { name: 'Ik heb al een account' }).waitFor();
    await page.getByRole('button', { name: 'Maak account en doe mee' }).waitFor();
    await page.close();
    await signIn(ownerPage, owner.email, ownerPassword);
    await ownerPage.getByRole('heading', { name: 'Leden', level: 1 }).waitFor();
  });

  it('a guest sees what is offered, makes an account, and is in the dossier', async () => {
    guestPage = await (await newVisitor()).newPage();
    // A link cut short, and then the whole one in the same tab, which changes the fragment alone.
    await guestPage.goto(link.slice(0, -8));
    await guestPage.getByText('Deze uitnodiging bestaat niet.').waitFor();
    await guestPage.goto(link);
    await guestPage.getByText(`nodigt u uit om als codeur`).waitFor();
    await expect.poll(() => guestPage.url()).toBe(`${address}/uitnodiging`);
    // The place of a skip link is no secret.
    await guestPage.goto(`${address}/uitnodiging#content`);
    await guestPage.reload();
    await guestPage.getByText(`nodigt u uit om als codeur mee te werken aan ‘${slug}’`).waitFor();
    await expectAccessibleInBothThemes(guestPage);
    await guestPage.getByRole('button', { name: 'Maak account en doe mee' }).click();
    await guestPage.getByText('Geef een naam.').waitFor();
    await guestPage.getByLabel('Uw naam').fill(guest.name);
    await guestPage.getByLabel('E-mailadres').fill(guest.email);
    await guestPage.getByLabel('Nieuw wachtwoord').fill(guest.password);
    await guestPage.keyboard.press('Enter');
    await guestPage.waitForURL(`${address}/dossiers/${slug}`);
    // Who may not invite is not told to.
    const pagesOfCoder = ['codeboek', 'documenten', 'uitwisselen'].map((page) => `/dossiers/${slug}/${page}`);
    await expect.poll(() => firstSteps(guestPage)).toEqual(pagesOfCoder.toSpliced(1, 0, '/device'));
    await guestPage.getByRole('link', { name: 'Leden', exact: true }).click();
    await guestPage.getByRole('rowheader', { name: guest.name }).waitFor();
    await expectAccessible(guestPage);
    expect(await guestPage.getByRole('heading', { name: 'Uitnodigingen' }).count()).toBe(0);
    await guestPage.getByRole('link', { name: 'Codeboek' }).click();
    await guestPage.getByText('U bent codeur.').waitFor();
    await guestPage.getByRole('heading', { name: 'Rechtsbijstand' }).waitFor();
    expect(await guestPage.getByRole('button', { name: /^Wijzig/u }).count()).toBe(0);
  });

  it('a passkey is added, named anew, and signs in', async () => {
    await addAuthenticator(guestPage);
    await guestPage.getByRole('link', { name: 'Account' }).click();
    await guestPage.getByLabel('Naam van de passkey').fill('Laptop');
    await guestPage.getByRole('button', { name: 'Voeg een passkey toe' }).click();
    await guestPage.getByText('De passkey is toegevoegd.').waitFor();
    await guestPage.getByRole('button', { name: 'Hernoem passkey ‘Laptop’' }).click();
    await guestPage.locator('.wb-rows').getByLabel('Naam van de passkey').fill('Werklaptop');
    await guestPage.getByRole('button', { name: 'Bewaar' }).click();
    await guestPage.locator('.wb-rows').getByText('Werklaptop').waitFor();
    await expectAccessible(guestPage);
    await guestPage.getByRole('button', { name: 'Afmelden' }).click();
    // The browser answers only the page in front.
    await guestPage.bringToFront();
    await guestPage.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
    await guestPage.waitForURL((url) => url.pathname === `/dossiers/${slug}`);
    await guestPage.getByRole('link', { name: 'Account' }).click();
    await guestPage.getByRole('heading', { name: `Account van ${guest.name}` }).waitFor();
  });

  it('a token is made, works, and ends when it is revoked', async () => {
    await guestPage.getByLabel('Naam', { exact: true }).fill('Export');
    await guestPage.getByRole('button', { name: 'Maak token' }).click();
    const token = (await guestPage.locator('.wb-secret code').textContent()) ?? '';
    const ask = async () =>
      (
        await fetch(`${server.address}/api/v1/dossiers/${slug}`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await ask()).toBe(200);
    await guestPage.getByRole('button', { name: 'Trek in: token ‘Export’' }).click();
    await guestPage.getByText('‘Export’ intrekken?').waitFor();
    await guestPage.keyboard.press('Enter');
    await guestPage.getByText('Het token opent vanaf nu niets meer.').waitFor();
    expect(await ask()).toBe(401);
  });

  it('an owner sees where she is signed in, signs the other browser out by keyboard, and keeps her password', async () => {
    const other = await (await newVisitor()).newPage();
    await signIn(other, owner.email, ownerPassword);
    await other.getByRole('heading', { name: 'Leden', level: 1 }).waitFor();
    await other.getByRole('link', { name: 'Instellingen', exact: true }).click();
    await other.getByLabel('Titel van het dossier').fill('Halverwege');
    await ownerPage.goto(`${address}/account`);
    const sessions = ownerPage.getByRole('region', { name: 'Waar u bent aangemeld' }).last();
    await sessions
      .getByRole('rowheader', { name: /^Chrome op / })
      .nth(1)
      .waitFor();
    await expectAccessible(ownerPage);
    await sessions.getByRole('button', { name: /^Meld af: Chrome op / }).focus();
    await ownerPage.keyboard.press('Enter');
    await ownerPage.getByText('Die browser is afgemeld.').waitFor();
    await expect.poll(() => sessions.getByRole('rowheader').count()).toBe(1);
    // What was being typed there stays until its writer is back.
    await other.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await other.getByRole('alert').filter({ hasText: 'Meld u in een ander tabblad aan' }).waitFor();
    expect(await other.getByLabel('Titel van het dossier').inputValue()).toBe('Halverwege');
    other.once('dialog', (dialog) => void dialog.accept());
    await other.goto(`${address}/account`);
    await other.getByRole('heading', { name: 'U bent niet aangemeld' }).waitFor();
    await ownerPage.getByLabel('Huidig wachtwoord').fill(ownerPassword);
    await ownerPage.getByLabel('Nieuw wachtwoord').fill('Waarborg2026');
    await ownerPage.keyboard.press('Enter');
    await ownerPage.getByText('Dit is te makkelijk te raden').waitFor();
    await expectAccessible(ownerPage);
  });

  it('who may not decide about codings reads how many wait for whoever may', async () => {
    await server.admin('set-role', '--user', guest.email, '--dossier', 'voorbeeld', '--role', 'reviewer');
    await guestPage.goto(`${address}/dossiers/voorbeeld/nakijken`);
    await guestPage.getByText('6 coderingen wachten op een redacteur.').waitFor();
    expect(await guestPage.getByText('te gaan').count()).toBe(0);
    await guestPage.goto(`${address}/dossiers/${slug}`);
  });

  it('an owner changes a role and removes a member, by keyboard, and keeps the last owner', async () => {
    await ownerPage.goto(`${address}/dossiers/${slug}/leden`);
    const role = ownerPage.getByLabel(`Rol van ${guest.name}`);
    await role.selectOption('reader');
    await ownerPage.getByText(`${guest.name} is nu lezer.`).waitFor();
    await expect.poll(() => firstSteps(guestPage)).toEqual([`/dossiers/${slug}/codeboek`]);
    await guestPage.getByRole('link', { name: 'Opzet', exact: true }).click();
    await guestPage.getByText('Dit dossier heeft nog geen opzet.').waitFor();
    await guestPage.getByText('Een codeur, redacteur of eigenaar van dit dossier kan er een').waitFor();
    await expect.poll(() => guestPage.getByText('Passages voegt u toe').count()).toBe(0);
    await role.selectOption('curator');
    await ownerPage.getByText(`${guest.name} is nu redacteur.`).waitFor();
    const own = ownerPage.getByLabel(`Rol van ${owner.name}`);
    await own.selectOption('curator');
    await ownerPage.getByText('U bent dan geen eigenaar meer').waitFor();
    await expectAccessible(ownerPage);
    await own.press('Escape');
    expect(await own.inputValue()).toBe('owner');
    await own.selectOption('reader');
    await ownerPage.getByRole('button', { name: 'Word lezer' }).press('Enter');
    await ownerPage.getByText('Een dossier houdt ten minste één eigenaar.').waitFor();
    await ownerPage.getByRole('button', { name: `Verwijder ${guest.name} uit het dossier` }).focus();
    await ownerPage.keyboard.press('Enter');
    await ownerPage.getByText('De toegang eindigt direct; het werk blijft.').waitFor();
    await ownerPage.keyboard.press('Enter');
    await ownerPage.getByText(`${guest.name} is geen lid meer.`).waitFor();
    await guestPage.goto(`${address}/dossiers/${slug}`);
    await guestPage.getByRole('heading', { name: 'Dit dossier is er niet' }).waitFor();
  });

  it('a password is set anew once with the link of an administrator', async () => {
    const reset = JSON.parse(await server.admin('reset-link', '--user', guest.email)).link;
    const page = await (await newVisitor({ colorScheme: 'dark' })).newPage();
    await page.goto(reset.slice(0, -8));
    await page.getByLabel('Nieuw wachtwoord').fill('een-zin-voor-niets');
    await page.goto(reset);
    await expect.poll(() => page.getByLabel('Nieuw wachtwoord').inputValue()).toBe('');
    await page.getByLabel('Nieuw wachtwoord').fill('een-heel-nieuwe-zin');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Stel wachtwoord in' }).click();
    await page.getByText('Uw nieuwe wachtwoord geldt vanaf nu.').waitFor();
    await guestPage.goto(`${address}/account`);
    await guestPage.getByRole('heading', { name: 'U bent niet aangemeld' }).waitFor();
    await signIn(page, guest.email, 'een-heel-nieuwe-zin');
    await page.getByRole('heading', { name: 'Dit dossier is er niet' }).waitFor();
    await page.goto(`${address}/account`);
    await page.getByRole('heading', { name: `Account van ${guest.name}` }).waitFor();
    await expectAccessible(page);
  });

  it('who asks for it is forgotten', async () => {
    const page = await (await newVisitor()).newPage();
    await signIn(page, guest.email, 'een-heel-nieuwe-zin');
    await page.getByRole('heading', { name: 'Dit dossier is er niet' }).waitFor();
    await page.goto(`${address}/account`);
    await page.getByLabel(`Typ uw naam (${guest.name}) om te bevestigen`).fill(guest.name);
    await page.getByRole('button', { name: 'Wis mijn gegevens' }).click();
    await page.waitForURL(`${address}/aanmelden`);
    await signIn(page, guest.email, 'een-heel-nieuwe-zin');
    await page.getByText('Dit e-mailadres en wachtwoord horen niet bij elkaar.').waitFor();
  });
});
