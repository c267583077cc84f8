import { defineCatalogue } from './catalogue.ts';

/** What every part of the extension says: expected failures, and what a tab or a page cannot do. */
export const extensionMessages = defineCatalogue(
  {
    'outcome.not-connected': 'Waarborg is nog niet met een server verbonden.',
    'outcome.storage-failed':
      'Bewaren op deze computer is niet gelukt. Maak schijfruimte vrij en probeer het opnieuw; er is niets verstuurd.',
    'outcome.not-found': 'Deze passage is er niet meer.',
    'outcome.invalid': 'Dit kan zo niet worden bewaard: controleer wat u hebt ingevuld.',
    unanswered: 'Waarborg is bijgewerkt of opnieuw gestart. Laad deze pagina opnieuw.',

    'menu.code-selection': 'Codeer deze selectie',
    'menu.open-pdf': 'Open deze pdf in Waarborg',
    action: 'Werk aan deze pagina met Waarborg',
    actionWithCount: (count: number) =>
      `Werk aan deze pagina met Waarborg – ${count} ${count === 1 ? 'passage' : 'passages'} in het dossier`,

    'tab.cannot-run-here':
      'Op deze pagina kan Waarborg niet werken: de browser staat hier geen extensies toe. Open het document op een gewone webpagina of als pdf.',
    'tab.failed-to-start':
      'Waarborg kon op deze pagina niet starten. Laad de pagina opnieuw en probeer het nog eens.',
    'tab.needs-permission': 'Om dit bestand te lezen heeft Waarborg uw toestemming voor deze site nodig.',
    'tab.site-withdrawn':
      'U hebt deze site niet meer toegestaan: klik op de knop van Waarborg in de werkbalk om hier verder te coderen.',
    'tab.pdf-unreachable':
      'De pdf kon niet worden opgehaald. Controleer de verbinding en probeer het opnieuw.',
    'tab.not-a-pdf':
      'Dit adres geeft geen pdf. Meld u zo nodig eerst aan bij de site en probeer het opnieuw.',
    'tab.storage-failed':
      'De pdf kon niet op deze computer worden bewaard. Maak schijfruimte vrij en probeer het opnieuw.',

    'page.no-text': 'Deze pagina heeft geen tekst om te markeren.',
    'page.no-text-in-pdf':
      'Deze pdf heeft geen tekst om te markeren. Op elke pagina kunt u passages overtypen en die coderen.',
    'page.not-a-pdf': 'Dit bestand is geen pdf, of het is beschadigd.',
    'page.empty-pdf': 'Deze pdf heeft geen pagina’s.',
    'page.encrypted-pdf': 'Deze pdf is beveiligd: vul het wachtwoord in waar straks de pagina’s staan.',
    'page.locked-pdf': 'Deze pdf is beveiligd op een manier die Waarborg niet kan openen.',
    'page.not-connected': 'Waarborg is nog niet met een server verbonden.',
  },
  {
    'outcome.not-connected': 'Waarborg is not connected to a server yet.',
    'outcome.storage-failed':
      'Saving on this computer failed. Free some disk space and try again; nothing was sent.',
    'outcome.not-found': 'This passage is not there any more.',
    'outcome.invalid': 'This cannot be saved: check what you filled in.',
    unanswered: 'Waarborg was updated or restarted. Reload this page.',

    'menu.code-selection': 'Code this selection',
    'menu.open-pdf': 'Open this PDF in Waarborg',
    action: 'Work on this page with Waarborg',
    actionWithCount: (count) =>
      `Work on this page with Waarborg – ${count} ${count === 1 ? 'passage' : 'passages'} in the dossier`,

    'tab.cannot-run-here':
      'Waarborg cannot work on this page: the browser allows no extensions here. Open the document on an ordinary web page or as a PDF.',
    'tab.failed-to-start': 'Waarborg could not start on this page. Reload the page and try again.',
    'tab.needs-permission': 'To read this file Waarborg needs your permission for this site.',
    'tab.site-withdrawn':
      "You do not allow this site any more: click Waarborg's button in the toolbar to go on coding here.",
    'tab.pdf-unreachable': 'The PDF could not be fetched. Check the connection and try again.',
    'tab.not-a-pdf': 'This address does not give a PDF. Sign in to the site first if needed, and try again.',
    'tab.storage-failed': 'The PDF could not be kept on this computer. Free some disk space and try again.',

    'page.no-text': 'This page has no text to mark.',
    'page.no-text-in-pdf':
      'This PDF has no text to mark. On each page you can type out passages and code those.',
    'page.not-a-pdf': 'This file is not a PDF, or it is damaged.',
    'page.empty-pdf': 'This PDF has no pages.',
    'page.encrypted-pdf': 'This PDF is protected: enter the password where its pages will be.',
    'page.locked-pdf': 'This PDF is protected in a way that Waarborg cannot open.',
    'page.not-connected': 'Waarborg is not connected to a server yet.',
  },
);
