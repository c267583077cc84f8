import { defineCatalogue } from './catalogue.ts';

/** What the page says on which an owner sets how a dossier is called and what it keeps. */
export const settingsMessages = defineCatalogue(
  {
    forOwners: 'Alleen een eigenaar van dit dossier kan dit wijzigen.',
    title: 'Titel van het dossier',
    titleHint: 'Het adres van het dossier verandert niet mee, zodat links blijven werken.',
    titleMissing: 'Geef het dossier een titel.',
    withoutText: 'Geen tekst bewaren van',
    withoutTextHint:
      'Van deze soorten documenten komen alleen de gemarkeerde passages op de server, bijvoorbeeld omdat er auteursrecht op rust. Zoeken en Verwijzingen kijken dan alleen in die passages. Tekst die al bewaard is, blijft.',
    none: 'Van alle soorten documenten wordt de tekst bewaard.',
    save: 'Bewaar',
    saved: 'De instellingen zijn bewaard.',
    changedMeanwhile:
      'Iemand anders wijzigde de instellingen intussen. Zij zijn opnieuw geladen; wat u wijzigde, staat er nog. Kijk het na en bewaar nog eens.',
  },
  {
    forOwners: 'Only an owner of this dossier can change this.',
    title: 'Title of the dossier',
    titleHint: 'The address of the dossier stays as it is, so that links go on working.',
    titleMissing: 'Give the dossier a title.',
    withoutText: 'Keep no text of',
    withoutTextHint:
      'Of these kinds of documents only the marked passages come to the server, for instance because of copyright. Search and References then look at those passages only. Text that was kept before stays.',
    none: 'The text of documents of every kind is kept.',
    save: 'Save',
    saved: 'The settings were saved.',
    changedMeanwhile:
      'Somebody else changed the settings meanwhile. They were loaded again; what you changed is still there. Look it over and save once more.',
  },
);
