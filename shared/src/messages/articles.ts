import { defineCatalogue } from './catalogue.ts';

/** What the page says on which a dossier is read article by article. */
export const articleMessages = defineCatalogue(
  {
    title: 'Per artikel',
    explained:
      'Wat elk artikel met welke waarborg doet en wat dat volgens de stukken tot gevolg heeft. Wijzigingen en latere versies staan naast het artikel. Elk getal opent zijn passages.',
    count: (articles: number) => (articles === 1 ? '1 artikel' : `${articles} artikelen`),
    none: 'Nog geen passage noemt een artikel. Vul bij het coderen het artikel in; dan staat het hier.',
    noMatch: 'Geen artikel past bij deze filters. Neem een filter weg.',
    noArticle: 'Wijzigingen zonder artikel',
    noArticleHint:
      'Van deze wijzigingen is niet gezegd welk artikel zij wijzigen. Schrijf het erbij, zoals ‘art. I, onderdeel D (amendement 36000, nr. 14)’, en zij staan naast dat artikel.',
    safeguard: 'Waarborg',
    itself: 'Het artikel',
    noStage: 'stadium niet vermeld',
    noMeasure: 'wat er gebeurt is niet vermeld',
    nothing: '–',
    bill: 'Als wetsvoorstel geldt',
    noBill:
      'Ook de artikelen die geen codering noemt, staan hier zodra bekend is welk document het wetsvoorstel is.',
    nameBill: 'Kies het wetsvoorstel bij Instellingen.',
    nameOther: 'Kies een ander bij Instellingen.',
    noText:
      'Van dit document is geen tekst met artikelen bewaard, dus welke artikelen nog niemand noemt, is niet bekend.',
    unnamedOf: (unnamed: number, articles: number) =>
      unnamed === 0
        ? `Elk van zijn ${articles} artikelen en onderdelen wordt in een codering genoemd.`
        : `Geen codering noemt ${unnamed} van zijn ${articles} artikelen en onderdelen.`,
    'bill.not-read': 'Niemand heeft het als gelezen aangetekend.',
    'bill.partly': 'Het is voor een deel van de waarborgen gelezen.',
    'bill.read': 'Het is gelezen.',
    untold: 'Artikelen van het wetsvoorstel waarvan hier niets wordt verteld',
    'nowhere.not-read': 'niet gelezen',
    'nowhere.partly': 'deels gelezen, niets gevonden',
    'nowhere.read': 'gelezen, niets gevonden',
    'as-a-whole': 'alleen het artikel als geheel is gecodeerd',
    'left-out': 'gecodeerd, maar niet onder deze filters',
    moreRows: (more: number) =>
      `En nog ${more} artikelen van het wetsvoorstel waarvan hier niets wordt verteld.`,
  },
  {
    title: 'By article',
    explained:
      'What each article does to which safeguard, and what the papers say comes of it. Changes and later versions stand beside the article. Every number opens its passages.',
    count: (articles) => (articles === 1 ? '1 article' : `${articles} articles`),
    none: 'No passage names an article yet. Fill in the article when you code, and it stands here.',
    noMatch: 'No article fits these filters. Take a filter away.',
    noArticle: 'Changes without an article',
    noArticleHint:
      'Nobody said which article these changes change. Add it, such as “art. I, onderdeel D (amendement 36000, nr. 14)”, and they stand beside that article.',
    safeguard: 'Safeguard',
    itself: 'The article',
    noStage: 'stage not stated',
    noMeasure: 'what happens is not stated',
    nothing: '–',
    bill: 'The bill is',
    noBill: 'The articles that no coding names stand here too, once it is known which document is the bill.',
    nameBill: 'Choose the bill under Settings.',
    nameOther: 'Choose another one under Settings.',
    noText:
      'No text with articles of this document is kept, so which articles nobody names yet is not known.',
    unnamedOf: (unnamed, articles) =>
      unnamed === 0
        ? `Each of its ${articles} articles and parts is named in a coding.`
        : `No coding names ${unnamed} of its ${articles} articles and parts.`,
    'bill.not-read': 'Nobody noted that they read it.',
    'bill.partly': 'It was read for some of the safeguards.',
    'bill.read': 'It was read.',
    untold: 'Articles of the bill of which nothing is told here',
    'nowhere.not-read': 'not read',
    'nowhere.partly': 'read in part, nothing found',
    'nowhere.read': 'read, nothing found',
    'as-a-whole': 'only the article as a whole was coded',
    'left-out': 'coded, but not under these filters',
    moreRows: (more) => `And ${more} more articles of the bill of which nothing is told here.`,
  },
);
