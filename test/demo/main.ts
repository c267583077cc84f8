/*
 * `npm run demo`: the server on its usual port, and a Chromium with the extension, signed in to the
 * example dossier, at one of its papers. What is coded in it is kept where `npm start` keeps it.
 */
import path from 'node:path';
import process from 'node:process';
import { builtExtension } from '../helpers/built-extension.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { connectChromium } from '../helpers/connect-extension.ts';
import { exampleDossier } from '../helpers/example-dossier.ts';
import { startServer } from '../helpers/running-server.ts';

const example = exampleDossier.title;
const hasWindow = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const server = await startServer({
  PORT: process.env.PORT ?? '8787',
  HOST: '127.0.0.1',
  DATA_DIR: path.resolve(process.env.DATA_DIR ?? 'data'),
}).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const browser = await launchChromium({ extensionPath: builtExtension('chrome'), hasWindow });
await connectChromium(browser, { server: server.address, dossier: example, site: '127.0.0.1' });
const page = await browser.context.newPage();
await page.goto(`${server.address}/voorbeeld/memorie-van-toelichting.html`);
await browser.clickAction(page);

console.log(
  hasWindow
    ? 'Selecteer woorden in het stuk en codeer ze met de werkbalk die verschijnt.'
    : 'Er is geen beeldscherm: de demo draait zonder venster.',
);
console.log(
  `De matrix: ${server.address}/dossiers/voorbeeld\nStoppen: sluit het venster, of druk op Ctrl+C.`,
);

// Ctrl+C closes the browser first.
await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
await server.close();
process.exit();
