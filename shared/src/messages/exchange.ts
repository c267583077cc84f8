import { defineCatalogue } from './catalogue.ts';

/** The name of a form within a sentence: what is no name of a program or a standard has no capital there. */
const withinSentence = (name: string) =>
  name.replace(/^(?:Csv|Offline|Codeboek|Codebook)\b/u, (word) => word.toLowerCase());

/** What the page says on which one exports and imports, and the menu of the matrix that exports. */
export const exchangeMessages = defineCatalogue(
  {
    exchange: 'Uitwisselen',
    export: 'Exporteren',
    exportIntro:
      'U exporteert het hele dossier. Wilt u een deel, filter dan in de matrix en kies daar Exporteren.',
    exportMenu: 'Exporteren',
    chooseForm: 'kies een vorm',
    busy: 'bezig',
    ofThisView: 'Wat binnen dit filter valt:',
    ofThisSearch: 'De gevonden passages met hun coderingen, zonder titels en teksten van documenten:',
    download: (name: string) => `Download ${withinSentence(name)}`,
    making: 'Het bestand wordt gemaakt.',
    coming: 'Het bestand komt binnen.',
    cancel: 'Annuleer',
    cancelled: 'Het exporteren is geannuleerd.',

    'format.xlsx': 'Excel (xlsx)',
    'format.xlsx.text':
      'Matrix, coderingen, passages, documenten, verwijzingen, sprekers en codeboek, elk op een eigen blad.',
    'format.csv': 'Csv',
    'format.csv.text':
      'Eén tabel, voor elk ander programma. Met puntkomma’s hebben getallen een decimale komma, anders een punt.',
    'format.html': 'Offline pagina (html)',
    'format.html.text': 'De matrix met filters, cellen en passages in één bestand dat zonder internet werkt.',
    foundBy: (words: string) =>
      `Hierin staan alleen de passages die bij het zoeken naar ‘${words}’ zijn gevonden.`,
    emptyOutside: 'Een lege cel kan betekenen dat er iets buiten deze keuze valt.',
    offlineNote: (passages: number, day: string) =>
      `${passages === 1 ? '1 passage' : `${passages} passages`}, stand van ${day}. Dit bestand werkt zonder internet en verandert niet meer.`,
    'format.qdpx': 'REFI-QDA-project (qdpx)',
    'format.qdpx.text':
      'Voor ATLAS.ti, MAXQDA, NVivo en andere programma’s voor kwalitatief onderzoek: teksten, passages, codes, aantekeningen en verbanden. Teruggestuurde coderingen, de beoordeling, wie wat las en de geschiedenis gaan niet mee.',
    'format.qdc': 'REFI-QDA-codeboek (qdc)',
    'format.qdc.text': 'Alleen het codeboek, voor dezelfde programma’s.',
    'format.ttl': 'Codeboek als SKOS (Turtle)',
    'format.ttl.text': 'Het codeboek als linked data. Als csv staat het bij de tabellen.',
    'format.jsonld': 'Web Annotations (JSON-LD)',
    'format.jsonld.text':
      'Alle passages met hun coderingen, voor andere annotatiesoftware. Teruggestuurde coderingen gaan niet mee.',
    table: 'Tabel',
    separator: 'Waarden gescheiden door',
    'separator.semicolon': 'puntkomma: Nederlandse Excel',
    'separator.comma': 'komma: andere programma’s',
    csvOf: (table: string) => `Csv: ${table}`,
  },
  {
    exchange: 'Exchange',
    export: 'Export',
    exportIntro: 'You export the whole dossier. For a part of it, filter the matrix and choose Export there.',
    exportMenu: 'Export',
    chooseForm: 'choose a form',
    busy: 'busy',
    ofThisView: 'What passes this filter:',
    ofThisSearch: 'The passages found with their codings, without titles and texts of documents:',
    download: (name) => `Download ${withinSentence(name)}`,
    making: 'The file is being made.',
    coming: 'The file is coming in.',
    cancel: 'Cancel',
    cancelled: 'The export was cancelled.',

    'format.xlsx': 'Excel (xlsx)',
    'format.xlsx.text':
      'Matrix, codings, passages, documents, references, speakers and codebook, each on its own sheet.',
    'format.csv': 'CSV',
    'format.csv.text':
      'One table, for any other program. With semicolons numbers have a decimal comma, else a point.',
    'format.html': 'Offline page (html)',
    'format.html.text':
      'The matrix with filters, cells and passages in one file that works without internet.',
    foundBy: (words) => `This holds only the passages that were found by searching for ‘${words}’.`,
    emptyOutside: 'An empty cell can mean that something lies outside this choice.',
    offlineNote: (passages, day) =>
      `${passages === 1 ? '1 passage' : `${passages} passages`}, as of ${day}. This file works without internet and does not change any more.`,
    'format.qdpx': 'REFI-QDA project (qdpx)',
    'format.qdpx.text':
      'For ATLAS.ti, MAXQDA, NVivo and other programs for qualitative research: texts, passages, codes, notes and links. Codings that were sent back, reviews, readings and the history do not come along.',
    'format.qdc': 'REFI-QDA codebook (qdc)',
    'format.qdc.text': 'The codebook alone, for the same programs.',
    'format.ttl': 'Codebook as SKOS (Turtle)',
    'format.ttl.text': 'The codebook as linked data. As CSV it is among the tables.',
    'format.jsonld': 'Web Annotations (JSON-LD)',
    'format.jsonld.text':
      'All passages with their codings, for other annotation software. Codings that were sent back do not come along.',
    table: 'Table',
    separator: 'Values separated by',
    'separator.semicolon': 'semicolon: a Dutch Excel',
    'separator.comma': 'comma: other programs',
    csvOf: (table) => `CSV: ${table}`,
  },
);
