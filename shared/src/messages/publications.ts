import { defineCatalogue } from './catalogue.ts';
import { formatNumber } from './format-number.ts';

const nl = (number: number) => formatNumber(number, 'nl');
const en = (number: number) => formatNumber(number, 'en');

/** What the page "Publiceren" says, and the copies that come of it. */
export const publicationMessages = defineCatalogue(
  {
    title: 'Publiceren',
    explained:
      'Een publicatie is een bevroren kopie van de matrix met haar passages. Wie de link heeft, leest haar zonder account. Wat er daarna in het dossier gebeurt, verandert de kopie niet. Namen van codeurs en hun aantekeningen staan er niet in.',
    newTitle: 'Nieuwe publicatie',
    fieldTitle: 'Titel',
    proposedTitle: (dossier: string, day: string) => `${dossier}, stand van ${day}`,
    fieldNote: 'Toelichting',
    noteHint: 'Staat boven de kopie. Mag leeg blijven.',
    fieldEmbargo: 'Embargo tot (Nederlandse tijd)',
    embargoHint:
      'Voor dit moment lezen alleen redacteuren en eigenaars de kopie. Laat leeg om haar meteen leesbaar te maken.',
    embargoWrong: 'Kies een datum en tijd in de toekomst.',
    embargoHalf: 'Vul de datum en de tijd allebei in, of maak het veld leeg.',
    fieldStatus: 'Welke coderingen?',
    waiting: (drafts: number) =>
      drafts === 1
        ? '1 codering binnen deze keuze is nog niet nagekeken.'
        : `${nl(drafts)} coderingen binnen deze keuze zijn nog niet nagekeken.`,
    acceptedOnly: (count: number) =>
      `Alleen wat is geaccepteerd: ${count === 1 ? '1 codering' : `${nl(count)} coderingen`}`,
    withDrafts: (accepted: number, drafts: number) =>
      accepted === 0
        ? `Alles, al is er nog niets van nagekeken: ${drafts === 1 ? '1 codering' : `${nl(drafts)} coderingen`}. De kopie vermeldt dat.`
        : `Ook wat nog niet is nagekeken: ${nl(accepted + drafts)} coderingen, waarvan ${nl(drafts)} in concept. De kopie vermeldt dat.`,
    allAccepted: (count: number) =>
      count === 1
        ? 'De codering binnen deze keuze is geaccepteerd.'
        : `Alle ${nl(count)} coderingen binnen deze keuze zijn geaccepteerd.`,
    sentBack: (count: number) =>
      count === 1
        ? '1 teruggestuurde codering komt er niet in.'
        : `${nl(count)} teruggestuurde coderingen komen er niet in.`,
    nothingToPublish: 'Binnen deze keuze staat geen codering. Er valt niets te publiceren.',
    statusMissing: 'Kies of ook coderingen erin komen die nog niet zijn nagekeken.',
    holdsAcceptedShort: 'alleen geaccepteerde coderingen',
    holdsDraftsShort: 'ook coderingen in concept',
    selection: 'Dit komt erin',
    everything: 'Het hele dossier; kies filters hierboven om een deel te publiceren.',
    opensWith: 'Zo opent de kopie',
    openAxes: (rows: string, columns: string, count: string) =>
      `rijen: ${rows}, kolommen: ${columns}, getal: ${count}`,
    openRowOrder: 'rijen in de volgorde die u koos',
    openColumnOrder: 'kolommen in de volgorde die u koos',
    openFold: (count: number) =>
      count === 1 ? '1 groep samengevouwen' : `${nl(count)} groepen samengevouwen`,
    openHideRows: 'rijen zonder getal weggelaten',
    openHideColumns: 'kolommen zonder getal weggelaten',
    openFreely: 'Lezers kunnen dit zelf anders kiezen.',
    staysBehind: 'Dit gaat niet mee',
    staysReviewer:
      'Het filter op codeur: wie codeerde, wordt niet openbaar. De coderingen van alle codeurs komen erin.',
    staysReviewerOrder: 'De volgorde naar één codeur: wie codeerde, wordt niet openbaar.',
    staysStatus: 'Het filter op beoordeling: u kiest hieronder welke coderingen erin komen.',
    staysCompare: 'De vergelijking: alleen de eerste kant komt in de kopie.',
    publish: 'Publiceer',
    publishing: 'Wordt gepubliceerd…',
    titleMissing: 'Geef de publicatie een titel.',
    published: 'Gepubliceerd. De link staat in de lijst hieronder.',
    listTitle: 'Gepubliceerde kopieën',
    none: 'Er is nog niets gepubliceerd.',
    columnTitle: 'Titel',
    columnMade: 'Gemaakt',
    columnState: 'Stand',
    columnActions: 'Handeling',
    madeBy: (day: string, name: string) => `${day} door ${name}`,
    readable: 'leesbaar voor wie de link heeft',
    embargoed: (moment: string) => `onder embargo tot ${moment}`,
    withdrawnOn: (day: string) => `ingetrokken op ${day}`,

    withdraw: 'Trek in',
    withdrawQuestion: 'De kopie is daarna voorgoed weg; de link zegt alleen nog dat ze is ingetrokken.',
    withdrawn: 'Ingetrokken.',
    forCurators: 'Een redacteur of eigenaar van dit dossier kan publiceren.',

    embargoTitle: 'Nog niet leesbaar',
    embargoText: (moment: string) => `Deze publicatie is te lezen vanaf ${moment}.`,
    preview: 'Bekijk de kopie',
    previewText: (moment: string) =>
      `Onder embargo tot ${moment}. Tot dan zien alleen redacteuren en eigenaars van het dossier deze kopie; wie de link heeft, leest alleen vanaf wanneer ze te lezen is.`,
    previewRefused:
      'Vóór het einde van het embargo zien alleen redacteuren en eigenaars van het dossier deze kopie. Bent u dat, meld u dan eerst aan.',
    withdrawnTitle: 'Ingetrokken',
    withdrawnText: 'Deze publicatie is ingetrokken.',
    notFoundTitle: 'Deze publicatie bestaat niet',
    notFoundText:
      'Controleer of u de hele link hebt overgenomen. Een publicatie verdwijnt ook met het dossier waaruit zij komt.',
    numberedReviewer: (number: string) => `codeur ${number}`,
    frozenOn: (moment: string) => `Bevroren kopie van ${moment}.`,
    holdsAccepted: 'Er staan alleen coderingen in die een redacteur heeft geaccepteerd.',
    holdsDrafts: (count: number, of: number) =>
      of === 1
        ? 'De codering erin is nog niet nagekeken.'
        : count === 1
          ? `1 van de ${nl(of)} coderingen is nog niet nagekeken.`
          : `${nl(count)} van de ${nl(of)} coderingen zijn nog niet nagekeken.`,
    selected:
      'In deze kopie staat een deel van het dossier: een lege cel kan betekenen dat er iets buiten deze keuze valt.',
  },
  {
    title: 'Publish',
    explained:
      'A publication is a frozen copy of the matrix with its passages. Whoever has the link reads it without an account. What happens in the dossier afterwards does not change the copy. Names of reviewers and their notes are not in it.',
    newTitle: 'New publication',
    fieldTitle: 'Title',
    proposedTitle: (dossier, day) => `${dossier}, as of ${day}`,
    fieldNote: 'Note',
    noteHint: 'Stands above the copy. May stay empty.',
    fieldEmbargo: 'Embargo until (Dutch time)',
    embargoHint:
      'Only curators and owners read the copy before this moment. Leave empty to make it readable at once.',
    embargoWrong: 'Choose a date and time in the future.',
    embargoHalf: 'Fill in both the date and the time, or empty the field.',
    fieldStatus: 'Which codings?',
    waiting: (drafts) =>
      drafts === 1
        ? '1 coding within this choice has not been reviewed yet.'
        : `${en(drafts)} codings within this choice have not been reviewed yet.`,
    acceptedOnly: (count) => `Only what was accepted: ${count === 1 ? '1 coding' : `${en(count)} codings`}`,
    withDrafts: (accepted, drafts) =>
      accepted === 0
        ? `All of it, though nothing was reviewed yet: ${drafts === 1 ? '1 coding' : `${en(drafts)} codings`}. The copy says so.`
        : `Also what was not reviewed yet: ${en(accepted + drafts)} codings, of which ${en(drafts)} in draft. The copy says so.`,
    allAccepted: (count) =>
      count === 1
        ? 'The coding within this choice was accepted.'
        : `All ${en(count)} codings within this choice were accepted.`,
    sentBack: (count) =>
      count === 1
        ? '1 coding that was sent back does not go in.'
        : `${en(count)} codings that were sent back do not go in.`,
    nothingToPublish: 'There is no coding within this choice. There is nothing to publish.',
    statusMissing: 'Choose whether codings that were not reviewed yet go in too.',
    holdsAcceptedShort: 'accepted codings only',
    holdsDraftsShort: 'drafts too',
    selection: 'This goes into it',
    everything: 'The whole dossier; choose filters above to publish a part.',
    opensWith: 'The copy opens with',
    openAxes: (rows, columns, count) => `rows: ${rows}, columns: ${columns}, number: ${count}`,
    openRowOrder: 'rows in the order that you chose',
    openColumnOrder: 'columns in the order that you chose',
    openFold: (count) => (count === 1 ? '1 group folded' : `${en(count)} groups folded`),
    openHideRows: 'rows without a number left out',
    openHideColumns: 'columns without a number left out',
    openFreely: 'Readers can choose otherwise themselves.',
    staysBehind: 'This does not go along',
    staysReviewer:
      'The filter on reviewer: who coded does not become public. The codings of all reviewers go in.',
    staysReviewerOrder: 'The order by one reviewer: who coded does not become public.',
    staysStatus: 'The filter on review status: you choose below which codings go in.',
    staysCompare: 'The comparison: only the first side goes into the copy.',
    publish: 'Publish',
    publishing: 'Publishing…',
    titleMissing: 'Give the publication a title.',
    published: 'Published. The link stands in the list below.',
    listTitle: 'Published copies',
    none: 'Nothing has been published yet.',
    columnTitle: 'Title',
    columnMade: 'Made',
    columnState: 'State',
    columnActions: 'Actions',
    madeBy: (day: string, name: string) => `${day} by ${name}`,
    readable: 'readable for whoever has the link',
    embargoed: (moment: string) => `under embargo until ${moment}`,
    withdrawnOn: (day: string) => `withdrawn on ${day}`,

    withdraw: 'Withdraw',
    withdrawQuestion: 'The copy is gone for good then; the link only says that it was withdrawn.',
    withdrawn: 'Withdrawn.',
    forCurators: 'A curator or owner of this dossier can publish.',

    embargoTitle: 'Not readable yet',
    embargoText: (moment: string) => `This publication can be read from ${moment}.`,
    preview: 'View the copy',
    previewText: (moment: string) =>
      `Under embargo until ${moment}. Until then only curators and owners of the dossier see this copy; whoever has the link only reads from when it can be read.`,
    previewRefused:
      'Before the end of the embargo only curators and owners of the dossier see this copy. If you are one, sign in first.',
    withdrawnTitle: 'Withdrawn',
    withdrawnText: 'This publication was withdrawn.',
    notFoundTitle: 'This publication does not exist',
    notFoundText:
      'Check whether you copied the whole link. A publication also goes with the dossier from which it comes.',
    numberedReviewer: (number: string) => `reviewer ${number}`,
    frozenOn: (moment: string) => `Frozen copy of ${moment}.`,
    holdsAccepted: 'It holds only codings that a curator accepted.',
    holdsDrafts: (count, of) =>
      of === 1
        ? 'The coding in it has not been reviewed yet.'
        : count === 1
          ? `1 of the ${en(of)} codings has not been reviewed yet.`
          : `${en(count)} of the ${en(of)} codings have not been reviewed yet.`,
    selected:
      'This copy has a part of the dossier: an empty cell can mean that something lies outside this choice.',
  },
);
