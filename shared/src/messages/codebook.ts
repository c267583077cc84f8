import { defineCatalogue } from './catalogue.ts';
import { formatNumber } from './format-number.ts';

const nl = (number: number) => formatNumber(number, 'nl');
const en = (number: number) => formatNumber(number, 'en');

/** What the page with the codebook of a dossier says. */
export const codebookMessages = defineCatalogue(
  {
    codebook: 'Codeboek',
    intro:
      'De waarborgen en gevolgen waarmee dit dossier wordt gecodeerd. Wat hier verandert, verandert overal; elke codering houdt haar betekenis.',
    readOnly: (role: string) =>
      `Een redacteur of eigenaar van het dossier kan het codeboek wijzigen. U bent ${role}.`,
    safeguard: 'Waarborgen',
    impact: 'Gevolgen',
    filterWords: 'Woord in naam, omschrijving of termen',
    filterKind: 'Soort',
    allKinds: 'Waarborgen en gevolgen',
    filterState: 'Toestand',
    'state.all': 'Alle',
    'state.used': 'In gebruik',
    'state.uncoded': 'Zonder coderingen',
    'state.retired': 'Buiten gebruik',
    'state.merged': 'Met samengevoegde begrippen',
    shown: (count: number, of: number) =>
      count === of ? (of === 1 ? '1 begrip' : `${nl(of)} begrippen`) : `${nl(count)} van ${nl(of)} begrippen`,
    none: 'Er staat nog geen begrip in dit codeboek. Voeg een groep toe, of haal een codeboek binnen.',
    noneFound: 'Geen begrip past bij dit filter.',
    codings: (count: number) => (count === 1 ? '1 codering' : `${nl(count)} coderingen`),
    codingsOf: (codings: string, name: string) => `${codings} van ${name}, in de matrix`,
    retired: 'buiten gebruik',
    shortOf: (name: string) => `kort: ${name}`,
    favourable: (meaning: string) => `Gunstig: ${meaning}`,
    terms: (terms: string) => `Termen: ${terms}`,
    mergedHere: (name: string) => `Samengevoegd met ${name}`,
    mergedAway: (count: number) =>
      count === 1
        ? 'Alles in deze groep is met een begrip van een andere groep samengevoegd (1 begrip).'
        : `Alles in deze groep is met begrippen van andere groepen samengevoegd (${nl(count)} begrippen).`,
    emptyGroup: 'In deze groep staat nog niets.',
    history: 'Geschiedenis',
    historyOf: (name: string) => `Geschiedenis van ${name}`,

    edit: 'Wijzig',
    editOf: (name: string) => `Wijzig: ${name}`,
    more: 'Meer',
    moreOf: (name: string) => `Meer: ${name}`,
    up: 'Omhoog',
    upOf: (name: string) => `Omhoog: ${name}`,
    down: 'Omlaag',
    downOf: (name: string) => `Omlaag: ${name}`,
    touches: (codings: number) =>
      codings === 0
        ? 'Geen codering wordt hierdoor geraakt.'
        : codings === 1
          ? 'Dit raakt 1 codering: die blijft staan, onder wat u hier bewaart.'
          : `Dit raakt ${nl(codings)} coderingen: die blijven staan, onder wat u hier bewaart.`,

    add: 'Voeg een begrip toe',
    addTo: (group: string) => `Voeg een begrip toe: ${group}`,
    goneTitle: (name: string) => `‘${name}’ is er niet meer`,
    goneText:
      'Iemand anders maakte de toevoeging ongedaan terwijl u typte. Bewaart u dit, dan komt het begrip terug.',
    group: 'Groep',
    labelNl: 'Naam',
    labelEn: 'Naam in het Engels',
    englishHint: 'Laat u dit leeg, dan staat daar het Nederlands.',
    englishStays: 'De Engelse naam blijft zoals hij was. Klopt hij nog?',
    shortNl: 'Korte naam',
    shortHint: (length: number) =>
      `Ten hoogste ${length} tekens, voor smalle kolommen. Past de naam zelf, dan mag dit leeg blijven.`,
    shortEn: 'Korte naam in het Engels',
    definitionNl: 'Omschrijving',
    definitionEn: 'Omschrijving in het Engels',
    favourableNl: 'Gunstig betekent',
    favourableEn: 'Gunstig betekent, in het Engels',
    legalBasis: 'Rechtsgrond',
    termsField: 'Termen',
    termsHint:
      'Eén per regel. Een * staat voor elke uitgang: dwangsom* vindt ook dwangsommen. Bij een passage waarin een term staat, wordt dit begrip voorgesteld.',
    id: 'Kenmerk',
    idHint: 'Zo heet het begrip in bestanden en adressen. Dat verandert daarna nooit meer.',
    nameMissing: 'Geef het begrip een naam.',
    shortMissing: (length: number) =>
      `De naam is te lang voor een smalle kolom. Geef een korte naam van ten hoogste ${length} tekens.`,
    idWrong: 'Kleine letters en cijfers, met streepjes ertussen.',
    termsWrong: 'Geef elke term één keer, ten hoogste 100 termen van ten hoogste 80 tekens.',

    merge: 'Voeg samen',
    mergeOf: (name: string) => `Voeg samen: ${name}`,
    mergeInto: (name: string) => `${name} samenvoegen met`,
    mergePair: (name: string, into: string) => `Voeg samen: ${name} met ${into}`,
    choose: 'Kies een begrip',
    mergeSure: (name: string, into: string, codings: number) =>
      codings === 0
        ? `‘${name}’ heeft geen coderingen; wat er nog mee wordt gecodeerd, telt voor ‘${into}’.`
        : codings === 1
          ? `1 codering van ‘${name}’ telt voortaan voor ‘${into}’. Er wordt niets herschreven.`
          : `${nl(codings)} coderingen van ‘${name}’ tellen voortaan voor ‘${into}’. Er wordt niets herschreven.`,
    separate: 'Maak los',
    separateOf: (name: string) => `Maak los: ${name}`,
    separateSure: (name: string, codings: number) =>
      `‘${name}’ staat weer op zichzelf, ${codings === 0 ? 'zonder coderingen' : codings === 1 ? 'met 1 codering' : `met ${nl(codings)} coderingen`}.`,
    retire: 'Stel buiten gebruik',
    retireOf: (name: string) => `Stel buiten gebruik: ${name}`,
    retireSure: (name: string, codings: number) =>
      codings === 0
        ? `‘${name}’ wordt niet meer voorgesteld. Het heeft geen coderingen.`
        : codings === 1
          ? `‘${name}’ wordt niet meer voorgesteld. De ene codering ervan blijft en telt mee.`
          : `‘${name}’ wordt niet meer voorgesteld. De ${nl(codings)} coderingen ervan blijven en tellen mee.`,
    restore: 'Neem weer in gebruik',
    restoreOf: (name: string) => `Neem weer in gebruik: ${name}`,
    restoreSure: (name: string, codings: number) =>
      codings === 0
        ? `‘${name}’ wordt weer voorgesteld. Het heeft geen coderingen.`
        : `‘${name}’ wordt weer voorgesteld. Aan ${codings === 1 ? 'de ene codering' : `de ${nl(codings)} coderingen`} verandert niets.`,

    split: 'Splits',
    splitOf: (name: string) => `Splits: ${name}`,
    splitIntro: (name: string) =>
      `Verdeel de coderingen van ‘${name}’ over nieuwe begrippen of begrippen die er al zijn. Een codering die verhuist, houdt haar beoordeling.`,
    part: (number: number) => `Nieuw begrip ${number}`,
    partHint: 'Omschrijving en termen van een nieuw begrip vult u daarna in, met Wijzig.',
    addPart: 'Nog een nieuw begrip',
    removePart: 'Zonder dit begrip',
    removePartOf: (number: number) => `Zonder dit begrip: nieuw begrip ${number}`,
    targetOf: (quote: string) => `Waarheen: ${quote}`,
    stays: (name: string) => `Blijft bij ${name}`,
    others: 'Alle andere coderingen',
    allOfThem: 'Alle coderingen',
    noCodings: 'Er zijn geen coderingen om te verdelen.',
    nothingChosen: 'Kies waar coderingen heen gaan, of voeg een begrip toe.',
    splitNow: (name: string) => `Splits nu: ${name}`,
    byWords: 'Kies op woorden',
    words: 'Passages met',
    wordsHint:
      'Woorden in elke vorm, met een puntkomma ertussen; een * staat voor elke uitgang. Dit geldt ook voor passages die hieronder nog niet te zien zijn.',
    wordsTarget: 'gaan naar',
    chooseByWords: 'Kies dit',
    chosenByWords: (count: number) =>
      count === 0
        ? 'In geen passage staan deze woorden.'
        : count === 1
          ? 'Voor 1 codering gekozen.'
          : `Voor ${nl(count)} coderingen gekozen.`,
    morePassages: 'Toon meer passages',
    splitSure: (name: string, moved: number, own: number) =>
      moved === 0
        ? 'Er verhuist geen codering; alleen nieuwe begrippen komen erbij.'
        : moved === own
          ? `${moved === 1 ? 'De ene codering' : `Alle ${nl(moved)} coderingen`} van ‘${name}’ ${moved === 1 ? 'verhuist' : 'verhuizen'}.`
          : `${nl(moved)} van de ${nl(own)} coderingen van ‘${name}’ ${moved === 1 ? 'verhuist' : 'verhuizen'}; ${own - moved} ${own - moved === 1 ? 'blijft' : 'blijven'}.`,

    addGroup: 'Voeg een groep toe',
    addGroupOf: (kind: string) => `Voeg een groep toe: ${kind}`,
    groupNl: 'Naam van de groep',
    groupEn: 'Naam van de groep in het Engels',
    groupMissing: 'Geef de groep een naam.',
    renameGroupOf: (name: string) => `Wijzig de groep: ${name}`,
    renameGroup: 'Wijzig de groep',
    deleteGroup: 'Verwijder de groep',
    deleteGroupOf: (name: string) => `Verwijder de groep: ${name}`,
    deleteGroupSure: 'Deze groep verwijderen? Geen codering wordt hierdoor geraakt.',
    regroupTouches: (concepts: number) =>
      `De naam verandert boven ${concepts === 1 ? '1 begrip' : `${concepts} begrippen`}. Geen codering wordt hierdoor geraakt.`,

    added: (name: string) => `‘${name}’ is toegevoegd.`,
    saved: (name: string) => `‘${name}’ is gewijzigd.`,
    merged: (name: string, into: string, codings: string) =>
      `‘${name}’ is samengevoegd met ‘${into}’: ${codings}.`,
    separated: (name: string) => `‘${name}’ staat weer op zichzelf.`,
    nowRetired: (name: string) => `‘${name}’ is buiten gebruik gesteld.`,
    nowUsed: (name: string) => `‘${name}’ is weer in gebruik.`,
    wasSplit: (name: string, codings: string) => `‘${name}’ is gesplitst: ${codings} verhuisd.`,
    moved: (name: string) => `‘${name}’ is verplaatst.`,
    groupAdded: (name: string) => `De groep ‘${name}’ is toegevoegd.`,
    groupRenamed: (name: string) => `De groep ‘${name}’ is gewijzigd.`,
    groupMoved: (name: string) => `De groep ‘${name}’ is verplaatst.`,
    groupDeleted: (name: string) => `De groep ‘${name}’ is verwijderd.`,
    changedMeanwhile:
      'Iemand anders wijzigde dit intussen. De pagina is bijgewerkt; wat u typte, staat er nog. Kijk het na en bewaar nog eens.',

    files: 'Meenemen of binnenhalen',
    filesText: 'Het codeboek als bestand, voor een ander dossier of een ander programma.',
    import: 'Haal een codeboek binnen',
    offline: 'Geen verbinding met de server. Zodra die er weer is, wordt deze pagina bijgewerkt.',
  },
  {
    codebook: 'Codebook',
    intro:
      'The safeguards and impacts with which this dossier is coded. What changes here changes everywhere; every coding keeps its meaning.',
    readOnly: (role) => `A curator or owner of the dossier can change the codebook. You are ${role}.`,
    safeguard: 'Safeguards',
    impact: 'Impacts',
    filterWords: 'Word in name, definition or terms',
    filterKind: 'Kind',
    allKinds: 'Safeguards and impacts',
    filterState: 'State',
    'state.all': 'All',
    'state.used': 'In use',
    'state.uncoded': 'Without codings',
    'state.retired': 'Retired',
    'state.merged': 'With merged concepts',
    shown: (count, of) =>
      count === of ? (of === 1 ? '1 concept' : `${en(of)} concepts`) : `${en(count)} of ${en(of)} concepts`,
    none: 'There is no concept in this codebook yet. Add a group, or import a codebook.',
    noneFound: 'No concept fits this filter.',
    codings: (count) => (count === 1 ? '1 coding' : `${en(count)} codings`),
    codingsOf: (codings, name) => `${codings} of ${name}, in the matrix`,
    retired: 'retired',
    shortOf: (name) => `short: ${name}`,
    favourable: (meaning) => `Favourable: ${meaning}`,
    terms: (terms) => `Terms: ${terms}`,
    mergedHere: (name) => `Merged with ${name}`,
    mergedAway: (count) =>
      count === 1
        ? 'All of this group was merged with a concept of another group (1 concept).'
        : `All of this group was merged with concepts of other groups (${en(count)} concepts).`,
    emptyGroup: 'There is nothing in this group yet.',
    history: 'History',
    historyOf: (name) => `History of ${name}`,

    edit: 'Edit',
    editOf: (name) => `Edit: ${name}`,
    more: 'More',
    moreOf: (name) => `More: ${name}`,
    up: 'Up',
    upOf: (name) => `Up: ${name}`,
    down: 'Down',
    downOf: (name) => `Down: ${name}`,
    touches: (codings) =>
      codings === 0
        ? 'This touches no coding.'
        : codings === 1
          ? 'This touches 1 coding: it stays, under what you save here.'
          : `This touches ${en(codings)} codings: they stay, under what you save here.`,

    add: 'Add a concept',
    addTo: (group) => `Add a concept: ${group}`,
    goneTitle: (name) => `‘${name}’ is gone`,
    goneText: 'Somebody else undid its addition while you typed. When you save this, the concept comes back.',
    group: 'Group',
    labelNl: 'Name in Dutch',
    labelEn: 'Name',
    englishHint: 'Left empty, it is the Dutch one.',
    englishStays: 'The English name stays as it was. Is it still right?',
    shortNl: 'Short name in Dutch',
    shortHint: (length) =>
      `At most ${length} characters, for narrow columns. Where the name itself fits, this may stay empty.`,
    shortEn: 'Short name',
    definitionNl: 'Definition in Dutch',
    definitionEn: 'Definition',
    favourableNl: 'Favourable means, in Dutch',
    favourableEn: 'Favourable means',
    legalBasis: 'Legal basis',
    termsField: 'Terms',
    termsHint:
      'One a line. A * stands for any ending: dwangsom* finds dwangsommen too. Where a passage has a term, this concept is suggested.',
    id: 'Identifier',
    idHint: 'This is what files and addresses call the concept. It never changes afterwards.',
    nameMissing: 'Give the concept a name in Dutch.',
    shortMissing: (length) =>
      `The name is too long for a narrow column. Give a short name of at most ${length} characters.`,
    idWrong: 'Lower-case letters and digits, joined by hyphens.',
    termsWrong: 'Give each term once, at most 100 terms of at most 80 characters.',

    merge: 'Merge',
    mergeOf: (name) => `Merge: ${name}`,
    mergeInto: (name) => `Merge ${name} with`,
    mergePair: (name, into) => `Merge: ${name} with ${into}`,
    choose: 'Choose a concept',
    mergeSure: (name, into, codings) =>
      codings === 0
        ? `‘${name}’ has no codings; what is still coded with it counts for ‘${into}’.`
        : codings === 1
          ? `1 coding of ‘${name}’ counts for ‘${into}’ from now on. Nothing is rewritten.`
          : `${en(codings)} codings of ‘${name}’ count for ‘${into}’ from now on. Nothing is rewritten.`,
    separate: 'Separate',
    separateOf: (name) => `Separate: ${name}`,
    separateSure: (name, codings) =>
      `‘${name}’ stands by itself again, ${codings === 0 ? 'without codings' : codings === 1 ? 'with 1 coding' : `with ${en(codings)} codings`}.`,
    retire: 'Retire',
    retireOf: (name) => `Retire: ${name}`,
    retireSure: (name, codings) =>
      codings === 0
        ? `‘${name}’ is not suggested any more. It has no codings.`
        : codings === 1
          ? `‘${name}’ is not suggested any more. Its one coding stays and counts.`
          : `‘${name}’ is not suggested any more. Its ${en(codings)} codings stay and count.`,
    restore: 'Take back into use',
    restoreOf: (name) => `Take back into use: ${name}`,
    restoreSure: (name, codings) =>
      codings === 0
        ? `‘${name}’ is suggested again. It has no codings.`
        : `‘${name}’ is suggested again. Nothing changes about ${codings === 1 ? 'its one coding' : `its ${en(codings)} codings`}.`,

    split: 'Split',
    splitOf: (name) => `Split: ${name}`,
    splitIntro: (name) =>
      `Divide the codings of ‘${name}’ among new concepts or ones that are there. A coding that moves keeps its review.`,
    part: (number) => `New concept ${number}`,
    partHint: 'Definition and terms of a new concept are for afterwards, with Edit.',
    addPart: 'Another new concept',
    removePart: 'Without this concept',
    removePartOf: (number) => `Without this concept: new concept ${number}`,
    targetOf: (quote) => `Where to: ${quote}`,
    stays: (name) => `Stays with ${name}`,
    others: 'All other codings',
    allOfThem: 'All codings',
    noCodings: 'There are no codings to divide.',
    nothingChosen: 'Choose where codings go, or add a concept.',
    splitNow: (name) => `Split now: ${name}`,
    byWords: 'Choose by words',
    words: 'Passages with',
    wordsHint:
      'Words in any form, with a semicolon between them; a * stands for any ending. This holds for passages that are not shown below yet, too.',
    wordsTarget: 'go to',
    chooseByWords: 'Choose this',
    chosenByWords: (count) =>
      count === 0
        ? 'No passage has these words.'
        : count === 1
          ? 'Chosen for 1 coding.'
          : `Chosen for ${en(count)} codings.`,
    morePassages: 'Show more passages',
    splitSure: (name, moved, own) =>
      moved === 0
        ? 'No coding moves; only new concepts are added.'
        : moved === own
          ? `${moved === 1 ? 'The one coding' : `All ${en(moved)} codings`} of ‘${name}’ ${moved === 1 ? 'moves' : 'move'}.`
          : `${en(moved)} of the ${en(own)} codings of ‘${name}’ ${moved === 1 ? 'moves' : 'move'}; ${own - moved} ${own - moved === 1 ? 'stays' : 'stay'}.`,

    addGroup: 'Add a group',
    addGroupOf: (kind) => `Add a group: ${kind}`,
    groupNl: 'Name of the group in Dutch',
    groupEn: 'Name of the group',
    groupMissing: 'Give the group a name in Dutch.',
    renameGroupOf: (name) => `Edit the group: ${name}`,
    renameGroup: 'Edit the group',
    deleteGroup: 'Delete the group',
    deleteGroupOf: (name) => `Delete the group: ${name}`,
    deleteGroupSure: 'Delete this group? It touches no coding.',
    regroupTouches: (concepts) =>
      `The name changes above ${concepts === 1 ? '1 concept' : `${concepts} concepts`}. It touches no coding.`,

    added: (name) => `‘${name}’ was added.`,
    saved: (name) => `‘${name}’ was changed.`,
    merged: (name, into, codings) => `‘${name}’ was merged with ‘${into}’: ${codings}.`,
    separated: (name) => `‘${name}’ stands by itself again.`,
    nowRetired: (name) => `‘${name}’ was retired.`,
    nowUsed: (name) => `‘${name}’ is in use again.`,
    wasSplit: (name, codings) => `‘${name}’ was split: ${codings} moved.`,
    moved: (name) => `‘${name}’ was moved.`,
    groupAdded: (name) => `The group ‘${name}’ was added.`,
    groupRenamed: (name) => `The group ‘${name}’ was changed.`,
    groupMoved: (name) => `The group ‘${name}’ was moved.`,
    groupDeleted: (name) => `The group ‘${name}’ was deleted.`,
    changedMeanwhile:
      'Somebody else changed this meanwhile. The page is up to date; what you typed is still there. Look it over and save once more.',

    files: 'Take along or bring in',
    filesText: 'The codebook as a file, for another dossier or another program.',
    import: 'Import a codebook',
    offline: 'No connection to the server. This page is brought up to date as soon as it is back.',
  },
);
