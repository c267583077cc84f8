/**
 * Where quotes too short to stand for themselves stand in the words of other passages. A short quote stands in
 * many places, so its surroundings have to agree; without any, it has to be most of what the other says.
 *
 * Method: short quotes with their surroundings in a table by their first letters, then by all of them, in which every
 * place of every passage is looked up. Cost: the letters of all passages, whatever the number of quotes.
 */
import type { DisjointSets } from './disjoint-sets.ts';
import { decidingText, type Piece, QuoteGroup } from './quote-group.ts';

/** Letters and digits of the surroundings that must agree at either side. */
const contextLength = 8;
/** First letters by which quotes are sought. */
const keyLength = 4;

/** Short quotes that are the same with their surroundings. */
interface ShortQuote {
  readonly quote: string;
  readonly group: QuoteGroup;
}

/** Sought texts, by their first letters and then by all of them. */
class SoughtTexts {
  readonly #keyLength: number;
  readonly #lengths = new Map<string, Set<number>>();
  readonly #quotes: ReadonlyMap<string, readonly ShortQuote[]>;

  constructor(quotes: ReadonlyMap<string, readonly ShortQuote[]>) {
    this.#quotes = quotes;
    this.#keyLength = [...quotes.keys()].reduce((least, { length }) => Math.min(least, length), keyLength);
    for (const text of quotes.keys()) {
      const key = text.slice(0, this.#keyLength);
      const lengths = this.#lengths.get(key) ?? new Set();
      this.#lengths.set(key, lengths.add(text.length));
    }
  }

  /** The quotes whose text stands in this one. */
  *findIn(text: string): Generator<ShortQuote> {
    if (this.#quotes.size === 0) return;
    for (let place = 0; place + this.#keyLength <= text.length; place++) {
      for (const length of this.#lengths.get(text.slice(place, place + this.#keyLength)) ?? [])
        yield* this.#quotes.get(text.slice(place, place + length)) ?? [];
    }
  }
}

/** The short pieces by what is sought of each, a quote with or without surroundings. */
function groupShort(pieces: readonly Piece[], sets: DisjointSets): Record<'among' | 'alone', SoughtTexts> {
  const among = new Map<string, ShortQuote[]>();
  const alone = new Map<string, ShortQuote[]>();
  const partsOf = ({ range }: Piece) => [
    range.lettersBefore.slice(-contextLength),
    range.letters,
    range.lettersAfter.slice(0, contextLength),
  ];
  for (const [key, same] of Map.groupBy(pieces, (piece) => partsOf(piece).join(' '))) {
    const [before = '', quote = '', after = ''] = key.split(' ');
    const isAlone = before === '' && after === '';
    const quotes = isAlone ? alone : among;
    const text = `${before}${quote}${after}`;
    quotes.set(text, [...(quotes.get(text) ?? []), { quote, group: new QuoteGroup(same, sets, !isAlone) }]);
  }
  return { among: new SoughtTexts(among), alone: new SoughtTexts(alone) };
}

/** Joins the short pieces with those of all pieces in which they stand. */
export function joinShortQuotes(short: readonly Piece[], pieces: readonly Piece[], sets: DisjointSets): void {
  if (short.length === 0) return;
  const { among, alone } = groupShort(short, sets);
  const longest = short.reduce((most, { range }) => Math.max(most, range.letters.length), 0);
  for (const piece of pieces) {
    const { letters, lettersBefore, lettersAfter } = piece.range;
    const text = decidingText(piece);
    for (const { quote, group } of among.findIn(`${lettersBefore}${letters}${lettersAfter}`)) {
      if (group.isOpenTo(text) && letters.includes(quote)) group.joinWith(piece.passage);
    }
    if (letters.length > longest * 2) continue;
    for (const { quote, group } of alone.findIn(letters)) {
      if (group.isOpenTo(text) && quote.length * 2 >= letters.length) group.joinWith(piece.passage);
    }
  }
}
