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
    reportedBy: 'Volgens',
    basis: 'Rust op',
    stage: 'Stadium',
    noStage: 'niet vermeld',
    provision: 'Artikel',
    quantity: 'Hoeveel',
    quantityTo: 'tot',
    quantityUnit: 'eenheid',
    quantityPeriod: 'per',
    noPeriod: '–',
    note: 'Aantekening',
    proposedSpeaker: (name: string) => `${name}, genoemd in de passage`,
    proposedProvision: (provision: string) => `Artikel in de passage: ${provision}`,
    proposedQuantity: (quantity: string) => `Hoeveelheid in de passage: ${quantity}`,

    save: 'Opslaan',
    saving: 'Wordt opgeslagen…',
    more: 'meer',
    another: 'nog een codering',
    repeat: 'herhaal',
    close: 'Sluiten',
    remove: 'Verwijder passage',
    removeCoding: (coding: string) => `Verwijder codering ${coding}`,
    newCoding: 'nieuwe codering',
    codings: 'Coderingen van deze passage',
    toChoose: 'kies',
    toSearch: 'typ om te zoeken',
    toEdit: 'wijzig',
    codedAs: 'Gecodeerd',

    saved: 'Opgeslagen.',
    removed: 'Passage verwijderd. U kunt dit in het zijpaneel ongedaan maken.',

    attach: 'Koppel passage opnieuw',
    attachFrom: (quote: string) => `Opnieuw koppelen: ‘${quote}’`,
    attachHint: 'Selecteer in de tekst waar deze passage nu staat.',
    attachTo: (words: string) => `Gekozen: ‘${words}’`,
    attachHere: 'koppel hier',
    attachCancel: 'laat zoals het is',
    attached: 'Opnieuw gekoppeld.',
    attachPageChanged: 'De pagina is intussen veranderd. Selecteer de woorden nog een keer.',

    'trouble.choose-safeguard': 'Kies eerst een waarborg.',
    'trouble.choose-direction': 'Kies of dat gunstig of ongunstig is, geen gevolg heeft of onduidelijk is.',
    'trouble.choose-speaker':
      'Van dit document is geen afzender bekend. Vul bij Spreker in wie dit zegt; dat blijft staan voor de volgende passage.',
    'trouble.quantity': 'Vul bij Hoeveel een getal en een eenheid in, bijvoorbeeld 45.000 en zaken.',
    'trouble.not-connected':
      'Waarborg is nog niet verbonden met een dossier. Klik op de knop van Waarborg in de werkbalk om te verbinden.',
    'trouble.storage-failed':
      'Opslaan op deze computer lukte niet. Uw keuzes staan hier nog: maak schijfruimte vrij en probeer het opnieuw.',
    'trouble.unanswered':
      'De extensie antwoordt niet, misschien is zij net bijgewerkt. Uw keuzes staan hier nog: probeer het opnieuw, of laad de pagina opnieuw.',
    'trouble.not-found': 'Deze passage bestaat niet meer; iemand heeft haar verwijderd.',
    'trouble.invalid':
      'Deze codering kan zo niet worden opgeslagen. Uw keuzes staan hier nog; kies een kortere passage of pas ze aan.',
    'trouble.no-words': 'In deze selectie staan geen woorden. Selecteer een stuk tekst.',
    'trouble.empty': 'Selecteer eerst de woorden die u wilt coderen.',
    'trouble.own-interface':
      'Deze selectie loopt door het venster van Waarborg. Selecteer alleen tekst van de pagina.',
    'trouble.too-long': 'Deze selectie is te lang: een passage heeft hooguit 100.000 tekens.',
    'trouble.no-text': 'Op deze pagina staat geen tekst die u kunt markeren.',
    'trouble.foreign-frame':
      'Dit deel van de pagina komt van een andere site: open het in een eigen tabblad om er passages in te markeren.',
    'trouble.passage-gone':
      'De passage uit de link staat niet (meer) op deze pagina. Zij staat nog in het zijpaneel.',
  },
  {
    toolbar: 'Code passage',
    toolbarEditing: 'Edit coding',
    safeguard: 'Safeguard',
    measure: 'What happens',
    impact: 'Impact on',
    direction: 'That is',
    search: 'search…',
    searchSafeguard: 'Search a safeguard',
    searchImpact: 'Search an impact',
    nothingFound: 'Nothing found',

    'sentence.helps': (impact) => (impact ? `= the safeguard helps ${impact}` : '= the safeguard helps'),
    'sentence.hurts': (impact) => (impact ? `= the safeguard hurts ${impact}` : '= the safeguard hurts'),
    'sentence.noEffect': (impact) =>
      impact ? `= the safeguard has no effect on ${impact}` : '= the safeguard has no effect',
    'sentence.none': '= no stance on the safeguard',

    speaker: 'Speaker',
    whoSpeaks: 'who says this?',
    reportedBy: 'According to',
    basis: 'Rests on',
    stage: 'Stage',
    noStage: 'not stated',
    provision: 'Article',
    quantity: 'How much',
    quantityTo: 'to',
    quantityUnit: 'unit',
    quantityPeriod: 'a',
    noPeriod: '–',
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
    toEdit: 'edit',
    codedAs: 'Coded',

    saved: 'Saved.',
    removed: 'Passage deleted. You can undo this in the side panel.',

    attach: 'Attach passage again',
    attachFrom: (quote) => `Attaching again: ‘${quote}’`,
    attachHint: 'Select in the text where this passage stands now.',
    attachTo: (words) => `Chosen: ‘${words}’`,
    attachHere: 'attach here',
    attachCancel: 'leave it as it is',
    attached: 'Attached again.',
    attachPageChanged: 'The page has changed meanwhile. Select the words once more.',

    'trouble.choose-safeguard': 'Choose a safeguard first.',
    'trouble.choose-direction':
      'Choose whether that is favourable or unfavourable, has no effect or is unclear.',
    'trouble.choose-speaker':
      'The issuer of this document is not known. Fill in under Speaker who says this; it stays for the next passage.',
    'trouble.quantity': 'Under How much, give a number and a unit, such as 45000 and cases.',
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
    'trouble.empty': 'First select the words that you want to code.',
    'trouble.own-interface':
      "This selection runs across Waarborg's own window. Select text of the page only.",
    'trouble.too-long': 'This selection is too long: a passage has at most 100,000 characters.',
    'trouble.no-text': 'There is no text on this page that you can mark.',
    'trouble.foreign-frame':
      'This part of the page comes from another site: open it in a tab of its own to mark passages in it.',
    'trouble.passage-gone':
      'The passage of the link is not on this page (any more). It is still in the side panel.',
  },
);
