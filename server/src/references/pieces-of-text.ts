/** Longest piece, in UTF-16 code units: a piece is read in about a tenth of a second. */
const pieceLength = 1_000_000;

/**
 * A text in pieces that end where a line ends, so that nobody waits long for the reading of one. A report of 500 pages
 * is one piece. What a piece calls a law for short ("hierna: Vw") is not known in the next one.
 */
export function* piecesOf(text: string, length = pieceLength): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const furthest = start + length;
    const space = furthest < text.length ? text.lastIndexOf('\n', furthest) : text.length;
    const end = space > start ? space : Math.min(furthest, text.length);
    yield text.slice(start, end);
    start = end;
  }
}
