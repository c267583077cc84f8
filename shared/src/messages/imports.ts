import { defineCatalogue } from './catalogue.ts';

/** What is said while a file is imported: what it would do, what stands in the way, what it did. */
export const importMessages = defineCatalogue(
  {
    import: 'Importeren',
    importIntro:
      'Kies een bestand: coderingen of een codeboek in Excel (xlsx) of csv, een REFI-QDA-project of -codeboek (qdpx, qdc), Web Annotations (jsonld) of een codeboek in SKOS (ttl). U ziet eerst wat er zou gebeuren; er verandert niets totdat u bevestigt. Een import is één stap, die u in de geschiedenis ongedaan kunt maken.',
    file: 'Bestand',
    readers: 'Om te importeren moet u in dit dossier codeur zijn. Vraag de eigenaar om een andere rol.',
    reading: 'Het bestand wordt gelezen…',
    checking: 'De server kijkt wat de import zou doen…',
    importing: 'De import wordt uitgevoerd…',
    cancel: 'Annuleer',
    cancelled: 'De import is geannuleerd. Er is niets veranderd.',
    sheet: 'Blad',
    head: 'Rij met de koppen',
    headRow: (row: number, heads: string) => `rij ${row}: ${heads}`,

    columnsTitle: 'Wat er in elke kolom staat',
    columnsIntro:
      'Geraden aan de koppen en de waarden. Klopt er iets niet, kies dan een andere betekenis. Zonder kolom voor de richting wordt het ‘onduidelijk’, zonder grondslag ‘opvatting’. Noemt een cel meer waarborgen, gevolgen of sprekers, met een puntkomma ertussen, dan is dat een codering voor elk.',
    noQuoteColumn: 'Kies welke kolom de citaten heeft: zonder citaat wordt een rij niet geïmporteerd.',
    columnHead: 'Kolom',
    columnWithoutHead: (letter: string) => `Kolom ${letter}`,
    columnExample: 'Bijvoorbeeld',
    columnMeaning: 'Betekenis',
    meaningOf: (head: string) => `Betekenis van ${head}`,
    notImported: '– niet importeren –',

    documentTitle: 'Uit welk document',
    namelessRows: (count: number) =>
      count === 1
        ? '1 rij zegt niet uit welk document haar citaat komt. Kies het, anders wordt zij niet geïmporteerd.'
        : `${count} rijen zeggen niet uit welk document hun citaat komt. Kies het, anders worden zij niet geïmporteerd.`,
    documentOfRows: 'Document van deze rijen',
    documentAbove: 'dat van de rij erboven',
    documentNew: 'een document dat nog niet in het dossier staat',
    newDocument: 'Het nieuwe document',
    newDocumentHint: 'Een titel, een kenmerk of een adres is genoeg.',
    identifierHint: 'Zoals ‘Kamerstukken II 2024/25, 36704, nr. 11’ of een ECLI.',
    addressWrong: 'Geef een adres dat met https:// of http:// begint.',
    typeByItself: 'volgt uit het kenmerk, anders ‘overig’',

    speakerTitle: 'Wie dat zegt',
    voicelessRows: (count: number) =>
      count === 1
        ? '1 rij noemt geen spreker, en haar document heeft geen afzender. Noem de spreker, anders wordt zij niet geïmporteerd.'
        : `${count} rijen noemen geen spreker, en hun document heeft geen afzender. Noem de spreker, anders worden zij niet geïmporteerd.`,
    speakerOfRows: 'Spreker van deze rijen',
    speakerHint: 'Een spreker van het dossier, of een nieuwe naam.',

    unknownTitle: 'Woorden die het dossier niet kent',
    unknownIntro:
      'Kies wat ermee bedoeld is; wat in het codeboek een term van één begrip is, staat al gekozen. Rijen met een woord dat openblijft, worden niet geïmporteerd.',
    addConcept:
      'Een waarborg of gevolg dat nog niet in het codeboek staat, voegt u daar eerst toe; kies dit bestand daarna opnieuw.',
    toCodebook: 'Naar het codeboek',
    unknownRows: (count: number) => (count === 1 ? '1 rij' : `${count} rijen`),
    leaveOpen: '– kies –',
    leaveEmpty: 'laat leeg',
    meantBy: (word: string, field: string) => `${field} ‘${word}’ betekent`,

    planTitle: 'Wat de import doet',
    newPassages: (count: number) => (count === 1 ? '1 nieuwe passage' : `${count} nieuwe passages`),
    newCodings: (count: number) => (count === 1 ? '1 codering' : `${count} coderingen`),
    newDocuments: (count: number) => (count === 1 ? '1 nieuw document' : `${count} nieuwe documenten`),
    newSpeakers: (count: number) => (count === 1 ? '1 nieuwe spreker' : `${count} nieuwe sprekers`),
    newConcepts: (count: number) => (count === 1 ? '1 nieuw begrip' : `${count} nieuwe begrippen`),
    newGroups: (count: number) => (count === 1 ? '1 nieuwe groep' : `${count} nieuwe groepen`),
    newTexts: (count: number) => (count === 1 ? '1 bewaarde tekst' : `${count} bewaarde teksten`),
    newLinks: (count: number) =>
      count === 1 ? '1 verband tussen passages' : `${count} verbanden tussen passages`,
    knownPassages: (count: number) =>
      count === 1
        ? '1 passage staat al in het dossier, of is daar verwijderd, en blijft zoals zij is.'
        : `${count} passages staan al in het dossier, of zijn daar verwijderd, en blijven zoals zij zijn.`,
    leftOutCodings: (count: number) =>
      count === 1
        ? '1 codering van zo’n passage staat niet in het dossier en komt niet mee: voeg haar met de extensie aan de passage toe.'
        : `${count} coderingen van zulke passages staan niet in het dossier en komen niet mee: voeg ze met de extensie aan de passage toe.`,
    differingConcepts: (count: number) =>
      count === 1
        ? '1 begrip of groep staat al in het codeboek, maar luidt in dit bestand anders. Het codeboek blijft zoals het is: wijzig het onder Codeboek.'
        : `${count} begrippen of groepen staan al in het codeboek, maar luiden in dit bestand anders. Het codeboek blijft zoals het is: wijzig ze onder Codeboek.`,
    asDrafts:
      'Coderingen komen op uw naam en als concept binnen, ook die van anderen zijn of al geaccepteerd waren.',
    nothingNew: 'Dit bestand brengt niets nieuws: alles staat al in het dossier.',
    namesOfSpeakers: (names: string) =>
      `Nieuwe sprekers: ${names}. Hun soort is ‘overig’; kies die daarna onder Sprekers.`,
    namesOfSafeguards: (names: string) => `Nieuwe waarborgen: ${names}.`,
    namesOfImpacts: (names: string) => `Nieuwe gevolgen: ${names}.`,
    'gap.coding': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'noemt' : 'noemen'} geen waarborg: daarvan komt alleen de passage mee.`,
    'gap.stance': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'neemt' : 'nemen'} geen standpunt in: de matrix telt ${count === 1 ? 'haar' : 'ze'} mee, maar niet bij ‘helpt’, ‘schaadt’ of ‘geen gevolg’. Een standpunt volgt uit wat er gebeurt en uit de richting.`,
    'gap.measure': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'zegt' : 'zeggen'} niet wat er met de waarborg gebeurt.`,
    'gap.direction': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'heeft' : 'hebben'} geen richting: die wordt ‘onduidelijk’.`,
    'gap.impact': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'noemt' : 'noemen'} geen gevolg en ${count === 1 ? 'komt' : 'komen'} in de kolom ‘Gevolg niet genoemd’.`,
    'gap.basis': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'heeft' : 'hebben'} geen grondslag: die wordt ‘opvatting’.`,
    'gap.identifier': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'heeft' : 'hebben'} een kenmerk dat niet te lezen is en niet meekomt: schrijf een Kamerstuk als ‘36704, nr. 3’ en een uitspraak met haar ECLI.`,
    'gap.document': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'noemt' : 'noemen'} een datum, soort bron of afzender die het document niet heeft: het document blijft zoals het is.`,
    'gap.unit': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'noemt' : 'noemen'} een hoeveelheid zonder eenheid, of een die niet te lezen is: die komt in de aantekening.`,
    'gap.century': (count: number, of: number) =>
      `${count} van de ${of} ${count === 1 ? 'geeft' : 'geven'} het jaar met twee cijfers: 12-5-26 wordt 12 mei 2026.`,
    gapsOfRows: 'Wat rijen niet zeggen',
    gapsOfCodings: 'Wat coderingen niet zeggen',
    repeatedRows: (count: number) =>
      count === 1
        ? '1 rij zegt hetzelfde als een eerdere: samen zijn zij één codering.'
        : `${count} rijen zeggen hetzelfde als een eerdere: samen zijn zij één codering.`,
    leftOutParts: (names: string) =>
      `Wat in het bestand zo heet, komt niet mee, omdat het dossier er geen plaats voor heeft: ${names}.`,
    addressesOnly:
      'Web Annotations noemen van een document alleen het adres: een nieuw document krijgt dat als titel, en geen datum of afzender. Vul die aan onder Documenten. Verbanden tussen passages, teksten en begrippen staan niet in zo’n bestand; in een REFI-QDA-project wel.',
    remarksOfCells: (count: number) =>
      `Bij ${count === 1 ? '1 cel' : `${count} cellen`} staat in Excel een opmerking of notitie; die ${count === 1 ? 'komt' : 'komen'} niet mee. Zet ze in een kolom als u ze wilt bewaren.`,
    tableWithoutLinks:
      'In een tabel staan geen verbanden tussen passages: passages die elkaar herhalen, tellen elk als bewering. In een REFI-QDA-project (qdpx) staan die verbanden wel.',
    leftOutColumns: (count: number, names: string) =>
      `${count === 1 ? 'Eén kolom wordt' : `${count} kolommen worden`} niet geïmporteerd: ${names}.`,
    refusedRows: (count: number) =>
      count === 1 ? '1 rij wordt niet geïmporteerd:' : `${count} rijen worden niet geïmporteerd:`,
    rowProblem: (row: number, problem: string) => `rij ${row}: ${problem}`,
    moreRows: (count: number) => `en nog ${count}`,
    skippedSelections: (count: number) =>
      count === 1
        ? '1 selectie heeft geen woorden (een plaats in een afbeelding, een opname of een pdf zonder tekst, of in een tekst die niet in het bestand zit) of is te lang om te bewaren, en komt niet mee.'
        : `${count} selecties hebben geen woorden (een plaats in een afbeelding, een opname of een pdf zonder tekst, of in een tekst die niet in het bestand zit) of zijn te lang om te bewaren, en komen niet mee.`,
    unplaced: (count: number) =>
      `${count} ${count === 1 ? 'ander onderdeel komt' : 'andere onderdelen komen'} niet mee: aantekeningen die niet bij een passage staan, codes van een heel document, verbanden van een andere soort of niet tussen passages, verzamelingen, cases of diagrammen.`,
    downloadRefused: 'Download deze rijen met de reden (csv)',
    refusedFile: 'niet-geimporteerd.csv',
    rowNumber: 'Rij',
    rowReason: 'Reden',
    confirm: 'Importeer',
    nothingToImport: 'Er is geen rij die geïmporteerd kan worden.',

    done: 'De import is klaar.',
    seeInHistory: 'Bekijk de stap in de geschiedenis, of maak haar daar ongedaan',
    toMatrix: 'Naar de matrix',
    notReadYet:
      'Een import zegt niet wie de documenten heeft gelezen: in de matrix heten zij ‘niet gelezen’ totdat iemand bij het document zegt dat te hebben gedaan.',
    toDocuments: 'Naar de documenten',
    brokenAt: (place: string) => `De server weigert de import bij ${place}. Er is niets veranderd.`,

    'problem.no-quote': (_field: string, _value: string) => 'er is geen citaat',
    'problem.no-document': (_field: string, _value: string) =>
      'er staat niet bij uit welk document: geef een titel, een kenmerk of een adres',
    'problem.no-speaker': (_field: string, _value: string) =>
      'er staat geen spreker bij, en het document heeft geen afzender',
    'problem.unknown-value': (field: string, value: string) => `${field} ‘${value}’ is niet bekend`,
    'problem.not-a-date': (_field: string, value: string) => `‘${value}’ is geen datum`,
    'problem.not-a-number': (field: string, value: string) => `‘${value}’ is geen getal (${field})`,
    'problem.too-long': (field: string, _value: string) => `${field} is te lang om te bewaren`,
    'problem.not-allowed': (field: string, value: string) =>
      value === ''
        ? `${field} kan zo niet worden bewaard`
        : `${field} kan zo niet worden bewaard: ‘${value}’`,

    'refusal.empty': 'In dit bestand staat geen tabel met een kop en ten minste één rij.',
    'refusal.unknown-format':
      'Dit bestand is beschadigd, of van een soort die niet kan worden geïmporteerd; kies xlsx, csv, qdpx, qdc, jsonld of ttl.',
    'refusal.too-large': 'Dit bestand is groter dan 100 MB; splits het.',
    'refusal.too-many-rows':
      'Dit bestand heeft meer dan 10.000 rijen; splits het in delen van hooguit 10.000.',
    'refusal.too-many-annotations':
      'Dit bestand heeft meer dan 2.000 annotaties; splits het in delen van hooguit 2.000.',
    'refusal.zip-broken':
      'Dit bestand is beschadigd of niet volledig en kan niet worden uitgepakt. Exporteer of download het opnieuw.',
    'refusal.zip-too-large':
      'Dit bestand wordt bij het uitpakken groter dan 200 MB; zo’n bestand kan een computer laten vastlopen. Vertrouwt u het, splits het dan.',
    'refusal.zip-path':
      'Dit bestand bevat een onderdeel dat buiten zijn eigen map wil worden neergezet, wat gevaarlijk kan zijn. Vraag wie het maakte om een nieuwe export.',
    'refusal.xml-forbidden':
      'Dit bestand bevat verborgen verwijzingen (een ‘DOCTYPE’), die niet nodig zijn en gevaarlijk kunnen zijn. Vraag wie het maakte om een nieuwe export.',
    'refusal.xml-broken':
      'Dit bestand is beschadigd of niet volledig: de gegevens erin (XML) zijn niet te lezen. Exporteer het opnieuw.',
    'refusal.csv-quotes':
      'In dit csv-bestand opent een aanhalingsteken een cel die nergens sluit, zodat niet te zeggen is waar de rijen erna beginnen. Open het bestand in Excel, herstel die rij en bewaar het als xlsx.',
    'refusal.workbook-broken':
      'Dit Excel-bestand kan niet worden gelezen; bewaar het opnieuw als xlsx of csv.',
    'refusal.other-workbook':
      'Dit is een bestand van een oudere Excel of van OpenDocument, of er staat een wachtwoord op. Open het, haal het wachtwoord eraf en bewaar het als xlsx of csv.',
    'refusal.json-broken':
      'Dit bestand is beschadigd of niet volledig: de gegevens erin (JSON) zijn niet te lezen. Exporteer het opnieuw.',
    'refusal.no-annotations': 'In dit bestand staan geen annotaties.',
    'refusal.no-project':
      'Dit is geen REFI-QDA-project: het onderdeel met de coderingen (project.qde) ontbreekt.',
    'refusal.turtle-broken':
      'Dit bestand is beschadigd of niet volledig: het codeboek erin (Turtle) is niet te lezen. Exporteer het opnieuw.',
    'refusal.no-codebook': 'In dit bestand staat geen codeboek.',
    'refusal.codebook-cycle':
      'In dit codeboek is een begrip, al dan niet via andere, met zichzelf samengevoegd. Herstel dat in het programma waar het vandaan komt.',
    'refusal.not-allowed':
      'In dit bestand staat iets wat het dossier zo niet kan bewaren, zoals een naam zonder letters of een veel te lange tekst.',
    nothingImported: 'Er is niets geïmporteerd en het dossier is niet veranderd.',
  },
  {
    import: 'Import',
    importIntro:
      'Choose a file: codings or a codebook in Excel (xlsx) or CSV, a REFI-QDA project or codebook (qdpx, qdc), Web Annotations (jsonld) or a codebook in SKOS (ttl). You see first what would happen; nothing changes until you confirm. An import is one step, which you can undo in the history.',
    file: 'File',
    readers: 'To import you have to be a reviewer in this dossier. Ask the owner for another role.',
    reading: 'The file is being read…',
    checking: 'The server looks what the import would do…',
    importing: 'The import is under way…',
    cancel: 'Cancel',
    cancelled: 'The import was cancelled. Nothing has changed.',
    sheet: 'Sheet',
    head: 'Row with the heads',
    headRow: (row, heads) => `row ${row}: ${heads}`,

    columnsTitle: 'What each column holds',
    columnsIntro:
      'Guessed from the heads and the values. If something is wrong, choose another meaning. Without a column for the direction it will be ‘unclear’, without a basis ‘position’. A cell that names several safeguards, impacts or speakers, with a semicolon between them, makes a coding for each.',
    noQuoteColumn: 'Choose which column has the quotes: a row without a quote is not imported.',
    columnHead: 'Column',
    columnWithoutHead: (letter) => `Column ${letter}`,
    columnExample: 'For example',
    columnMeaning: 'Meaning',
    meaningOf: (head) => `Meaning of ${head}`,
    notImported: '– do not import –',

    documentTitle: 'From which document',
    namelessRows: (count) =>
      count === 1
        ? '1 row does not say from which document its quote is. Choose it, or the row is not imported.'
        : `${count} rows do not say from which document their quotes are. Choose it, or they are not imported.`,
    documentOfRows: 'Document of these rows',
    documentAbove: 'that of the row above',
    documentNew: 'a document that is not in the dossier yet',
    newDocument: 'The new document',
    newDocumentHint: 'A title, an identifier or an address is enough.',
    identifierHint: 'Such as ‘Kamerstukken II 2024/25, 36704, nr. 11’ or an ECLI.',
    addressWrong: 'Give an address that begins with https:// or http://.',
    typeByItself: 'follows from the identifier, else ‘other’',

    speakerTitle: 'Who says it',
    voicelessRows: (count) =>
      count === 1
        ? '1 row names no speaker, and its document has no issuer. Name the speaker, or the row is not imported.'
        : `${count} rows name no speaker, and their documents have no issuer. Name the speaker, or they are not imported.`,
    speakerOfRows: 'Speaker of these rows',
    speakerHint: 'A speaker of the dossier, or a new name.',

    unknownTitle: 'Words that the dossier does not know',
    unknownIntro:
      'Choose what is meant; what is a term of one concept in the codebook is chosen already. Rows with a word that stays open are not imported.',
    addConcept:
      'A safeguard or impact that the codebook does not have yet, you add there first; then choose this file again.',
    toCodebook: 'To the codebook',
    unknownRows: (count) => (count === 1 ? '1 row' : `${count} rows`),
    leaveOpen: '– choose –',
    leaveEmpty: 'leave empty',
    meantBy: (word, field) => `${field} ‘${word}’ means`,

    planTitle: 'What the import does',
    newPassages: (count) => (count === 1 ? '1 new passage' : `${count} new passages`),
    newCodings: (count) => (count === 1 ? '1 coding' : `${count} codings`),
    newDocuments: (count) => (count === 1 ? '1 new document' : `${count} new documents`),
    newSpeakers: (count) => (count === 1 ? '1 new speaker' : `${count} new speakers`),
    newConcepts: (count) => (count === 1 ? '1 new concept' : `${count} new concepts`),
    newGroups: (count) => (count === 1 ? '1 new group' : `${count} new groups`),
    newTexts: (count) => (count === 1 ? '1 kept text' : `${count} kept texts`),
    newLinks: (count) => (count === 1 ? '1 link between passages' : `${count} links between passages`),
    knownPassages: (count) =>
      count === 1
        ? '1 passage is in the dossier already, or was deleted there, and stays as it is.'
        : `${count} passages are in the dossier already, or were deleted there, and stay as they are.`,
    leftOutCodings: (count) =>
      count === 1
        ? '1 coding of such a passage is not in the dossier and does not come in: add it to the passage with the extension.'
        : `${count} codings of such passages are not in the dossier and do not come in: add them to the passages with the extension.`,
    differingConcepts: (count) =>
      count === 1
        ? '1 concept or group is in the codebook already, but reads otherwise in this file. The codebook stays as it is: change it under Codebook.'
        : `${count} concepts or groups are in the codebook already, but read otherwise in this file. The codebook stays as it is: change them under Codebook.`,
    asDrafts:
      'Codings come in under your name and as drafts, also those that are of others or were accepted already.',
    nothingNew: 'This file brings nothing new: all of it is in the dossier already.',
    namesOfSpeakers: (names) =>
      `New speakers: ${names}. Their kind is ‘other’; choose it afterwards under Speakers.`,
    namesOfSafeguards: (names) => `New safeguards: ${names}.`,
    namesOfImpacts: (names) => `New impacts: ${names}.`,
    'gap.coding': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'names' : 'name'} no safeguard: only the passage comes along.`,
    'gap.stance': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'takes' : 'take'} no stance: the matrix counts ${count === 1 ? 'it' : 'them'}, but not as ‘helps’, ‘hurts’ or ‘no effect’. A stance follows from what happens and from the direction.`,
    'gap.measure': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'does' : 'do'} not say what happens to the safeguard.`,
    'gap.direction': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'has' : 'have'} no direction: it will be ‘unclear’.`,
    'gap.impact': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'names' : 'name'} no impact and ${count === 1 ? 'goes' : 'go'} to the column ‘No impact named’.`,
    'gap.basis': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'has' : 'have'} no basis: it will be ‘position’.`,
    'gap.identifier': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'has' : 'have'} an identifier that cannot be read and does not come along: write a Kamerstuk as “36704, nr. 3” and a ruling with its ECLI.`,
    'gap.document': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'names' : 'name'} a date, source type or issuer that the document does not have: the document stays as it is.`,
    'gap.unit': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'names' : 'name'} an amount without a unit, or one that cannot be read: it goes into the note.`,
    'gap.century': (count, of) =>
      `${count} of ${of} ${count === 1 ? 'gives' : 'give'} the year in two digits: 12-5-26 becomes 12 May 2026.`,
    gapsOfRows: 'What rows do not say',
    gapsOfCodings: 'What codings do not say',
    repeatedRows: (count) =>
      count === 1
        ? '1 row says the same as an earlier one: together they are one coding.'
        : `${count} rows say the same as an earlier one: together they are one coding.`,
    leftOutParts: (names) =>
      `What has these names in the file does not come along, since the dossier has no place for it: ${names}.`,
    addressesOnly:
      'Web Annotations say of a document only its address: a new document takes that as its title, and has no date or issuer. Add those under Documents. Links between passages, texts and concepts are not in such a file; in a REFI-QDA project they are.',
    remarksOfCells: (count) =>
      `${count === 1 ? '1 cell has a comment or note' : `${count} cells have comments or notes`} in Excel, which ${count === 1 ? 'does' : 'do'} not come along. Put them into a column to keep them.`,
    tableWithoutLinks:
      'A table has no links between passages: passages that repeat each other count as a claim each. A REFI-QDA project (qdpx) has those links.',
    leftOutColumns: (count, names) =>
      `${count === 1 ? 'One column is' : `${count} columns are`} not imported: ${names}.`,
    refusedRows: (count) => (count === 1 ? '1 row is not imported:' : `${count} rows are not imported:`),
    rowProblem: (row, problem) => `row ${row}: ${problem}`,
    moreRows: (count) => `and ${count} more`,
    skippedSelections: (count) =>
      count === 1
        ? '1 selection has no words (a place in a picture, a recording or a PDF without text, or in a text that is not in the file) or is too long to be kept, and does not come along.'
        : `${count} selections have no words (a place in a picture, a recording or a PDF without text, or in a text that is not in the file) or are too long to be kept, and do not come along.`,
    unplaced: (count) =>
      `${count} other ${count === 1 ? 'part does' : 'parts do'} not come along: notes that are not on a passage, codes of a whole document, links of another kind or not between passages, sets, cases or graphs.`,
    downloadRefused: 'Download these rows with the reason (CSV)',
    refusedFile: 'not-imported.csv',
    rowNumber: 'Row',
    rowReason: 'Reason',
    confirm: 'Import',
    nothingToImport: 'There is no row that can be imported.',

    done: 'The import is done.',
    seeInHistory: 'See the step in the history, or undo it there',
    toMatrix: 'To the matrix',
    notReadYet:
      'An import does not say who has read the documents: in the matrix they are ‘not read’ until somebody says at the document that they did.',
    toDocuments: 'To the documents',
    brokenAt: (place) => `The server refuses the import at ${place}. Nothing has changed.`,

    'problem.no-quote': () => 'there is no quote',
    'problem.no-document': () =>
      'it does not say from which document: give a title, an identifier or an address',
    'problem.no-speaker': () => 'it names no speaker, and the document has no issuer',
    'problem.unknown-value': (field, value) => `‘${value}’ is no known ${field}`,
    'problem.not-a-date': (_field, value) => `‘${value}’ is no date`,
    'problem.not-a-number': (field, value) => `‘${value}’ is no number (${field})`,
    'problem.too-long': (field) => `${field} is too long to be kept`,
    'problem.not-allowed': (field, value) =>
      value === '' ? `${field} cannot be kept like this` : `${field} cannot be kept like this: ‘${value}’`,

    'refusal.empty': 'This file has no table with a head and at least one row.',
    'refusal.unknown-format':
      'This file is damaged, or of a kind that cannot be imported; choose xlsx, csv, qdpx, qdc, jsonld or ttl.',
    'refusal.too-large': 'This file is larger than 100 MB; split it.',
    'refusal.too-many-rows': 'This file has more than 10,000 rows; split it into parts of 10,000 at most.',
    'refusal.too-many-annotations':
      'This file has more than 2,000 annotations; split it into parts of 2,000 at most.',
    'refusal.zip-broken':
      'This file is damaged or incomplete and cannot be unpacked. Export or download it again.',
    'refusal.zip-too-large':
      'Unpacked, this file becomes larger than 200 MB; such a file can make a computer hang. If you trust it, split it.',
    'refusal.zip-path':
      'This file holds a part that wants to be put outside its own folder, which can be dangerous. Ask whoever made it for a new export.',
    'refusal.xml-forbidden':
      'This file holds hidden references (a ‘DOCTYPE’), which are not needed and can be dangerous. Ask whoever made it for a new export.',
    'refusal.xml-broken':
      'This file is damaged or incomplete: the data in it (XML) cannot be read. Export it again.',
    'refusal.csv-quotes':
      'In this CSV file a quotation mark opens a cell that ends nowhere, so that nobody can say where the rows behind it begin. Open the file in Excel, mend that row and save it as xlsx.',
    'refusal.workbook-broken': 'This Excel file cannot be read; save it again as xlsx or CSV.',
    'refusal.other-workbook':
      'This file is of an older Excel or of OpenDocument, or it has a password. Open it, take the password off and save it as xlsx or CSV.',
    'refusal.json-broken':
      'This file is damaged or incomplete: the data in it (JSON) cannot be read. Export it again.',
    'refusal.no-annotations': 'There are no annotations in this file.',
    'refusal.no-project': 'This is no REFI-QDA project: the part with the codings (project.qde) is missing.',
    'refusal.turtle-broken':
      'This file is damaged or incomplete: the codebook in it (Turtle) cannot be read. Export it again.',
    'refusal.no-codebook': 'There is no codebook in this file.',
    'refusal.codebook-cycle':
      'In this codebook a concept is merged with itself, perhaps through others. Mend that in the program it comes from.',
    'refusal.not-allowed':
      'This file holds something that the dossier cannot keep like this, such as a name without letters or far too long a text.',
    nothingImported: 'Nothing was imported and the dossier has not changed.',
  },
);
