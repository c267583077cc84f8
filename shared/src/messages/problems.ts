import type { ProblemCode } from '../api/index.ts';
import type { Language } from './catalogue.ts';

/** What happened, and what to do about it. */
interface ProblemMessage {
  readonly title: string;
  readonly detail?: string;
}

/** The words for every problem that the API answers with. */
export const problemMessages: Readonly<Record<Language, Readonly<Record<ProblemCode, ProblemMessage>>>> = {
  nl: {
    'account-exists': {
      title: 'Er is al een account met dit e-mailadres.',
      detail: 'Meld u daarmee aan en open de uitnodiging opnieuw.',
    },
    'already-merged': {
      title: 'Dit is al samengevoegd met iets anders.',
      detail: 'Maak die samenvoeging eerst ongedaan.',
    },
    'annotation-deleted': {
      title: 'Deze passage is verwijderd.',
      detail: 'De geschiedenis van het dossier toont wie dat deed.',
    },
    'annotation-exists': { title: 'Er is al een andere passage met dit kenmerk.' },
    'annotation-not-found': { title: 'Deze passage bestaat niet, of niet meer.' },
    'body-too-large': { title: 'Het verzoek is te groot.', detail: 'Stuur minder tekst in één keer.' },
    'coding-not-found': { title: 'Deze codering bestaat niet, of niet meer.' },
    'concept-exists': { title: 'Er is al een begrip met dit kenmerk.', detail: 'Kies een ander kenmerk.' },
    'concept-not-found': { title: 'Dit begrip staat niet in het codeboek van het dossier.' },
    'concept-unknown': { title: 'Deze waarborg of dit gevolg staat niet in het codeboek van het dossier.' },
    'document-in-use': {
      title: 'Dit document kan niet worden verwijderd.',
      detail: 'Het heeft passages, of er zijn documenten mee samengevoegd. Verwijder of scheid die eerst.',
    },
    'document-not-found': { title: 'Dit document staat niet in het dossier.' },
    'dossier-not-found': {
      title: 'Dit dossier bestaat niet, of u hebt er geen toegang toe.',
      detail: 'Vraag de eigenaar van het dossier om toegang.',
    },
    'dismissal-exists': { title: 'Er is al een andere terzijde gelegde suggestie met dit kenmerk.' },
    'dismissal-not-found': { title: 'Deze suggestie is niet terzijde gelegd.' },
    'dossier-slug-taken': { title: 'Er is al een dossier met deze naam.', detail: 'Kies een andere naam.' },
    forbidden: { title: 'Uw rol in dit dossier staat dit niet toe.' },
    'foreign-origin': {
      title: 'Dit verzoek komt van een andere site en is geweigerd.',
      detail: 'Doe dit op de pagina’s van Waarborg zelf, of met een token.',
    },
    'group-in-use': {
      title: 'Deze groep kan niet worden verwijderd: er staan nog begrippen in.',
      detail:
        'Zet die eerst in een andere groep, ook de begrippen die zijn samengevoegd of buiten gebruik zijn.',
    },
    'group-not-found': { title: 'Deze groep staat niet, of niet meer, in het codeboek van het dossier.' },
    'headers-too-large': {
      title: 'De kop van het verzoek is te groot.',
      detail: 'Wis de cookies van deze site.',
    },
    'export-too-large': {
      title: 'Dit past niet in het geheugen van de server.',
      detail: 'Kies filters in de matrix en neem daar een deel, of vraag de beheerder om meer geheugen.',
    },
    'idempotency-key-reused': { title: 'Dezelfde Idempotency-Key is voor een ander verzoek gebruikt.' },
    'internal-error': {
      title: 'Er ging iets mis op de server. Er is niets gewijzigd.',
      detail: 'Probeer het opnieuw; blijft het misgaan, meld het dan de beheerder.',
    },
    'invalid-http': { title: 'Dit is geen verzoek in HTTP.' },
    'invitation-ended': {
      title: 'Deze uitnodiging geldt niet meer.',
      detail: 'Vraag de eigenaar van het dossier om een nieuwe.',
    },
    'invitation-not-found': {
      title: 'Deze uitnodiging bestaat niet.',
      detail: 'Open de link opnieuw, in zijn geheel, of vraag de eigenaar van het dossier om een nieuwe.',
    },
    'invitation-of-another': {
      title: 'Deze uitnodiging is voor iemand met een ander e-mailadres.',
      detail: 'Meld u aan met het account waarvoor de uitnodiging is.',
    },
    'invalid-json': { title: 'Het verzoek is geen geldige JSON.' },
    'invalid-request': { title: 'Het verzoek klopt niet. Er is niets gewijzigd.' },
    'last-owner': {
      title: 'Een dossier houdt ten minste één eigenaar.',
      detail: 'Maak eerst iemand anders eigenaar.',
    },
    'member-not-found': { title: 'Deze persoon is geen lid van het dossier.' },
    'link-exists': { title: 'Er is al een andere verbinding met dit kenmerk.' },
    'link-not-found': { title: 'Deze verbinding tussen passages bestaat niet.' },
    'method-not-allowed': { title: 'Dit kan niet op dit adres.' },
    'not-merged': { title: 'Dit is met niets samengevoegd.' },
    'not-acceptable': {
      title: 'Dit kan niet worden gegeven in een vorm die u accepteert.',
      detail: 'Vraag om JSON-LD of Turtle.',
    },
    'not-found': { title: 'Dit adres bestaat niet.' },
    'outline-exists': { title: 'Er is al een andere opzet met dit kenmerk.' },
    'outline-full': {
      title: 'In deze opzet past niets meer.',
      detail: 'Verdeel haar over twee opzetten.',
    },
    'outline-part-exists': { title: 'Er is al iets anders met dit kenmerk in een opzet.' },
    'outline-part-not-found': { title: 'Dit onderdeel staat niet, of niet meer, in de opzet.' },
    'outline-not-found': { title: 'Deze opzet bestaat niet, of niet meer.' },
    'paper-too-large': {
      title: 'Dit zijn te veel passages voor één stuk.',
      detail: 'Kies filters, bijvoorbeeld alleen geaccepteerde coderingen of één waarborg.',
    },
    'password-guessable': {
      title: 'Dit wachtwoord is te makkelijk te raden.',
      detail:
        'Het wordt veel gebruikt, of bestaat uit een bekend patroon, uw eigen naam of uw e-mailadres. Neem een zin van een paar woorden.',
    },
    'precondition-failed': {
      title: 'Iemand anders heeft dit intussen gewijzigd.',
      detail: 'Haal de nieuwe versie op en breng uw wijziging daarop aan.',
    },
    'precondition-required': { title: 'Zeg met If-Match welke versie u wijzigt.' },
    'publication-not-found': { title: 'Deze publicatie is er niet.' },
    'rendition-not-found': { title: 'Deze tekst is niet bewaard.' },
    'request-timeout': { title: 'Het verzoek kwam te langzaam binnen.', detail: 'Probeer het opnieuw.' },
    'revision-not-found': { title: 'Deze wijziging bestaat niet.' },
    'import-needs-curator': {
      title: 'Dit bestand brengt waarborgen, gevolgen of groepen die niet in het codeboek staan.',
      detail:
        'Die kan alleen een redacteur of eigenaar toevoegen: vraag die om dit bestand te importeren. Er is niets veranderd.',
    },
    'role-too-small': {
      title: 'Uw rol in dit dossier is niet genoeg om deze wijziging ongedaan te maken.',
      detail: 'Vraag het iemand die zoiets zelf mag wijzigen.',
    },
    'session-not-found': { title: 'Deze browser is al afgemeld.' },
    'speaker-exists': { title: 'Er is al een andere spreker met dit kenmerk.' },
    'speaker-in-use': {
      title: 'Deze spreker kan niet worden verwijderd.',
      detail:
        'Er zijn coderingen of documenten van deze spreker, of andere sprekers zijn er deel van of ermee samengevoegd. Voeg de spreker samen met een andere.',
    },
    'speaker-name-taken': {
      title: 'Deze naam is al van een andere spreker.',
      detail: 'Voeg de twee sprekers samen, of kies een andere naam.',
    },
    'speaker-not-found': { title: 'Deze spreker staat niet in het dossier.' },
    'text-not-kept': {
      title: 'Van dit soort documenten bewaart het dossier geen tekst.',
      detail: 'Passages kunt u wel bewaren; de eigenaar van het dossier kan dit wijzigen.',
    },
    'token-limited': {
      title: 'Dit kan niet met een token: het geldt voor één dossier.',
      detail: 'Meld u in de browser aan om dit te doen.',
    },
    'token-not-found': { title: 'Dit token bestaat niet, of niet meer.' },
    'too-many-requests': { title: 'Te veel verzoeken.', detail: 'Wacht even en probeer het opnieuw.' },
    'too-many-streams': {
      title: 'U hebt te veel vensters open die op wijzigingen wachten.',
      detail: 'Sluit er een en probeer het opnieuw.',
    },
    unauthenticated: {
      title: 'U bent niet aangemeld, of uw toegang is verlopen.',
      detail: 'Meld u opnieuw aan of verbind de extensie opnieuw.',
    },
    'undo-blocked': {
      title: 'Dit kan niet ongedaan worden gemaakt: er is intussen iets aan veranderd.',
      detail: 'Kijk wat in de weg staat, en maak dat eerst ongedaan.',
    },
    unavailable: { title: 'De server kan dit nu niet doen.', detail: 'Probeer het over een minuut opnieuw.' },
    'unsupported-media-type': { title: 'Stuur dit als JSON.' },
  },
  en: {
    'account-exists': {
      title: 'There is an account with this e-mail address already.',
      detail: 'Sign in with it and open the invitation again.',
    },
    'already-merged': {
      title: 'This is merged with something else already.',
      detail: 'Undo that merge first.',
    },
    'annotation-deleted': {
      title: 'This passage was deleted.',
      detail: 'The history of the dossier shows who did it.',
    },
    'annotation-exists': { title: 'There is another passage with this identifier.' },
    'annotation-not-found': { title: 'This passage does not exist, or not any more.' },
    'body-too-large': { title: 'The request is too large.', detail: 'Send less text at once.' },
    'coding-not-found': { title: 'This coding does not exist, or not any more.' },
    'concept-exists': { title: 'There is a concept with this identifier.', detail: 'Choose another one.' },
    'concept-not-found': { title: 'This concept is not in the codebook of the dossier.' },
    'concept-unknown': { title: 'This safeguard or impact is not in the codebook of the dossier.' },
    'document-in-use': {
      title: 'This document cannot be deleted.',
      detail: 'It has passages, or documents were merged into it. Delete or separate those first.',
    },
    'document-not-found': { title: 'This document is not in the dossier.' },
    'dossier-not-found': {
      title: 'This dossier does not exist, or you have no access to it.',
      detail: 'Ask the owner of the dossier for access.',
    },
    'dismissal-exists': { title: 'There is another dismissed suggestion with this identifier.' },
    'dismissal-not-found': { title: 'This suggestion is not dismissed.' },
    'dossier-slug-taken': {
      title: 'There is a dossier with this name already.',
      detail: 'Choose another name.',
    },
    forbidden: { title: 'Your role in this dossier does not allow this.' },
    'foreign-origin': {
      title: 'This request comes from another site and was refused.',
      detail: 'Do this on the pages of Waarborg itself, or with a token.',
    },
    'group-in-use': {
      title: 'This group cannot be deleted: there are concepts in it.',
      detail: 'Move those to another group first, also the merged and the retired ones.',
    },
    'group-not-found': { title: 'This group is not in the codebook of the dossier, or not any more.' },
    'headers-too-large': {
      title: 'The head of the request is too large.',
      detail: 'Clear the cookies of this site.',
    },
    'export-too-large': {
      title: 'This does not fit into the memory of the server.',
      detail: 'Filter the matrix and take a part from there, or ask the administrator for more memory.',
    },
    'idempotency-key-reused': { title: 'The same Idempotency-Key was used for another request.' },
    'internal-error': {
      title: 'Something went wrong at the server. Nothing was changed.',
      detail: 'Try again; if it keeps going wrong, tell the administrator.',
    },
    'invalid-http': { title: 'This is no request in HTTP.' },
    'invitation-ended': {
      title: 'This invitation is not valid any more.',
      detail: 'Ask the owner of the dossier for a new one.',
    },
    'invitation-not-found': {
      title: 'This invitation does not exist.',
      detail: 'Open the whole link again, or ask the owner of the dossier for a new one.',
    },
    'invitation-of-another': {
      title: 'This invitation is for somebody with another e-mail address.',
      detail: 'Sign in with the account that it is for.',
    },
    'invalid-json': { title: 'The request is not valid JSON.' },
    'invalid-request': { title: 'The request is not right. Nothing was changed.' },
    'last-owner': {
      title: 'A dossier keeps at least one owner.',
      detail: 'Make somebody else an owner first.',
    },
    'member-not-found': { title: 'This person is not a member of the dossier.' },
    'link-exists': { title: 'There is another link with this identifier.' },
    'link-not-found': { title: 'This link between passages does not exist.' },
    'method-not-allowed': { title: 'This cannot be done at this address.' },
    'not-merged': { title: 'This is merged with nothing.' },
    'not-acceptable': {
      title: 'This cannot be given in a form that you accept.',
      detail: 'Ask for JSON-LD or Turtle.',
    },
    'not-found': { title: 'This address does not exist.' },
    'outline-exists': { title: 'There is another outline with this id already.' },
    'outline-full': {
      title: 'Nothing more fits into this outline.',
      detail: 'Divide it over two outlines.',
    },
    'outline-part-exists': { title: 'There is something else with this id in an outline already.' },
    'outline-part-not-found': { title: 'This part is not in the outline, or not any more.' },
    'outline-not-found': { title: 'This outline does not exist, or not any more.' },
    'paper-too-large': {
      title: 'These are too many passages for one paper.',
      detail: 'Choose filters, for example accepted codings only or one safeguard.',
    },
    'password-guessable': {
      title: 'This password is too easy to guess.',
      detail:
        'Many people use it, or it is made of a known pattern, your own name or your e-mail address. Take a sentence of a few words.',
    },
    'precondition-failed': {
      title: 'Somebody else has changed this in the meantime.',
      detail: 'Fetch the new version and apply your change to it.',
    },
    'precondition-required': { title: 'Say with If-Match which version you change.' },
    'publication-not-found': { title: 'There is no such publication.' },
    'rendition-not-found': { title: 'This text was not kept.' },
    'request-timeout': { title: 'The request came in too slowly.', detail: 'Try again.' },
    'revision-not-found': { title: 'This change does not exist.' },
    'import-needs-curator': {
      title: 'This file brings safeguards, impacts or groups that are not in the codebook.',
      detail:
        'Only a curator or an owner can add those: ask one of them to import this file. Nothing has changed.',
    },
    'role-too-small': {
      title: 'Your role in this dossier is not enough to undo this change.',
      detail: 'Ask somebody who may make such a change.',
    },
    'session-not-found': { title: 'This browser is signed out already.' },
    'speaker-exists': { title: 'There is another speaker with this identifier.' },
    'speaker-in-use': {
      title: 'This speaker cannot be deleted.',
      detail:
        'There are codings or documents of this speaker, or other speakers are a part of it or were merged into it. Merge the speaker into another one.',
    },
    'speaker-name-taken': {
      title: 'This name is that of another speaker.',
      detail: 'Merge the two speakers, or choose another name.',
    },
    'speaker-not-found': { title: 'This speaker is not in the dossier.' },
    'text-not-kept': {
      title: 'The dossier keeps no text of documents of this kind.',
      detail: 'Passages can be kept; the owner of the dossier can change this.',
    },
    'token-limited': {
      title: 'This cannot be done with a token: it is good for one dossier.',
      detail: 'Sign in with a browser to do this.',
    },
    'token-not-found': { title: 'This token does not exist, or not any more.' },
    'too-many-requests': { title: 'Too many requests.', detail: 'Wait a moment and try again.' },
    'too-many-streams': {
      title: 'Too many of your windows are open and wait for changes.',
      detail: 'Close one and try again.',
    },
    unauthenticated: {
      title: 'You are not signed in, or your access has expired.',
      detail: 'Sign in again or connect the extension again.',
    },
    'undo-blocked': {
      title: 'This cannot be undone: something of it was changed since.',
      detail: 'See what stands in the way, and undo that first.',
    },
    unavailable: { title: 'The server cannot do this now.', detail: 'Try again in a minute.' },
    'unsupported-media-type': { title: 'Send this as JSON.' },
  },
};
