import { defineCatalogue } from './catalogue.ts';

/** Under which headings things that are cited are listed, in the panel, on the pages and in files. */
export const sourceGroupMessages = defineCatalogue(
  {
    papers: 'Kamerstukken en Kamervragen',
    debates: 'Handelingen',
    publications: 'Officiële publicaties',
    rulings: 'Uitspraken',
    laws: 'Wetten en verdragen',
    union: 'Recht en stukken van de Europese Unie',
    unnamed: 'Artikelen zonder wet',
  },
  {
    papers: 'Parliamentary papers and questions',
    debates: 'Debates',
    publications: 'Official publications',
    rulings: 'Rulings',
    laws: 'Laws and treaties',
    union: 'Law and papers of the European Union',
    unnamed: 'Articles without their law',
  },
);
