import { defineCatalogue } from './catalogue.ts';

/** What our PDF viewer says. */
export const viewerMessages = defineCatalogue(
  {
    title: 'PDF',
    openFile: 'Open pdf…',
    dropHere: 'Sleep een pdf hierheen, of kies een bestand. Het bestand zelf blijft op uw computer.',
    page: 'Pagina',
    ofPages: (count: number) => `van ${count}`,
    pageOfPages: (page: number, count: number) => `(${page} van ${count})`,
    outline: 'Inhoud',
    darkPages: 'Donkere pagina’s',
    typePassage: 'Typ een passage over',
    typedWords: 'Wat er op deze pagina staat, woord voor woord',
    codeTyped: 'Codeer',
    typedHere: 'Overgetypt van deze pagina',
    previousPage: 'Vorige pagina',
    nextPage: 'Volgende pagina',
    zoomOut: 'Verklein',
    zoomIn: 'Vergroot',
    zoom: 'Zoom',
    zoomWidth: 'Paginabreedte',
    zoomPage: 'Hele pagina',
    find: 'Zoek in de tekst',
    findPrevious: 'Vorige vindplaats',
    findNext: 'Volgende vindplaats',
    found: (current: number, total: number) => `${current} van ${total}`,
    notFound: 'Niet gevonden',
    print: 'Afdrukken',
    printing: (page: number, count: number) => `Pagina ${page} van ${count} wordt klaargezet…`,
    reading: (page: number, count: number) => `Tekst lezen: pagina ${page} van ${count}`,
    stop: 'Stop',
    readingStopped: 'Het lezen is gestopt: u kunt bladeren en zoeken, maar nog niets markeren.',
    readOn: 'Lees verder',
    printHint: 'Druk deze pdf af met de knop Afdrukken boven de pagina’s.',
    source: 'Bron',

    'trouble.not-found':
      'Deze pdf staat niet meer op deze computer. Open hem opnieuw vanaf de website of van uw schijf.',
    'trouble.not-a-pdf': 'Dit bestand is geen pdf, of het is beschadigd.',
    'trouble.encrypted-pdf':
      'Deze pdf is beveiligd met een wachtwoord. Sla een kopie zonder wachtwoord op en open die.',
    'trouble.no-text':
      'Deze pdf heeft geen bruikbare tekstlaag: u kunt hem lezen en passages overtypen, maar niet selecteren.',
    'page.no-text': 'Deze pagina heeft geen tekst: er is niets te selecteren.',
    'page.garbage':
      'De tekstlaag van deze pagina is onbruikbaar: wat er te lezen staat, staat er niet als tekst in. Er is niets te selecteren.',
    'trouble.storage-failed':
      'De pdf kon niet op deze computer worden bewaard. Maak schijfruimte vrij en probeer het opnieuw.',
  },
  {
    title: 'PDF',
    openFile: 'Open PDF…',
    dropHere: 'Drop a PDF here, or choose a file. The file itself stays on your computer.',
    page: 'Page',
    ofPages: (count) => `of ${count}`,
    pageOfPages: (page, count) => `(${page} of ${count})`,
    outline: 'Contents',
    darkPages: 'Dark pages',
    typePassage: 'Type out a passage',
    typedWords: 'What this page says, word for word',
    codeTyped: 'Code',
    typedHere: 'Typed out from this page',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    zoomOut: 'Zoom out',
    zoomIn: 'Zoom in',
    zoom: 'Zoom',
    zoomWidth: 'Page width',
    zoomPage: 'Whole page',
    find: 'Find in the text',
    findPrevious: 'Previous match',
    findNext: 'Next match',
    found: (current, total) => `${current} of ${total}`,
    notFound: 'Not found',
    print: 'Print',
    printing: (page, count) => `Preparing page ${page} of ${count}…`,
    reading: (page, count) => `Reading text: page ${page} of ${count}`,
    stop: 'Stop',
    readingStopped: 'Reading has stopped: you can turn pages and search, but mark nothing yet.',
    readOn: 'Read on',
    printHint: 'Print this PDF with the button Print above the pages.',
    source: 'Source',

    'trouble.not-found':
      'This PDF is not on this computer any more. Open it again from the website or from your disk.',
    'trouble.not-a-pdf': 'This file is not a PDF, or it is damaged.',
    'trouble.encrypted-pdf':
      'This PDF is protected by a password. Save a copy without password and open that.',
    'trouble.no-text':
      'This PDF has no text layer that is of use: you can read it and type passages out, but not select them.',
    'page.no-text': 'This page has no text: there is nothing to select.',
    'page.garbage':
      'The text layer of this page is of no use: what can be read on it is not in it as text. There is nothing to select.',
    'trouble.storage-failed':
      'The PDF could not be kept on this computer. Free some disk space and try again.',
  },
);
