import { defineCatalogue } from './catalogue.ts';
import { formatNumber } from './format-number.ts';

/** What the outlines of papers say, on their page and in the papers that come out of them. */
export const outlineMessages = defineCatalogue(
  {
    outlines: 'Opzet',
    intro:
      'Zet passages op volgorde onder koppen, met eigen tekst ertussen, en maak er een stuk van. Passages voegt u toe vanuit een cel van de matrix of vanuit Zoeken, met ‘Naar opzet’; een hele cel in één keer met ‘Alle passages naar opzet’.',
    loading: 'De opzet wordt geladen…',
    choose: 'Opzetten',
    newTitle: 'Titel van de nieuwe opzet',
    create: 'Nieuwe opzet',
    defaultTitle: 'Position paper',
    title: 'Titel',
    rename: 'Wijzig de titel',
    deleteOutline: 'Verwijder de opzet',
    deleteSure: (title: string) =>
      `‘${title}’ verwijderen, met alle eigen tekst? De passages blijven in het dossier.`,
    deleted: (title: string) => `‘${title}’ is verwijderd.`,
    changedMeanwhile:
      'Iemand anders wijzigde deze opzet intussen. Hij is opnieuw geladen; probeer het nog eens.',
    noOutlines: 'Dit dossier heeft nog geen opzet.',
    forReviewers:
      'In een opzet staan passages op volgorde onder koppen, met eigen tekst ertussen, om er een stuk van te maken. Een codeur, redacteur of eigenaar van dit dossier kan er een beginnen.',
    emptyOutline: 'In deze opzet staat nog niets.',
    fillOutline:
      'Voeg hieronder een kop of tekst toe, of voeg passages toe vanuit een cel van de matrix of vanuit Zoeken.',
    addHeading: 'Kop toevoegen',
    addText: 'Tekst toevoegen',
    addTextBelow: (what: string) => `+ Tekst onder: ${what}`,
    addHeadingBelow: (what: string) => `+ Kop onder: ${what}`,
    heading: 'Kop',
    text: 'Tekst',
    level: (level: number) => `Niveau ${level}`,
    levelLabel: 'Niveau',
    textHint: 'Ctrl+B vet, Ctrl+I schuin; ook met Markdown: **vet**, *schuin*, - lijst, > citaat.',
    textTooLong: (length: number, most: number) =>
      `Deze tekst is met opmaak ${formatNumber(length, 'nl')} tekens lang; er passen er ${formatNumber(most, 'nl')} in. Kort hem in, of verdeel hem over twee teksten.`,
    textTools: 'Opmaak',
    'tool.bold': 'Vet',
    'tool.italic': 'Schuin',
    'tool.bullets': 'Lijst',
    'tool.numbers': 'Genummerde lijst',
    'tool.quote': 'Citaat',
    link: 'Link',
    linkAddress: 'Adres van de link',
    makeLink: 'Maak de link',
    emptyText: 'Nog geen tekst',
    emptyHeading: 'Kop zonder tekst',
    edit: 'Bewerk',
    editOf: (what: string) => `Bewerk: ${what}`,
    save: 'Bewaar',
    cancel: 'Annuleer',
    moveUp: 'Omhoog',
    moveDown: 'Omlaag',
    moveUpOf: (what: string) => `Omhoog: ${what}`,
    moveDownOf: (what: string) => `Omlaag: ${what}`,
    dragOf: (what: string) => `Sleep: ${what}`,
    moved: (what: string, place: number, of: number) => `${what}: nu op plaats ${place} van ${of}.`,
    movedSection: (what: string, place: number, of: number) =>
      `${what}, met wat eronder staat: nu op plaats ${place} van ${of}.`,
    movedBack: 'De laatste verplaatsing is ongedaan gemaakt.',
    undoMove: 'Zet terug',
    keys: 'Met het toetsenbord: Alt en pijl omhoog of omlaag verplaatst een onderdeel, een kop met alles wat eronder staat; met Shift erbij de kop alleen. Ctrl+Z zet terug. Slepen gaat net zo.',
    remove: 'Haal eruit',
    removeOf: (what: string) => `Haal eruit: ${what}`,
    removed: (what: string) => `‘${what}’ is uit de opzet gehaald.`,
    fateChanged: 'Gewijzigd sinds deze passage is toegevoegd. De woorden zijn nu:',
    fateDeleted:
      'Deze passage is sindsdien uit het dossier verwijderd. Hier staan de woorden zoals ze waren.',
    notAccepted: 'nog niet door een redacteur geaccepteerd',
    fateGone: 'Deze passage staat niet meer in het document.',
    renew: 'Neem de nieuwe woorden over',
    comments: (count: number) => (count === 1 ? '1 opmerking' : `${count} opmerkingen`),
    comment: 'Opmerking',
    commentOn: (what: string) => `Opmerking: ${what}`,
    newComment: 'Nieuwe opmerking',
    place: 'Plaats',
    settle: 'Afgehandeld',
    settleOf: (text: string) => `Afgehandeld: ${text}`,
    toWord: 'Word (DOCX)',
    toMarkdown: 'Markdown',
    print: 'Afdrukken of PDF',
    making: 'Het stuk wordt gemaakt…',
    appendix: 'Bijlage: de matrix',
    appendixCounts: (onlyAccepted: boolean) =>
      onlyAccepted
        ? 'Telt alleen coderingen die een redacteur heeft geaccepteerd.'
        : 'Telt alle coderingen van het dossier, ook wat nog niet is nagekeken.',
    onlyAccepted: 'In de bijlage alleen geaccepteerde coderingen',
    othersChanged:
      'Een collega heeft dit intussen gewijzigd. Uw tekst staat er nog; hieronder staat die van de collega. Bewaar opnieuw om uw tekst te laten gelden.',
    othersRemoved:
      'Een collega heeft dit intussen uit de opzet gehaald. Uw tekst staat er nog: bewaar om die terug te zetten, of annuleer.',
    outlineDeleted:
      'Deze opzet is intussen verwijderd. Wat u typte staat hier nog zolang u deze pagina openhoudt, en kan worden bewaard zodra de opzet terug is.',
    bringBack: 'Haal de opzet terug in Geschiedenis (nieuw tabblad)',
    theirText: 'Tekst van de collega',
    'inPaper.changed':
      'Opmerking: deze passage is in het dossier gewijzigd sinds zij is opgenomen. Hier staan de woorden zoals ze waren.',
    'inPaper.deleted':
      'Opmerking: deze passage is uit het dossier verwijderd sinds zij is opgenomen. Hier staan de woorden zoals ze waren.',

    toOutline: 'Naar opzet',
    toOutlineOf: (quote: string) => `Naar opzet: ${quote}`,
    chooseOutline: 'Voeg toe aan',
    added: (title: string) => `Toegevoegd aan ‘${title}’.`,
    standsIn: (title: string) => `Staat al in ‘${title}’.`,
    addAgain: 'Voeg nog eens toe',
    openOutline: 'Open de opzet',
    allToOutline: 'Alle passages naar opzet',
    inOutline: 'In de opzet',
    newOutline: (title: string) => `Nieuwe opzet: ${title}`,
    underHeading: 'Onder de kop',
    atEnd: 'Helemaal aan het eind',
    allInOrder: (count: number) =>
      count === 1
        ? '1 passage.'
        : `${formatNumber(count, 'nl')} passages, elk één keer, in de volgorde waarin zij hier staan.`,
    foldedStay: (count: number) =>
      count === 1
        ? '1 herhaling die is samengevouwen, gaat niet mee.'
        : `${formatNumber(count, 'nl')} herhalingen die zijn samengevouwen, gaan niet mee.`,
    standAlready: (count: number) =>
      count === 1
        ? '1 staat al in deze opzet en blijft waar zij staat.'
        : `${formatNumber(count, 'nl')} staan al in deze opzet en blijven waar zij staan.`,
    loadingPassages: 'De passages worden geladen…',
    tooManyClaims: (claims: number, most: number) =>
      `Dat past niet: dit getal telt ${formatNumber(claims, 'nl')} beweringen, en in een opzet passen ${formatNumber(most, 'nl')} onderdelen. Open een cel, of neem met een filter minder passages.`,
    noRoom: (asked: number, room: number, most: number) =>
      `Dat past niet: er komen er ${formatNumber(asked, 'nl')} bij, en in deze opzet passen nog ${formatNumber(room, 'nl')} van de ${formatNumber(most, 'nl')} onderdelen. Kies een andere opzet, of neem met een filter minder passages.`,
    addAll: (count: number) =>
      count === 1 ? 'Voeg 1 passage toe' : `Voeg ${formatNumber(count, 'nl')} passages toe`,
    allAdded: (title: string, added: number) =>
      `${added === 1 ? '1 passage' : `${formatNumber(added, 'nl')} passages`} toegevoegd aan ‘${title}’.`,
    someStood: (count: number) =>
      count === 1 ? '1 stond er al in.' : `${formatNumber(count, 'nl')} stonden er al in.`,
    allOrNone:
      'De passages gaan er samen in, of geen ervan, en nooit dubbel: u kunt het gerust nog eens proberen.',
  },
  {
    outlines: 'Outline',
    intro:
      'Put passages in order under headings, with text of your own between them, and make a paper of it. Passages are added from a cell of the matrix or from Search, with “To outline”; a whole cell at once with “All passages to outline”.',
    loading: 'Loading the outline…',
    choose: 'Outlines',
    newTitle: 'Title of the new outline',
    create: 'New outline',
    defaultTitle: 'Position paper',
    title: 'Title',
    rename: 'Change the title',
    deleteOutline: 'Delete the outline',
    deleteSure: (title) => `Delete “${title}” with all text of your own? Passages stay in the dossier.`,
    deleted: (title) => `“${title}” was deleted.`,
    changedMeanwhile: 'Somebody else changed this outline meanwhile. It was loaded again; try once more.',
    noOutlines: 'This dossier has no outline yet.',
    forReviewers:
      'An outline puts passages in order under headings, with text of one’s own between them, to make a paper of it. A reviewer, curator or owner of this dossier can begin one.',
    emptyOutline: 'There is nothing in this outline yet.',
    fillOutline: 'Add a heading or a text below, or passages from a cell of the matrix or from Search.',
    addHeading: 'Add heading',
    addText: 'Add text',
    addTextBelow: (what) => `+ Text below: ${what}`,
    addHeadingBelow: (what) => `+ Heading below: ${what}`,
    heading: 'Heading',
    text: 'Text',
    level: (level) => `Level ${level}`,
    levelLabel: 'Level',
    textHint: 'Ctrl+B bold, Ctrl+I italic; Markdown too: **bold**, *italic*, - list, > quote.',
    textTooLong: (length: number, most: number) =>
      `This text is ${formatNumber(length, 'en')} characters long with its marks; ${formatNumber(most, 'en')} fit. Shorten it, or part it into two texts.`,
    textTools: 'Formatting',
    'tool.bold': 'Bold',
    'tool.italic': 'Italic',
    'tool.bullets': 'List',
    'tool.numbers': 'Numbered list',
    'tool.quote': 'Quote',
    link: 'Link',
    linkAddress: 'Address of the link',
    makeLink: 'Make the link',
    emptyText: 'No text yet',
    emptyHeading: 'Heading without text',
    edit: 'Edit',
    editOf: (what) => `Edit: ${what}`,
    save: 'Save',
    cancel: 'Cancel',
    moveUp: 'Up',
    moveDown: 'Down',
    moveUpOf: (what) => `Up: ${what}`,
    moveDownOf: (what) => `Down: ${what}`,
    dragOf: (what) => `Drag: ${what}`,
    moved: (what, place, of) => `${what}: now at place ${place} of ${of}.`,
    movedSection: (what, place, of) => `${what}, with what stands below it: now at place ${place} of ${of}.`,
    movedBack: 'The last move was undone.',
    undoMove: 'Put back',
    keys: 'By keyboard: Alt and arrow up or down moves a part, a heading with all that stands below it; with Shift the heading alone. Ctrl+Z puts it back. Dragging does the same.',
    remove: 'Take out',
    removeOf: (what) => `Take out: ${what}`,
    removed: (what) => `“${what}” was taken out of the outline.`,
    fateChanged: 'Changed since this passage was added. The words now are:',
    fateDeleted: 'This passage has been deleted from the dossier since. Here are the words as they were.',
    notAccepted: 'not accepted by a curator yet',
    fateGone: 'This passage is not in the document any more.',
    renew: 'Take the new words',
    comments: (count) => (count === 1 ? '1 comment' : `${count} comments`),
    comment: 'Comment',
    commentOn: (what) => `Comment: ${what}`,
    newComment: 'New comment',
    place: 'Post',
    settle: 'Dealt with',
    settleOf: (text) => `Dealt with: ${text}`,
    toWord: 'Word (DOCX)',
    toMarkdown: 'Markdown',
    print: 'Print or PDF',
    making: 'Making the paper…',
    appendix: 'Appendix: the matrix',
    appendixCounts: (onlyAccepted) =>
      onlyAccepted
        ? 'Counts only codings that a curator has accepted.'
        : 'Counts all codings of the dossier, also what was not reviewed yet.',
    onlyAccepted: 'In the appendix accepted codings only',
    othersChanged:
      'A colleague has changed this meanwhile. Your text is still here; theirs stands below. Save again to let yours hold.',
    othersRemoved:
      'A colleague has taken this out of the outline meanwhile. Your text is still here: save to put it back, or cancel.',
    outlineDeleted:
      'This outline was deleted meanwhile. What you typed is still here as long as you keep this page open, and can be saved as soon as the outline is back.',
    bringBack: 'Bring the outline back in History (new tab)',
    theirText: 'The colleague’s text',
    'inPaper.changed':
      'Note: this passage was changed in the dossier since it was included. Here are the words as they were.',
    'inPaper.deleted':
      'Note: this passage was deleted from the dossier since it was included. Here are the words as they were.',

    toOutline: 'To outline',
    toOutlineOf: (quote) => `To outline: ${quote}`,
    chooseOutline: 'Add to',
    added: (title) => `Added to “${title}”.`,
    standsIn: (title) => `Stands in “${title}” already.`,
    addAgain: 'Add once more',
    openOutline: 'Open the outline',
    allToOutline: 'All passages to outline',
    inOutline: 'In the outline',
    newOutline: (title) => `New outline: ${title}`,
    underHeading: 'Under the heading',
    atEnd: 'At the very end',
    allInOrder: (count) =>
      count === 1
        ? '1 passage.'
        : `${formatNumber(count, 'en')} passages, each once, in the order in which they stand here.`,
    foldedStay: (count) =>
      count === 1
        ? '1 folded repeat is not put in.'
        : `${formatNumber(count, 'en')} folded repeats are not put in.`,
    standAlready: (count) =>
      count === 1
        ? '1 stands in this outline already and stays where it is.'
        : `${formatNumber(count, 'en')} stand in this outline already and stay where they are.`,
    loadingPassages: 'Loading the passages…',
    tooManyClaims: (claims, most) =>
      `They do not fit: this number counts ${formatNumber(claims, 'en')} claims, and an outline has room for ${formatNumber(most, 'en')} parts. Open a cell, or take fewer passages with a filter.`,
    noRoom: (asked, room, most) =>
      `They do not fit: ${formatNumber(asked, 'en')} would be added, and there is room for ${formatNumber(room, 'en')} of the ${formatNumber(most, 'en')} parts of this outline. Choose another outline, or take fewer passages with a filter.`,
    addAll: (count) => (count === 1 ? 'Add 1 passage' : `Add ${formatNumber(count, 'en')} passages`),
    allAdded: (title, added) =>
      `${added === 1 ? '1 passage' : `${formatNumber(added, 'en')} passages`} added to “${title}”.`,
    someStood: (count) => `${formatNumber(count, 'en')} stood there already.`,
    allOrNone: 'The passages go in together or not at all, and never twice: you can safely try again.',
  },
);
