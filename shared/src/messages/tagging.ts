import { defineCatalogue } from './catalogue.ts';

/** What the tagging toolbar says, and what is said in the page about passages. */
export const taggingMessages = defineCatalogue(
  {
    toolbar: 'Codeer passage',
    toolbarEditing: 'Wijzig codering',
    safeguard: 'Waarborg',
    measure: 'Er gebeurt',
    impact: 'Gevolg voor',
    direction: 'Dat is',
    search: 'zoek…',
    searchSafeguard: 'Zoek een waarborg',
    searchImpact: 'Zoek een gevolg',
    nothingFound: 'Niets gevonden',

    'sentence.helps': (impact: string) => (impact ? `= de waarborg helpt ${impact}` : '= de waarborg helpt'),
    'sentence.hurts': (impact: string) =>
      impact ? `= de waarborg schaadt ${impact}` : '= de waarborg schaadt',
    'sentence.noEffect': (impact: string) =>
      impact ? `= de waarborg heeft geen gevolg voor ${impact}` : '= de waarborg heeft geen gevolg',
    'sentence.none': '= geen standpunt over de waarborg',

    speaker: 'Spreker',
    whoSpeaks: 'wie zegt dit?',
    reportedBy: 'Aangehaald door',
    basis: 'Berust op',
    stage: 'Stadium',
    noStage: 'niet vermeld',
    provision: 'Artikel',
    quantity: 'Hoeveel',
    quantityTo: 'tot',
    quantityUnit: 'eenheid',
    quantityPeriod: 'per',
    quantityPeriodField: 'Per welke periode',
    noPeriod: 'in totaal',
    note: 'Aantekening',
    proposedSpeaker: (name: string) => `${name}, genoemd in de passage`,
    proposedProvision: (provision: string) => `Artikel in de passage: ${provision}`,
    proposedQuantity: (quantity: string) => `Hoeveelheid in de passage: ${quantity}`,

    save: 'Bewaar',
    saving: 'Wordt bewaard…',
    more: 'meer',
    another: 'nog een codering',
    repeat: 'herhaal',
    close: 'Sluit',
    remove: 'Verwijder passage',
    removeCoding: (coding: string) => `Verwijder codering ${coding}`,
    newCoding: 'nieuwe codering',
    codings: 'Coderingen van deze passage',
    toChoose: 'kies',
    toSearch: 'typ om te zoeken',
    toClose: 'sluit',
    toEdit: 'wijzig',
    codedAs: 'Gecodeerd',

    saved: 'Bewaard.',
    savedAndLost:
      'Bewaard. De pagina is intussen veranderd: de passage staat er niet meer, en is te vinden in het zijpaneel.',
    removed: 'Passage verwijderd.',

    undo: 'maak ongedaan',
    undone: 'Ongedaan gemaakt.',

    addPiece: 'nog een stuk',
    'pick.code': 'Passages kiezen met het toetsenbord',
    'pick.add': 'Nog een stuk van de passage',
    'pick.attach': 'Koppel passage opnieuw',
    'pickFrom.code': (quote: string) => `Passage: ‘${quote}’`,
    'pickFrom.add': (quote: string) => `De passage tot nu toe: ‘${quote}’`,
    'pickFrom.attach': (quote: string) => `Opnieuw koppelen: ‘${quote}’`,
    'pickHint.code': 'Kies een passage met de pijltoetsen, of selecteer de woorden.',
    'pickHint.add': 'Kies het volgende stuk met de pijltoetsen, of selecteer het.',
    'pickHint.attach':
      'Kies waar deze passage nu staat: met de pijltoetsen, of door de woorden te selecteren.',
    picked: (words: string) => `Gekozen: ‘${words}’`,
    pickParagraph: 'alinea',
    pickSentence: 'zin',
    pickMore: 'erbij',
    'pickTake.code': 'codeer',
    'pickTake.add': 'voeg toe',
    'pickTake.attach': 'koppel hier',
    'pickCancel.code': 'stop',
    'pickCancel.add': 'terug',
    'pickCancel.attach': 'laat zoals het is',
    attached: 'Opnieuw gekoppeld.',
    pieceAdded: 'Het stuk hoort nu bij de passage.',
    pickPageChanged: 'De pagina is intussen veranderd. Kies de woorden nog een keer.',

    'trouble.choose-safeguard': 'Kies eerst een waarborg.',
    'trouble.choose-direction': 'Kies of dat gunstig of ongunstig is, geen gevolg heeft of onduidelijk is.',
    'trouble.choose-speaker':
      'Van dit document is geen afzender bekend. Vul bij Spreker in wie dit zegt; dat blijft staan voor de volgende passage.',
    'trouble.quantity':
      'Vul bij Hoeveel een getal en een eenheid in, bijvoorbeeld 45.000 en zaken; een tweede getal is niet kleiner.',
    'trouble.coded-already': 'U codeerde dit al zo. Het telt één keer; nog eens bewaren kan wel.',
    'trouble.not-connected':
      'Waarborg is nog niet verbonden met een dossier. Klik op de knop van Waarborg in de werkbalk om te verbinden.',
    'trouble.storage-failed':
      'Bewaren op deze computer lukte niet. Uw keuzes staan hier nog: maak schijfruimte vrij en probeer het opnieuw.',
    'trouble.unanswered':
      'De extensie antwoordt niet; misschien is die net bijgewerkt. Uw keuzes staan hier nog: probeer het opnieuw, of laad de pagina opnieuw.',
    'trouble.not-found': 'Deze passage bestaat niet meer: iemand heeft die verwijderd.',
    'trouble.invalid':
      'Deze codering kan zo niet worden bewaard. Uw keuzes staan hier nog; kies een kortere passage of pas ze aan.',
    'trouble.no-words': 'In deze selectie staan geen woorden. Selecteer een stuk tekst.',
    'trouble.unopened-storage-failed':
      'Wat Waarborg op deze computer bewaart, is nu niet te lezen. Maak schijfruimte vrij en laad de pagina opnieuw.',
    'trouble.unopened-invalid':
      'Deze pagina heeft geen adres waaronder Waarborg haar kan bewaren, of een veel te lang adres. Open het document op een eigen adres.',
    'trouble.unopened-own-page': 'Dit is een pagina van Waarborg zelf: hier valt niets te coderen.',
    'trouble.empty': 'Selecteer eerst de woorden die u wilt coderen.',
    'trouble.own-interface':
      'Deze selectie loopt door het venster van Waarborg. Selecteer alleen tekst van de pagina.',
    'trouble.editable': 'Deze tekst is een invulveld en hoort niet bij het document.',
    'trouble.outside': 'Wat u selecteerde, hoort niet bij de tekst van deze pagina.',
    'trouble.too-long': 'Deze selectie is te lang: een passage heeft hooguit 100.000 tekens.',
    'trouble.keys-stopped':
      'Deze pagina houdt toetsen tegen. Kies met de muis; met Tab en de spatiebalk kunt u knoppen indrukken.',
    'trouble.too-many-pieces': 'Een passage heeft hooguit 20 stukken.',
    'trouble.page-changed':
      'De pagina is intussen veranderd: het stuk is niet toegevoegd. Uw passage en uw keuzes staan er nog.',
    'trouble.page-replaced':
      'De pagina is intussen vervangen. Wat bewaard was, is er nog; selecteer de woorden opnieuw om ze te coderen.',
    'trouble.not-undone': 'Dit kon hier niet meer ongedaan worden gemaakt. Wijzig het in het zijpaneel.',
    'trouble.no-text': 'Op deze pagina staat geen tekst die u kunt markeren.',
    'trouble.foreign-frame':
      'Dit deel van de pagina komt van een andere site: open het in een eigen tabblad om er passages in te markeren.',
    'trouble.passage-gone':
      'De passage uit de link staat niet (meer) op deze pagina. In het zijpaneel vindt u die nog.',
    'trouble.passage-unknown':
      'De passage uit de link is in dit dossier niet te vinden: die is verwijderd, of hoort bij een ander dossier.',
    'trouble.link-not-connected':
      'Deze link leidt naar een passage. Meld u aan met de knop van Waarborg in de werkbalk; daarna gaat u er vanzelf heen.',
  },
  {
    toolbar: 'Code passage',
    toolbarEditing: 'Edit coding',
    safeguard: 'Safeguard',
    measure: 'What happens',
    impact: 'Impact on',
    direction: 'That is',
    search: 'search…',
    searchSafeguard: 'Search for a safeguard',
    searchImpact: 'Search for an impact',
    nothingFound: 'Nothing found',

    'sentence.helps': (impact) => (impact ? `= the safeguard helps ${impact}` : '= the safeguard helps'),
    'sentence.hurts': (impact) => (impact ? `= the safeguard hurts ${impact}` : '= the safeguard hurts'),
    'sentence.noEffect': (impact) =>
      impact ? `= the safeguard has no effect on ${impact}` : '= the safeguard has no effect',
    'sentence.none': '= no stance on the safeguard',

    speaker: 'Speaker',
    whoSpeaks: 'who says this?',
    reportedBy: 'Reported by',
    basis: 'Rests on',
    stage: 'Stage',
    noStage: 'not stated',
    provision: 'Article',
    quantity: 'How much',
    quantityTo: 'to',
    quantityUnit: 'unit',
    quantityPeriod: 'a',
    quantityPeriodField: 'For what period',
    noPeriod: 'in all',
    note: 'Note',
    proposedSpeaker: (name) => `${name}, named in the passage`,
    proposedProvision: (provision) => `Article in the passage: ${provision}`,
    proposedQuantity: (quantity) => `Quantity in the passage: ${quantity}`,

    save: 'Save',
    saving: 'Saving…',
    more: 'more',
    another: 'another coding',
    repeat: 'repeat',
    close: 'Close',
    remove: 'Delete passage',
    removeCoding: (coding) => `Remove coding ${coding}`,
    newCoding: 'new coding',
    codings: 'Codings of this passage',
    toChoose: 'choose',
    toSearch: 'type to search',
    toClose: 'close',
    toEdit: 'edit',
    codedAs: 'Coded',

    saved: 'Saved.',
    savedAndLost:
      'Saved. The page has changed meanwhile: the passage is not on it any more, and can be found in the side panel.',
    removed: 'Passage deleted.',

    undo: 'undo',
    undone: 'Undone.',

    addPiece: 'another piece',
    'pick.code': 'Choose passages by keyboard',
    'pick.add': 'Another piece of the passage',
    'pick.attach': 'Attach passage again',
    'pickFrom.code': (quote) => `Passage: ‘${quote}’`,
    'pickFrom.add': (quote) => `The passage so far: ‘${quote}’`,
    'pickFrom.attach': (quote) => `Attaching again: ‘${quote}’`,
    'pickHint.code': 'Choose a passage with the arrow keys, or select it.',
    'pickHint.add': 'Choose the next piece with the arrow keys, or select it.',
    'pickHint.attach': 'Choose where this passage stands now: with the arrow keys, or by selecting it.',
    picked: (words) => `Chosen: ‘${words}’`,
    pickParagraph: 'paragraph',
    pickSentence: 'sentence',
    pickMore: 'more',
    'pickTake.code': 'code',
    'pickTake.add': 'add',
    'pickTake.attach': 'attach here',
    'pickCancel.code': 'stop',
    'pickCancel.add': 'back',
    'pickCancel.attach': 'leave it as it is',
    attached: 'Attached again.',
    pieceAdded: 'The piece belongs to the passage now.',
    pickPageChanged: 'The page has changed meanwhile. Choose the words once more.',

    'trouble.choose-safeguard': 'Choose a safeguard first.',
    'trouble.choose-direction':
      'Choose whether that is favourable or unfavourable, has no effect or is unclear.',
    'trouble.choose-speaker':
      'The issuer of this document is not known. Under Speaker, enter who says this; it is kept for the next passage.',
    'trouble.quantity':
      'Under How much, give a number and a unit, such as 45000 and cases; a second number is not smaller.',
    'trouble.coded-already':
      'You already coded this in the same way. It counts once; you can still save it again.',
    'trouble.not-connected':
      'Waarborg is not connected to a dossier yet. Click the Waarborg button in the toolbar to connect.',
    'trouble.storage-failed':
      'It could not be saved on this computer. Your choices are still here: free some disk space and try again.',
    'trouble.unanswered':
      'The extension does not answer; it may have been updated just now. Your choices are still here: try again, or reload the page.',
    'trouble.not-found': 'This passage does not exist any more; somebody deleted it.',
    'trouble.invalid':
      'This coding cannot be saved like this. Your choices are still here; choose a shorter passage or change them.',
    'trouble.no-words': 'There are no words in this selection. Select some text.',
    'trouble.unopened-storage-failed':
      'What Waarborg keeps on this computer cannot be read now. Free some disk space and reload the page.',
    'trouble.unopened-invalid':
      'This page has no address under which Waarborg can keep it, or one that is far too long. Open the document at an address of its own.',
    'trouble.unopened-own-page': 'This is a page of Waarborg itself: there is nothing to code here.',
    'trouble.empty': 'First select the words that you want to code.',
    'trouble.own-interface':
      "This selection runs across Waarborg's own window. Select text of the page only.",
    'trouble.editable': 'This text is a field to fill in and no part of the document.',
    'trouble.outside': 'What you selected is no part of the text of this page.',
    'trouble.too-long': 'This selection is too long: a passage has at most 100,000 characters.',
    'trouble.keys-stopped':
      'This page stops keys. Choose with the mouse; Tab and the space bar press buttons.',
    'trouble.too-many-pieces': 'A passage has at most 20 pieces.',
    'trouble.page-changed':
      'The page has changed meanwhile: the piece was not added. Your passage and your choices are still there.',
    'trouble.page-replaced':
      'The page was replaced meanwhile. What was saved is still there; select the words again to code them.',
    'trouble.not-undone': 'This could not be undone here any more. Change it in the side panel.',
    'trouble.no-text': 'There is no text on this page that you can mark.',
    'trouble.foreign-frame':
      'This part of the page comes from another site: open it in a tab of its own to mark passages in it.',
    'trouble.passage-gone':
      'The passage of the link is not on this page (any more). It is still in the side panel.',
    'trouble.passage-unknown':
      'The passage of the link is not to be found in this dossier: it was deleted, or belongs to another dossier.',
    'trouble.link-not-connected':
      'This link leads to a passage. Sign in with the Waarborg button in the toolbar; you are then taken there.',
  },
);
