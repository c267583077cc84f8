import { defineCatalogue } from './catalogue.ts';

/** What the server prints for whoever starts it. */
export const serverMessages = defineCatalogue(
  {
    started: (address: string) => `
  Waarborg draait. Open in uw browser:

      ${address}

  U ziet de waarborgmatrix van een voorbeelddossier. Zelf passages markeren:

  1. Chromium, Chrome of Edge: open chrome://extensions, zet ‘Ontwikkelaarsmodus’ aan,
     kies ‘Uitgepakte extensie laden’ en wijs de map extension/.output/chrome-mv3 aan.
     Firefox: open about:debugging, kies ‘Deze Firefox’ en ‘Tijdelijke add-on laden’,
     en wijs extension/.output/firefox-mv3/manifest.json aan.
  2. De extensie opent een welkomstpagina die u verder helpt.

  Stoppen: Ctrl+C. Alles wat u opslaat, blijft bewaard.
`,
    portTaken: (port: number) =>
      `poort ${port} is al in gebruik. Draait Waarborg al? Stop dat eerst, of kies een andere poort: PORT=8788 npm start`,
  },
  {
    started: (address: string) => `
  Waarborg is running. Open in your browser:

      ${address}

  You see the safeguard-impact matrix of an example dossier. To mark passages yourself:

  1. Chromium, Chrome or Edge: open chrome://extensions, switch ‘Developer mode’ on,
     choose ‘Load unpacked’ and point to the folder extension/.output/chrome-mv3.
     Firefox: open about:debugging, choose ‘This Firefox’ and ‘Load Temporary Add-on’,
     and point to extension/.output/firefox-mv3/manifest.json.
  2. The extension opens a welcome page that helps you on.

  Stop: Ctrl+C. Everything that you save is kept.
`,
    portTaken: (port: number) =>
      `port ${port} is in use. Is Waarborg running already? Stop it first, or choose another port: PORT=8788 npm start`,
  },
);
