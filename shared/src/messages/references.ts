import { defineCatalogue } from './catalogue.ts';
import { formatNumber } from './format-number.ts';

const nl = (number: number) => formatNumber(number, 'nl');
const en = (number: number) => formatNumber(number, 'en');

const plural = (say: typeof nl, count: number, one: string, more: string) =>
  `${say(count)} ${count === 1 ? one : more}`;

/** What the pages say of what a dossier cites. */
export const referenceMessages = defineCatalogue(
  {
    references: 'Verwijzingen',
    intro:
      'Wat de passages en documenten van dit dossier aanhalen: Kamerstukken, uitspraken, wetten en hun artikelen. Geteld in elke passage en in de hele tekst van elk document, voor zover die is bewaard.',
    unnamedHint:
      'Bijvoorbeeld van het wetsvoorstel zelf. Van welke wet ze zijn, zegt alleen de tekst eromheen.',
    filterWords: 'Naam, nummer of artikel',
    filterGroup: 'Soort',
    everyGroup: 'Alle soorten',
    filterInDossier: 'In het dossier',
    everything: 'Maakt niet uit',
    'inDossier.yes': 'Wel in het dossier',
    'inDossier.no': 'Niet in het dossier',
    sort: 'Volgorde',
    'sort.-documents': 'Meeste documenten eerst',
    'sort.-passages': 'Meeste passages eerst',
    'sort.name': 'Op naam',
    found: (count: number) => plural(nl, count, 'bron aangehaald', 'bronnen aangehaald'),
    further: 'Verdere bronnen',
    export: 'Alle verwijzingen als csv',
    nothingTitle: 'Er wordt niets aangehaald',
    nothingText:
      'Zodra een passage of een bewaarde tekst naar een stuk, een uitspraak of een wet verwijst, staat het hier.',
    nothingFoundTitle: 'Niets gevonden',
    nothingFoundText: 'Geen aangehaalde bron past bij deze keuze.',
    passages: (count: number) => plural(nl, count, 'passage', 'passages'),
    documents: (count: number) => plural(nl, count, 'document', 'documenten'),
    cited: (passages: string, documents: string) => `Aangehaald in ${passages} en ${documents}`,
    isInDossier: 'In het dossier:',
    isNotInDossier: 'Niet in het dossier',
    isUncertain: 'Welk document dit is, staat niet vast',
    openOfficial: 'Open de bron',
    openOfficialOf: (name: string) => `Open de bron: ${name}`,
    articlesOf: (name: string) => `Artikelen van ${name}`,
    moreArticles: (count: number) => `Nog ${plural(nl, count, 'artikel', 'artikelen')}`,
    articleCited: (article: string, passages: string, documents: string) =>
      `${article}: ${passages}, ${documents}`,
    allOfGroup: (count: number, group: string) => `Alle ${nl(count)}: ${group}`,
    missing: 'Vaak aangehaald, niet in het dossier',
    missingHint:
      'Stukken waar de documenten van dit dossier naar verwijzen en die u misschien nog wilt lezen.',
    allMissing: 'Alles wat niet in het dossier is',
    back: 'Alle verwijzingen',
    wholeSource: (name: string) => `Alles van ${name}`,
    passagesTitle: 'Passages die het aanhalen',
    documentsTitle: 'Documenten die het aanhalen',
    noPassages:
      'Geen gemarkeerde passage haalt dit aan; het staat alleen elders in de tekst van de documenten.',
    nobodyTitle: 'Niemand haalt dit aan',
    nobodyText: 'Het is uit de teksten en passages verdwenen, of het adres klopt niet.',
  },
  {
    references: 'References',
    intro:
      'What the passages and documents of this dossier cite: parliamentary papers, rulings, laws and their articles. Counted in every passage and in the whole text of every document, as far as that was kept.',
    unnamedHint: 'Such as those of the bill itself. Only the words around them say which law it is.',
    filterWords: 'Name, number or article',
    filterGroup: 'Kind',
    everyGroup: 'All kinds',
    filterInDossier: 'In the dossier',
    everything: 'Either way',
    'inDossier.yes': 'In the dossier',
    'inDossier.no': 'Not in the dossier',
    sort: 'Order',
    'sort.-documents': 'Most documents first',
    'sort.-passages': 'Most passages first',
    'sort.name': 'By name',
    found: (count: number) => plural(en, count, 'source is cited', 'sources are cited'),
    further: 'Further sources',
    export: 'All references as CSV',
    nothingTitle: 'Nothing is cited',
    nothingText: 'As soon as a passage or a kept text refers to a paper, a ruling or a law, it stands here.',
    nothingFoundTitle: 'Nothing found',
    nothingFoundText: 'No source that is cited fits this choice.',
    passages: (count: number) => plural(en, count, 'passage', 'passages'),
    documents: (count: number) => plural(en, count, 'document', 'documents'),
    cited: (passages: string, documents: string) => `Cited in ${passages} and ${documents}`,
    isInDossier: 'In the dossier:',
    isNotInDossier: 'Not in the dossier',
    isUncertain: 'It is not certain which document this is',
    openOfficial: 'Open the source',
    openOfficialOf: (name: string) => `Open the source: ${name}`,
    articlesOf: (name: string) => `Articles of ${name}`,
    moreArticles: (count: number) => plural(en, count, 'more article', 'more articles'),
    articleCited: (article: string, passages: string, documents: string) =>
      `${article}: ${passages}, ${documents}`,
    allOfGroup: (count: number, group: string) => `All ${en(count)}: ${group}`,
    missing: 'Often cited, not in the dossier',
    missingHint: 'Papers to which the documents of this dossier refer and that you may still want to read.',
    allMissing: 'All that is not in the dossier',
    back: 'All references',
    wholeSource: (name: string) => `All of ${name}`,
    passagesTitle: 'Passages that cite it',
    documentsTitle: 'Documents that cite it',
    noPassages: 'No marked passage cites this; it only stands elsewhere in the text of the documents.',
    nobodyTitle: 'Nobody cites this',
    nobodyText: 'It has gone from the texts and passages, or the address is wrong.',
  },
);
