import { defineCatalogue } from './catalogue.ts';

/** What the server prints for whoever starts it. */
export const serverMessages = defineCatalogue(
  {
    building: 'Waarborg wordt gebouwd; dat duurt een halve minuut en is alleen na een wijziging nodig.',
    buildFailed: 'Het bouwen is mislukt; hierboven staat waarom.',
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
    startedForTeam: (address: string) => `
  Waarborg draait voor een team op ${address}

  Een account maken:   npm run --silent admin -- create-user --user naam@organisatie.nl --name "Voornaam Achternaam"
  Toegang geven:       npm run --silent admin -- set-role --user naam@organisatie.nl --dossier voorbeeld --role owner

  Stoppen: Ctrl+C. Alles wat wordt opgeslagen, blijft bewaard.
`,
    databaseNewer: (migrations: string) =>
      `de gegevens zijn door een nieuwere versie van Waarborg gebruikt (${migrations}): start die versie`,
    databaseBusy: (file: string) =>
      `de database ${file} is bezet: iets anders schrijft erin. Probeer het zo opnieuw`,
    databaseUnusable: (file: string, reason: string) =>
      `de database ${file} is niet te gebruiken (${reason}): kijk of de server er mag schrijven en of de schijf ruimte heeft, of zet een back-up terug`,
    databaseUnreachable: (place: string, reason: string) =>
      `PostgreSQL op ${place} is niet te gebruiken (${reason}): controleer DATABASE_URL en of de databaseserver draait`,
    addressUnusable: (host: string, reason: string) =>
      `op HOST ${host} kan de server niet luisteren (${reason}): laat HOST weg of kies een adres van deze computer`,
    portTaken: (port: number) =>
      `poort ${port} is al in gebruik. Draait Waarborg al? Stop dat eerst, of kies een andere poort: PORT=8788 npm start`,
  },
  {
    building: 'Waarborg is being built; that takes half a minute and is needed after a change only.',
    buildFailed: 'The build failed; above it stands why.',
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
    startedForTeam: (address: string) => `
  Waarborg is running for a team at ${address}

  Make an account:   npm run --silent admin -- create-user --user name@organisation.nl --name "First Last"
  Give access:       npm run --silent admin -- set-role --user name@organisation.nl --dossier voorbeeld --role owner

  Stop: Ctrl+C. Everything that is saved is kept.
`,
    databaseNewer: (migrations: string) =>
      `the data were used by a newer version of Waarborg (${migrations}): start that version`,
    databaseBusy: (file: string) =>
      `the database ${file} is busy: something else writes to it. Try again in a moment`,
    databaseUnusable: (file: string, reason: string) =>
      `the database ${file} cannot be used (${reason}): see whether the server may write there and whether the disk has room, or restore a backup`,
    databaseUnreachable: (place: string, reason: string) =>
      `PostgreSQL at ${place} cannot be used (${reason}): check DATABASE_URL and whether the database server runs`,
    addressUnusable: (host: string, reason: string) =>
      `the server cannot listen on HOST ${host} (${reason}): leave HOST out or choose an address of this machine`,
    portTaken: (port: number) =>
      `port ${port} is in use. Is Waarborg running already? Stop it first, or choose another port: PORT=8788 npm start`,
  },
);
