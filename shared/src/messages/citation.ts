import { defineCatalogue } from './catalogue.ts';

/** Whether a list of numbers is one, as `5.2` is. */
const isOne = (numbers: string) => /^[\d.]+$/u.test(numbers);

/**
 * The words of citations. The Dutch follow the Aanwijzingen voor de regelgeving (3.43) and the Leidraad voor
 * juridische auteurs; the English name the Dutch series as the States General and the courts do.
 */
export const citationMessages = defineCatalogue(
  {
    kamerstukken: 'Kamerstukken',
    handelingen: 'Handelingen',
    aanhangsel: 'Aanhangsel Handelingen',
    stb: 'Stb.',
    stcrt: 'Stcrt.',
    trb: 'Trb.',
    gmb: 'Gmb.',
    prb: 'Prb.',
    wsb: 'Wsb.',
    bgr: 'Bgr.',
    number: (number: string) => `nr. ${number}`,
    item: (number: string) => `item ${number}`,
    annexOf: (number: string, series: string) => `Bijlage ${number} bij ${series}`,
    page: (pages: string) => `p. ${pages}`,
    and: 'en',
    consideration: (numbers: string) => `r.o. ${numbers}`,
    pointOfUnionCourt: (numbers: string) => `${isOne(numbers) ? 'punt' : 'punten'} ${numbers}`,
    paragraphOfHumanRightsCourt: (numbers: string) => `par. ${numbers}`,
    application: (number: string) => number,
    case: (number: string) => number,
    conclusionAt: (court: string) => `Conclusie A-G ${court}`,
    article: (number: string, paragraph: string, point: string) => {
      const place = [`art. ${number}`, paragraph && `lid ${paragraph}`].filter(Boolean).join(' ');
      if (!point) return place;
      // Articles with Roman numbers are those of a law that changes others.
      const isPart = /^[IVXLC]+[A-H]?$/u.test(number) && /^\p{Lu}/u.test(point);
      const word = /^[\p{L}\d]+$/u.test(point) ? 'onderdeel' : 'onderdelen';
      return isPart ? `${place}, ${word} ${point}` : `${place} onder ${point}`;
    },
    recital: (numbers: string) => `overweging ${numbers}`,
    part: (numbers: string) => `par. ${numbers}`,
    under: (headings: string) => `onder ${headings}`,
    question: (numbers: string) => `vraag ${numbers}`,
    answer: (numbers: string) => `antwoord op vraag ${numbers}`,
    unnamedArticles: 'Artikelen waarbij geen wet is genoemd',
    inForceOn: (day: string) => `geldend op ${day}`,
    regulation: 'Verordening',
    directive: 'Richtlijn',
    decision: 'Besluit',
    union: 'EU',
    community: 'EG',
    economicCommunity: 'EEG',
    numberOfRegulation: 'nr.',
    treaty: 'VEU',
    treatyOnFunctioning: 'VWEU',
    charter: 'Handvest van de grondrechten van de EU',
  },
  {
    kamerstukken: 'Parliamentary Papers',
    handelingen: 'Parliamentary Proceedings',
    aanhangsel: 'Appendix to the Parliamentary Proceedings',
    stb: 'Bulletin of Acts and Decrees (Stb.)',
    stcrt: 'Government Gazette (Stcrt.)',
    trb: 'Treaty Series (Trb.)',
    gmb: 'Municipal Gazette (Gmb.)',
    prb: 'Provincial Gazette (Prb.)',
    wsb: 'Water Authority Gazette (Wsb.)',
    bgr: 'Gazette of Joint Arrangements (Bgr.)',
    number: (number) => `no. ${number}`,
    item: (number) => `item ${number}`,
    annexOf: (number, series) => `Annex ${number} to ${series}`,
    page: (pages) => `p. ${pages}`,
    and: 'and',
    consideration: (numbers) => `${isOne(numbers) ? 'para.' : 'paras.'} ${numbers}`,
    pointOfUnionCourt: (numbers) => `${isOne(numbers) ? 'para.' : 'paras.'} ${numbers}`,
    paragraphOfHumanRightsCourt: (numbers) => `${isOne(numbers) ? 'para.' : 'paras.'} ${numbers}`,
    application: (number) => `no. ${number}`,
    case: (number) => `case ${number}`,
    conclusionAt: (court) => `Opinion of the Advocate General, ${court}`,
    article: (number, paragraph, point) =>
      [`art. ${number}`, paragraph && `(${paragraph})`, point && `(${point})`].join(''),
    recital: (numbers) => `recital ${numbers}`,
    part: (numbers) => `section ${numbers}`,
    under: (headings) => `under ${headings}`,
    question: (numbers) => `question ${numbers}`,
    answer: (numbers) => `answer to question ${numbers}`,
    unnamedArticles: 'Articles of which no law is named',
    inForceOn: (day) => `as in force on ${day}`,
    regulation: 'Regulation',
    directive: 'Directive',
    decision: 'Decision',
    union: 'EU',
    community: 'EC',
    economicCommunity: 'EEC',
    numberOfRegulation: 'No',
    treaty: 'TEU',
    treatyOnFunctioning: 'TFEU',
    charter: 'Charter of Fundamental Rights of the EU',
  },
);
