import { defineCatalogue } from './catalogue.ts';

/** What the side panel says of one passage: its links with others, its pieces, its history. */
export const passageMessages = defineCatalogue(
  {
    // Links between passages
    ties: 'Verbonden passages',
    'section.link': 'Verbinden met een andere passage',
    linkWith: 'Verbind',
    linkPassage: (quote: string) => `Verbind met een andere passage: ${quote}`,
    relationField: 'Deze passage',
    linkSearch: 'Welke andere passage? Zoek op woorden, spreker of document',
    passagesFound: (count: number) => (count === 1 ? '1 passage gevonden' : `${count} passages gevonden`),
    firstFound: (shown: number, count: number) =>
      `De eerste ${shown} van ${count} passages; typ meer woorden om er minder te zien.`,
    noPassageFound: 'Geen passage gevonden.',
    linked: 'Verbonden.',
    linkedAlready: 'Deze passages waren al zo verbonden.',
    unlink: 'Maak los',
    unlinkOf: (tie: string) => `Maak los: ${tie}`,
    unlinked: 'De verbinding is verwijderd.',
    linkIsBack: 'De verbinding is terug.',
    openPassageOf: (tie: string) => `Open bron in een nieuw tabblad: ${tie}`,
    onAComputer: 'Staat in een bestand op een computer; open dat bestand om de passage te zien.',

    // Pieces of a passage
    'section.pieces': 'Stukken van de passage',
    pieces: 'Stukken',
    piecesOf: (quote: string) => `Stukken van de passage: ${quote}`,
    addPiece: 'Voeg een stuk toe',
    addPieceStarted: 'Selecteer op de pagina welk stuk erbij komt, en druk op Enter. Esc stopt.',
    removePiece: 'Haal weg',
    removePieceOf: (quote: string) => `Haal weg: ${quote}`,
    pieceRemoved: 'Het stuk hoort niet meer bij de passage.',
    pieceIsBack: 'Het stuk is terug.',

    // History of a passage
    'section.history': 'Geschiedenis van de passage',
    history: 'Geschiedenis',
    historyOf: (quote: string) => `Geschiedenis: ${quote}`,
    historyNotSent:
      'Deze passage is nog niet verstuurd. De geschiedenis begint zodra de server de passage heeft.',
    historyWaits: 'Een wijziging van u is nog niet verstuurd. Ongedaan maken kan zodra dat is gebeurd.',
    takeBackElsewhere: (count: number) =>
      `Deze wijziging raakt ${count} onderdelen. Bekijk die in de geschiedenis van het dossier.`,
    'serverTrouble.server-unreachable':
      'De geschiedenis staat op de server, en die is nu niet te bereiken. Probeer het opnieuw als er weer verbinding is.',
    'serverTrouble.server-failing': 'De server geeft nu fouten. Probeer het later opnieuw.',
    'serverTrouble.token-expired': 'Uw aanmelding is verlopen. Meld u opnieuw aan bij Instellingen.',
    'serverTrouble.dossier-unknown': 'Dit dossier is er niet meer, of u hebt er geen toegang toe.',
  },
  {
    ties: 'Connected passages',
    'section.link': 'Connect to another passage',
    linkWith: 'Connect',
    linkPassage: (quote) => `Connect to another passage: ${quote}`,
    relationField: 'This passage',
    linkSearch: 'Which other passage? Search words, speaker or document',
    passagesFound: (count) => (count === 1 ? '1 passage found' : `${count} passages found`),
    firstFound: (shown, count) => `The first ${shown} of ${count} passages; type more words to see fewer.`,
    noPassageFound: 'No passage found.',
    linked: 'Connected.',
    linkedAlready: 'These passages were connected like this already.',
    unlink: 'Disconnect',
    unlinkOf: (tie) => `Disconnect: ${tie}`,
    unlinked: 'The connection is gone.',
    linkIsBack: 'The connection is back.',
    openPassageOf: (tie) => `Open source in a new tab: ${tie}`,
    onAComputer: 'Is in a file on a computer; open that file to see the passage.',

    'section.pieces': 'Pieces of the passage',
    pieces: 'Pieces',
    piecesOf: (quote) => `Pieces of the passage: ${quote}`,
    addPiece: 'Add a piece',
    addPieceStarted: 'Select in the page which piece to add, and press Enter. Esc cancels.',
    removePiece: 'Take away',
    removePieceOf: (quote) => `Take away: ${quote}`,
    pieceRemoved: 'The piece does not belong to the passage any more.',
    pieceIsBack: 'The piece is back.',

    'section.history': 'History of the passage',
    history: 'History',
    historyOf: (quote) => `History: ${quote}`,
    historyNotSent: 'This passage has not been sent yet. Its history begins once the server has it.',
    historyWaits: 'A change of yours still waits. You can undo when it has been sent.',
    takeBackElsewhere: (count) =>
      `This change touches ${count} things. See it in the history of the dossier.`,
    'serverTrouble.server-unreachable':
      'The history is kept at the server, which cannot be reached now. Try again when there is a connection.',
    'serverTrouble.server-failing': 'The server is failing now. Try again later.',
    'serverTrouble.token-expired': 'Your sign-in has expired. Sign in again in Settings.',
    'serverTrouble.dossier-unknown': 'This dossier is gone, or you have no access to it.',
  },
);
