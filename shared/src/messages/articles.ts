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
  },
);
