import { defineCatalogue } from './catalogue.ts';
import { formatNumber } from './format-number.ts';

const nl = (number: number) => formatNumber(number, 'nl');
const en = (number: number) => formatNumber(number, 'en');

/** What the page says on which one searches a dossier. */
export const searchMessages = defineCatalogue(
  {
    search: 'Zoeken',
    searchFor: (words: string) => `Zoeken: ${words}`,
    words: 'Zoek woorden',
    wordsHint:
      'In passages, aantekeningen, titels en teksten. Alle woorden moeten voorkomen, in welke vorm ook: ‘procedure’ vindt ook ‘asielprocedures’.',
    find: 'Zoek',
    askSomething: 'Typ hierboven een of meer woorden om te zoeken, bijvoorbeeld de naam van een waarborg.',
    found: (count: number, words: string) =>
      count === 1 ? `1 resultaat voor ‘${words}’` : `${nl(count)} resultaten voor ‘${words}’`,
    furtherResults: (words: string) => `Verdere resultaten voor ‘${words}’`,
    nothingTitle: 'Niets gevonden',
    nothingText:
      'Gebruik minder of andere woorden, of controleer de spelling. Een stuk is doorzoekbaar zodra er een passage in is gemarkeerd.',
    passagesOnly: 'Met deze filters worden passages gevonden, en geen titels en teksten van documenten.',
    passage: 'Passage',
    inNote: 'Aantekening:',
    inTitle: 'Titel:',
    inText: 'Tekst:',
    inMatrix: (cell: string) => `In de matrix: ${cell}`,
    claimsOfDocument: 'Beweringen in de matrix',
  },
  {
    search: 'Search',
    searchFor: (words) => `Search: ${words}`,
    words: 'Find words',
    wordsHint:
      'In passages, notes, titles and texts. All words have to occur, in any form: ‘procedure’ also finds ‘asielprocedures’.',
    find: 'Find',
    askSomething: 'Type one or more words above to search, such as the name of a safeguard.',
    found: (count, words) =>
      count === 1 ? `1 result for ‘${words}’` : `${en(count)} results for ‘${words}’`,
    furtherResults: (words) => `Further results for ‘${words}’`,
    passagesOnly: 'With these filters passages are found, and no titles and texts of documents.',
    nothingTitle: 'Nothing found',
    nothingText:
      'Use fewer or other words, or check the spelling. A paper can be searched as soon as a passage is marked in it.',
    passage: 'Passage',
    inNote: 'Note:',
    inTitle: 'Title:',
    inText: 'Text:',
    inMatrix: (cell) => `In the matrix: ${cell}`,
    claimsOfDocument: 'Claims in the matrix',
  },
);
