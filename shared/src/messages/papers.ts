import { capitalise } from '../text/index.ts';
import { defineCatalogue } from './catalogue.ts';

const nl = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const en = nl;

/** What stands in the papers that come out of a dossier, and beside the buttons that make them. */
export const paperMessages = defineCatalogue(
  {
    briefingOf: (title: string) => `Briefing: ${title}`,
    asOf: (day: string) => `Stand van ${day}`,
    within: (filters: string) => `Beperkt tot: ${filters}`,
    filterIs: (name: string, values: string) => `${name} ${values}`,
    page: 'pagina',
    of: 'van',
    contents: 'Inhoud',

    summary: 'In het kort',
    counted: (claims: string, speakers: string, documents: string) =>
      `${claims} van ${speakers} in ${documents}.`,
    /** `chosen`: how many safeguards the filters leave; undefined where they leave all. */
    readSoFar: (whole: number, partly: number, of: number, chosen: number | undefined) =>
      `Op ${chosen === undefined ? 'alle waarborgen' : chosen === 1 ? 'deze waarborg' : 'deze waarborgen'} gelezen: ${whole} van ${nl(of, 'document', 'documenten')}${partly > 0 ? `; op een deel daarvan: ${partly}` : ''}.`,
    codedUnread: (count: number) =>
      `In ${nl(count, 'document staan', 'documenten staan')} coderingen terwijl niemand ${count === 1 ? 'het' : 'ze'} als gelezen heeft gemerkt; een codering alleen, ook een geïmporteerde, telt niet als lezen.`,
    notAccepted: (count: number) =>
      `${nl(count, 'passage is', 'passages zijn')} nog niet door een redacteur geaccepteerd: daar staat ° bij.`,
    happens: (measure: string) => `Waarborgen die volgens de stukken worden of zijn ${measure}`,
    happensAbsent: 'Waarborgen die volgens de stukken ontbreken',
    happensNotObserved: 'Waarborgen die volgens de stukken niet worden nageleefd',
    contestedIn: (count: number, names: string, more: boolean) =>
      `${nl(count, 'punt is omstreden', 'punten zijn omstreden')}${more ? ', waaronder' : ':'} ${names}.`,
    deniedIn: (count: number, names: string, more: boolean) =>
      `Bij ${nl(count, 'punt', 'punten')} noemt de een een gevolg en zegt een ander dat het er niet is${more ? ', waaronder' : ':'} ${names}.`,
    /** `within`: whether filters leave only a part of what was read; so it is below. */
    notReadIn: (count: number, within: boolean) =>
      `Bij ${nl(count, 'waarborg', 'waarborgen')} staat ${within ? 'binnen deze keuze geen bewering en is geen' : 'geen bewering en is nog geen'} stuk gelezen.`,
    nothingFoundIn: (count: number, within: boolean) =>
      `Bij ${nl(count, 'waarborg', 'waarborgen')} is ${within ? 'binnen deze keuze ' : ''}gelezen en niets gevonden.`,
    nothingCounted: 'Binnen deze keuze staat geen enkele bewering.',

    matrix: 'De matrix',
    matrixCaption: 'Waarborgen (rijen) en gevolgen (kolommen): aantal beweringen en wie wat zegt',
    matrixLegend:
      'Getal: aantal beweringen. ▲ de waarborg helpt, ▼ de waarborg schaadt, ● geen gevolg, telkens met het aantal beweringen. ↔ omstreden: sprekers staan tegenover elkaar (dikke rand); § alleen norm tegenover verwachting. ◐ dezelfde spreker zegt beide. ⊘ een ander zegt: geen gevolg. ≠ codeurs lezen het verschillend. ⚑ achter een waarborg: sprekers betwisten het feit zelf. 0: gelezen, niets gevonden. – (gearceerd): door niemand gelezen. ·: niets binnen deze keuze. Gelezen: op zoveel van de documenten is voor deze waarborg gelezen; een codering alleen telt niet als lezen.',
    legendWithin:
      'Dit geldt binnen deze keuze: wat andere stukken zeggen, en wat anderen lazen, telt hier niet mee.',
    safeguard: 'Waarborg',

    perSafeguard: 'Per waarborg',
    perSafeguardIntro:
      'Citaten zijn woordelijk en in de taal van de bron. In de noot staat de vindplaats, en welke andere passages de codeurs ermee verbonden. Wie een gunstig gevolg noemt van het afschaffen of beperken van een waarborg, staat bij ‘De waarborg schaadt’; wie er een ongunstig gevolg van noemt, bij ‘De waarborg helpt’.',
    whatHappens: 'Wat er met de waarborg gebeurt',
    measure: 'Wat er gebeurt',
    stage: 'Stadium',
    accordingTo: 'Volgens',
    claimsColumn: 'Beweringen',
    stageUnknown: 'niet vermeld',
    disputedFact: 'Sprekers spreken elkaar hier tegen over het feit zelf.',
    helpsSay: 'De waarborg helpt, volgens',
    hurtsSay: 'De waarborg schaadt, volgens',
    noEffectSay: 'Geen gevolg, volgens',
    noneSay: 'Zonder standpunt over de waarborg',
    effectOn: (impacts: string) => `Gevolg voor ${impacts}`,
    'effectOn.favourable': (impacts: string) => `Gunstig gevolg voor ${impacts}`,
    'effectOn.unfavourable': (impacts: string) => `Ongunstig gevolg voor ${impacts}`,
    'effectOn.neutral': (impacts: string) => `Geen gevolg voor ${impacts}`,
    'effectOn.unclear': (impacts: string) => `Onduidelijk welk gevolg voor ${impacts}`,
    noEffectNamed: 'Geen gevolg genoemd',
    resting: (effects: string, basis: string) => `${effects} (${basis})`,
    reportedBy: (speaker: string) => `aangehaald door ${speaker}`,
    alsoIn: (citations: string) => `Zo ook: ${citations}.`,
    linkedTo: (link: string, citations: string) => `${capitalise(link)}: ${citations}.`,
    goneSince: (day: string) => `Niet meer in het document sinds ${day}.`,
    reviewersDiffer: (count: number) =>
      `Codeurs lezen ${nl(count, 'bewering', 'beweringen')} verschillend; die ${count === 1 ? 'telt' : 'tellen'} voor geen spreker mee.`,

    contested: 'Omstreden punten',
    contestedIntro:
      'Sprekers staan hier tegenover elkaar. Tussen haakjes hoeveel sprekers aan elke kant staan.',
    nothingContested: 'Binnen deze keuze staan geen sprekers tegenover elkaar.',
    ratio: (helps: number, hurts: number) => `${helps} tegen ${hurts}`,
    uneven: 'ongelijk verdeeld',
    normMeetsExpectation:
      'Hier staat alleen een norm tegenover een verwachting; die spreken elkaar op zichzelf niet tegen:',
    deniedIntro: 'De een noemt hier een gevolg, een ander zegt dat het er niet is.',
    'by.helps': (speakers: string) => `Helpt, volgens: ${speakers}.`,
    'by.hurts': (speakers: string) => `Schaadt, volgens: ${speakers}.`,
    'by.noEffect': (speakers: string) => `Geen gevolg, volgens: ${speakers}.`,
    disputedIntro: 'Hier spreken sprekers elkaar tegen over het feit zelf.',
    disputedAt: (safeguard: string, stage: string) => `${safeguard} (${stage})`,
    measureBy: (measure: string, speakers: string) => `${capitalise(measure)}, volgens: ${speakers}.`,

    blindSpots: 'Vragen aan de minister',
    blindSpotsIntro:
      'Hier staat waarover de stukken zwijgen. Wat gelezen is en niets opleverde, kan worden gevraagd. Wat niemand heeft gelezen, is geen bevinding: lees eerst.',
    askWithin:
      'Dit gaat alleen over wat binnen deze keuze valt. Een ander stuk kan er wel iets over zeggen: zie dat na voordat u het vraagt.',
    nothingToAsk:
      'Uit wat gelezen is, volgt geen vraag. Wat niemand heeft gelezen, is geen bevinding: lees eerst.',
    nothingFound: 'Wat de gelezen stukken openlaten',
    isChanged: (safeguard: string, happens: string) => `${safeguard} ${happens}.`,
    undergoes: (measure: string, speakers: string) => `wordt ${measure} (volgens: ${speakers})`,
    andAlso: ' en ',
    isAbsent: (speakers: string) => `ontbreekt (volgens: ${speakers})`,
    papers: 'de stukken',
    papersWithin: 'de gekozen stukken',
    /** `papers`: one of those two. */
    saysOnly: (papers: string, named: string, more: boolean, missing: string, read: string) =>
      `${capitalise(papers)} (gelezen: ${read}) noemen ${more ? 'onder meer ' : ''}gevolgen voor ${named}, maar zeggen niets over ${missing}.`,
    saysNothingOf: (papers: string, missing: string, read: string) =>
      `${capitalise(papers)} (gelezen: ${read}) zeggen niets over de gevolgen voor ${missing}.`,
    askEffects: 'Welke gevolgen verwacht de minister daarvoor, en waarop berust die verwachting?',
    andOthers: (names: string) => `${names} en anderen`,
    askUnmentioned: (papers: string, safeguards: string, count: number, read: string) =>
      `Over ${safeguards} zeggen ${papers} niets (gelezen: ${read}). ${count === 1 ? 'Blijft deze waarborg ongewijzigd' : 'Blijven deze waarborgen ongewijzigd'}? Zo niet, met welke gevolgen?`,
    readOf: (read: number, of: number) => `${read} van de ${of}`,
    namedEffects: 'Welke gevolgen de gelezen stukken noemen van wat er verandert',
    namedColumn: 'Genoemde gevolgen',
    notNamedColumn: 'Niet genoemd',
    noneNamed: 'geen',
    alsoUnmentioned: (safeguards: string) => `Ook over ${safeguards} zeggen de gelezen stukken niets.`,
    notRead: 'Door niemand gelezen',
    notReadWithin: 'Binnen deze keuze niet gelezen',
    notReadIntro: (count: number, within: boolean) =>
      `Bij ${count === 1 ? 'deze waarborg' : 'deze waarborgen'} staat ${within ? 'binnen deze keuze geen bewering en is geen' : 'geen bewering en is nog geen enkel'} document gelezen.`,
    unnamedArticles: 'Artikelen die geen codering noemt',
    /** `bill`: its title between quotation marks. */
    'unnamed.read': (bill: string) =>
      `${bill} is gelezen, en geen codering noemt deze artikelen. Wat doen zij met de waarborgen?`,
    'unnamed.partly': (bill: string) =>
      `${bill} is voor een deel van de waarborgen gelezen, en geen codering noemt deze artikelen. Wat doen zij met de waarborgen?`,
    'unnamed.not-read': (bill: string) =>
      `${bill} is door niemand gelezen, en geen codering noemt deze artikelen: lees eerst.`,
    noBlindSpots: 'Binnen deze keuze zijn er geen blinde vlekken.',

    sources: 'Bronnen',
    'sources.parliamentary-paper': 'Kamerstukken',
    'sources.legislative-advice': 'Wetgevingsadviezen',
    'sources.inspection-letter': 'Inspectiebrieven',
    'sources.court-ruling': 'Rechterlijke uitspraken',
    'sources.implementation-report': 'Uitvoeringsrapporten',
    'sources.position-paper': 'Position papers',
    'sources.legislation': 'Wet- en regelgeving',
    'sources.press': 'Pers',
    'sources.other': 'Overige bronnen',
    total: 'Totaal',
    source: 'Bron',
    passages: 'Passages',
    readColumn: 'Gelezen',
    readPartly: (safeguards: number, of: number) => `op ${safeguards} van ${of} waarborgen`,
    yes: 'ja',
    no: 'nee',
    noSources: 'Er zijn geen bronnen.',

    download: 'Briefing (DOCX)',
    downloadOf: (side: string) => `Briefing van ${side} (DOCX)`,
    making: 'De briefing wordt gemaakt…',
    options: 'In de briefing',
    acceptedShort: 'alleen geaccepteerd',
    language: 'Taal',
    onlyAccepted: 'Alleen geaccepteerde coderingen',
    withFilters: 'De filters van de matrix gelden ook voor de briefing.',
  },
  {
    briefingOf: (title) => `Briefing: ${title}`,
    asOf: (day) => `As of ${day}`,
    within: (filters) => `Limited to: ${filters}`,
    filterIs: (name, values) => `${name} ${values}`,
    page: 'page',
    of: 'of',
    contents: 'Contents',

    summary: 'In short',
    counted: (claims, speakers, documents) => `${claims} by ${speakers} in ${documents}.`,
    readSoFar: (whole, partly, of, chosen) =>
      `Read for ${chosen === undefined ? 'all safeguards' : chosen === 1 ? 'this safeguard' : 'these safeguards'}: ${whole} of ${en(of, 'document', 'documents')}${partly > 0 ? `; for some of them: ${partly}` : ''}.`,
    codedUnread: (count) =>
      `${en(count, 'document holds', 'documents hold')} codings although nobody marked ${count === 1 ? 'it' : 'them'} as read; a coding alone, also an imported one, is no reading.`,
    notAccepted: (count) =>
      `${en(count, 'passage has', 'passages have')} not been accepted by a curator yet: ° stands with ${count === 1 ? 'it' : 'them'}.`,
    happens: (measure) => `Safeguards that the papers say are ${measure}`,
    happensAbsent: 'Safeguards that the papers say are absent',
    happensNotObserved: 'Safeguards that the papers say are not observed',
    contestedIn: (count, names, more) =>
      `${en(count, 'point is contested', 'points are contested')}${more ? ', among them' : ':'} ${names}.`,
    deniedIn: (count, names, more) =>
      `On ${en(count, 'point', 'points')} one speaker names an effect and another says that there is none${more ? ', among them' : ':'} ${names}.`,
    notReadIn: (count, within) =>
      `${within ? 'Within this choice there' : 'There'} is no claim on ${en(count, 'safeguard', 'safeguards')}, and ${within ? 'nothing was read' : 'nobody has read'} for ${count === 1 ? 'it' : 'them'}.`,
    nothingFoundIn: (count, within) =>
      `For ${en(count, 'safeguard', 'safeguards')} papers were read${within ? ' within this choice' : ''} and nothing was found.`,
    nothingCounted: 'There is no claim within this choice.',

    matrix: 'The matrix',
    matrixCaption: 'Safeguards (rows) and impacts (columns): number of claims and who says what',
    matrixLegend:
      'Number: claims. ▲ the safeguard helps, ▼ the safeguard hurts, ● no effect, each with its number of claims. ↔ contested: speakers oppose each other (thick border); § only a norm against an expectation. ◐ the same speaker says both. ⊘ somebody else says: no effect. ≠ reviewers read it differently. ⚑ behind a safeguard: speakers dispute the fact itself. 0: read, nothing found. – (hatched): read by nobody. ·: nothing within this choice. Read: so many of the documents were read for this safeguard; a coding alone is no reading.',
    legendWithin:
      'This holds within this choice: what other papers say, and what others read, does not count here.',
    safeguard: 'Safeguard',

    perSafeguard: 'By safeguard',
    perSafeguardIntro:
      'Quotations are verbatim and in the language of the source. The note says where they stand, and which other passages the reviewers linked to them. Who names a favourable effect of abolishing or restricting a safeguard stands under “The safeguard hurts”; who names an unfavourable one, under “The safeguard helps”.',
    whatHappens: 'What happens to the safeguard',
    measure: 'What happens',
    stage: 'Stage',
    accordingTo: 'According to',
    claimsColumn: 'Claims',
    stageUnknown: 'not stated',
    disputedFact: 'Speakers contradict each other here on the fact itself.',
    helpsSay: 'The safeguard helps, according to',
    hurtsSay: 'The safeguard hurts, according to',
    noEffectSay: 'No effect, according to',
    noneSay: 'Without a stance on the safeguard',
    effectOn: (impacts) => `Effect on ${impacts}`,
    'effectOn.favourable': (impacts) => `Favourable effect on ${impacts}`,
    'effectOn.unfavourable': (impacts) => `Unfavourable effect on ${impacts}`,
    'effectOn.neutral': (impacts) => `No effect on ${impacts}`,
    'effectOn.unclear': (impacts) => `Unclear what effect on ${impacts}`,
    noEffectNamed: 'No effect named',
    resting: (effects, basis) => `${effects} (${basis})`,
    reportedBy: (speaker) => `reported by ${speaker}`,
    alsoIn: (citations) => `Likewise: ${citations}.`,
    linkedTo: (link, citations) => `${capitalise(link)}: ${citations}.`,
    goneSince: (day) => `Not in the document any more since ${day}.`,
    reviewersDiffer: (count) =>
      `Reviewers read ${en(count, 'claim', 'claims')} differently; ${count === 1 ? 'it counts' : 'they count'} for no speaker.`,

    contested: 'Contested points',
    contestedIntro: 'Speakers oppose each other here. In brackets, how many speakers stand on each side.',
    nothingContested: 'Within this choice no speakers oppose each other.',
    ratio: (helps, hurts) => `${helps} to ${hurts}`,
    uneven: 'unevenly divided',
    normMeetsExpectation:
      'Here only a norm stands against an expectation; they do not contradict each other by themselves:',
    deniedIntro: 'One speaker names an effect here, another says that there is none.',
    'by.helps': (speakers) => `It helps, according to: ${speakers}.`,
    'by.hurts': (speakers) => `It hurts, according to: ${speakers}.`,
    'by.noEffect': (speakers) => `No effect, according to: ${speakers}.`,
    disputedIntro: 'Here speakers contradict each other on the fact itself.',
    disputedAt: (safeguard, stage) => `${safeguard} (${stage})`,
    measureBy: (measure, speakers) => `${capitalise(measure)}, according to: ${speakers}.`,

    blindSpots: 'Questions to ask the minister',
    blindSpotsIntro:
      'This is where the papers are silent. What was read and yielded nothing can be asked. What nobody has read is not a finding: read first.',
    askWithin:
      'This is only about what falls within this choice. Another paper may say something about it: look that up before you ask.',
    nothingToAsk: 'What was read leaves nothing to ask. What nobody has read is not a finding: read first.',
    nothingFound: 'What the papers that were read leave open',
    isChanged: (safeguard, happens) => `${safeguard} ${happens}.`,
    undergoes: (measure, speakers) => `is ${measure} (according to: ${speakers})`,
    andAlso: ' and ',
    isAbsent: (speakers) => `is absent (according to: ${speakers})`,
    papers: 'the papers',
    papersWithin: 'the chosen papers',
    saysOnly: (papers, named, more, missing, read) =>
      `${capitalise(papers)} (read: ${read}) name effects${more ? ', among others' : ''} on ${named}, but say nothing about ${missing}.`,
    saysNothingOf: (papers, missing, read) =>
      `${capitalise(papers)} (read: ${read}) say nothing about effects on ${missing}.`,
    askEffects: 'Which effects does the minister expect there, and what does that rest on?',
    andOthers: (names) => `${names} and others`,
    askUnmentioned: (papers, safeguards, count, read) =>
      `${capitalise(papers)} say nothing about ${safeguards} (read: ${read}). ${count === 1 ? 'Does this safeguard stay as it is' : 'Do these safeguards stay as they are'}? If not, with what effects?`,
    readOf: (read, of) => `${read} of ${of}`,
    namedEffects: 'Which effects the papers that were read name of what changes',
    namedColumn: 'Effects named',
    notNamedColumn: 'Not named',
    noneNamed: 'none',
    alsoUnmentioned: (safeguards) => `The papers that were read say nothing about ${safeguards} either.`,
    notRead: 'Read by nobody',
    notReadWithin: 'Not read within this choice',
    notReadIntro: (count, within) =>
      `${within ? 'Within this choice there' : 'There'} is no claim on ${count === 1 ? 'this safeguard' : 'these safeguards'}, and ${within ? 'no document was read' : 'nobody has read a document'} for ${count === 1 ? 'it' : 'them'}.`,
    unnamedArticles: 'Articles that no coding names',
    'unnamed.read': (bill) =>
      `${bill} was read, and no coding names these articles. What do they do to the safeguards?`,
    'unnamed.partly': (bill) =>
      `${bill} was read for some of the safeguards, and no coding names these articles. What do they do to the safeguards?`,
    'unnamed.not-read': (bill) => `Nobody read ${bill}, and no coding names these articles: read first.`,
    noBlindSpots: 'There are no blind spots within this choice.',

    sources: 'Sources',
    'sources.parliamentary-paper': 'Parliamentary papers',
    'sources.legislative-advice': 'Legislative advice',
    'sources.inspection-letter': 'Inspection letters',
    'sources.court-ruling': 'Court rulings',
    'sources.implementation-report': 'Implementation reports',
    'sources.position-paper': 'Position papers',
    'sources.legislation': 'Legislation',
    'sources.press': 'Press',
    'sources.other': 'Other sources',
    total: 'Total',
    source: 'Source',
    passages: 'Passages',
    readColumn: 'Read',
    readPartly: (safeguards, of) => `for ${safeguards} of ${of} safeguards`,
    yes: 'yes',
    no: 'no',
    noSources: 'There are no sources.',

    download: 'Briefing (DOCX)',
    downloadOf: (side) => `Briefing of ${side} (DOCX)`,
    making: 'Making the briefing…',
    options: 'In the briefing',
    acceptedShort: 'accepted only',
    language: 'Language',
    onlyAccepted: 'Accepted codings only',
    withFilters: 'The filters of the matrix hold for the briefing too.',
  },
);
