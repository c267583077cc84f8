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
    bill: 'Wetsvoorstel',
    billHint:
      'Van dit document toont Per artikel ook de artikelen die geen codering noemt. Daarvoor moet zijn tekst bewaard zijn.',
    billByItself: (title: string) => `Herkend: ${title}`,
    noBill: 'Geen',
    none: 'Van alle soorten documenten wordt de tekst bewaard.',
    save: 'Bewaar',
    saved: 'De instellingen zijn bewaard.',
    changedMeanwhile:
      'Iemand anders wijzigde de instellingen intussen. Zij zijn opnieuw geladen; wat u wijzigde, staat er nog. Kijk het na en bewaar nog eens.',
    deleteTitle: 'Dossier verwijderen',
    deleteGoes:
      'Het dossier is dan meteen weg, voor alle leden en met alles erin: documenten, passages, coderingen, opzetten en geschiedenis. Ook de links naar gepubliceerde kopieën, uitnodigingen en tokens werken niet meer.',
    deleteStays: (days: number) =>
      `Een eigenaar kan het ${days} dagen lang terughalen op de pagina Dossiers; dan is alles weer zoals het was. Daarna wordt het voorgoed gewist. Wat leden nog niet verstuurd hebben, blijft op hun eigen computer staan; bestanden die iemand heeft opgeslagen, blijven ook.`,
    deleteKeep: 'Bewaar eerst een kopie',
    deleteConfirm: (title: string) => `Typ ter bevestiging de titel: ${title}`,
    deleteMismatch: 'Dit is niet de titel van dit dossier.',
    deleteDossier: 'Verwijder dit dossier',
  },
  {
    forOwners: 'Only an owner of this dossier can change this.',
    title: 'Title of the dossier',
    titleHint: 'The address of the dossier stays as it is, so that links go on working.',
    titleMissing: 'Give the dossier a title.',
    withoutText: 'Keep no text of',
    withoutTextHint:
      'Of these kinds of documents only the marked passages come to the server, for instance because of copyright. Search and References then look at those passages only. Text that was kept before stays.',
    bill: 'Bill',
    billHint:
      'Of this document By article also shows the articles that no coding names. For that its text has to be kept.',
    billByItself: (title) => `Recognised: ${title}`,
    noBill: 'None',
    none: 'The text of documents of every kind is kept.',
    save: 'Save',
    saved: 'The settings were saved.',
    changedMeanwhile:
      'Somebody else changed the settings meanwhile. They were loaded again; what you changed is still there. Look it over and save once more.',
    deleteTitle: 'Delete the dossier',
    deleteGoes:
      'The dossier is then gone at once, for all members and with everything in it: documents, passages, codings, outlines and history. Links to published copies, invitations and tokens stop working, too.',
    deleteStays: (days) =>
      `For ${days} days an owner can bring it back on the page Dossiers; everything is then as it was. After that it is erased for good. What members have not sent yet stays on their own computers; files that somebody saved stay, too.`,
    deleteKeep: 'Save a copy first',
    deleteConfirm: (title) => `To confirm, type the title: ${title}`,
    deleteMismatch: 'This is not the title of this dossier.',
    deleteDossier: 'Delete this dossier',
  },
);
