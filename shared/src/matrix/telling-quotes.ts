/**
 * Which quotes that stand for themselves share words: one contains the other, or the end of one is the
 * beginning of the other.
 *
 * Method: the different quotes in their order, so that those that begin alike follow each other, each with the longest
 * other one that it begins with. From every place where a quote has the beginning of another, the rest of it is
 * looked up there. Cost: the letters of all quotes; a row of quotes that begin alike is gone through at most twice for
 * each ending, not for each quote.
 */
import type { DisjointSets } from './disjoint-sets.ts';
import { type Piece, QuoteGroup } from './quote-group.ts';

/** Letters and digits from which on a quote stands for itself. */
export const minTellingLength = 24;
/** Most beginnings that are sought one by one; more are looked up letter by letter. */
const maxSoughtBeginnings = 16;

interface Quote {
  readonly letters: string;
  readonly group: QuoteGroup;
  /** The longest other quote with which it begins. */
  readonly begunBy: Quote | undefined;
}

/** The quotes that begin with one ending. */
interface Begun {
  /** Texts of the quotes with which all of them were compared, at most two. */
  readonly texts: (string | undefined)[];
  /** Of two texts, where they are of several: one of them at least may be joined, where any may. */
  readonly others: Quote[];
}

/** The different quotes in the order of their letters. */
function sortQuotes(pieces: readonly Piece[], sets: DisjointSets): Quote[] {
  const byLetters = Map.groupBy(pieces, ({ range }) => range.letters);
  const quotes: Quote[] = [];
  let begunBy: Quote | undefined;
  for (const letters of [...byLetters.keys()].sort()) {
    while (begunBy && !letters.startsWith(begunBy.letters)) begunBy = begunBy.begunBy;
    const quote: Quote = {
      letters,
      group: new QuoteGroup(byLetters.get(letters) ?? [], sets, true),
      begunBy,
    };
    quotes.push(quote);
    begunBy = quote;
  }
  return quotes;
}

/** How many of the quotes come before these letters. */
function countBefore(quotes: readonly Quote[], letters: string): number {
  let [low, high] = [0, quotes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((quotes[middle]?.letters ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Joins those of the pieces, all of telling quotes, that share words. */
export function joinTellingQuotes(pieces: readonly Piece[], sets: DisjointSets): void {
  const quotes = sortQuotes(pieces, sets);
  const beginnings = new Set(quotes.map(({ letters }) => letters.slice(0, minTellingLength)));
  const join = (one: Quote, other: Quote) => {
    if (one.group.isOpenTo(other.group.text)) one.group.joinAllWith(other.group);
  };
  const begun = new Map<string, Begun>();
  const joinBegun = (quote: Quote, rest: string, first: number) => {
    const known = begun.get(rest) ?? { texts: [], others: [] };
    begun.set(rest, known);
    // Through the quotes of two texts all that can be joined is joined: what follows needs one of either.
    if (known.texts.length === 2 || known.texts.includes(quote.group.text)) {
      for (const other of known.others) join(quote, other);
      return;
    }
    known.texts.push(quote.group.text);
    for (let place = first; quotes[place]?.letters.startsWith(rest); place++) {
      const other = quotes[place] as Quote;
      join(quote, other);
      const isOfNewText = known.others.every(({ group }) => group.text !== other.group.text);
      if (known.others.length < 2 && isOfNewText) known.others.push(other);
    }
  };
  for (const quote of quotes) {
    for (let shorter = quote.begunBy; shorter; shorter = shorter.begunBy) join(quote, shorter);
    for (const place of placesOf(beginnings, quote.letters)) {
      if (place === 0) continue;
      const rest = quote.letters.slice(place);
      const first = countBefore(quotes, rest);
      joinBegun(quote, rest, first);
      for (let other = quotes[first - 1]; other; other = other.begunBy) {
        if (rest.startsWith(other.letters)) join(quote, other);
      }
    }
  }
}

/** Where in the letters one of the beginnings stands. */
function* placesOf(beginnings: ReadonlySet<string>, letters: string): Generator<number> {
  if (beginnings.size <= maxSoughtBeginnings) {
    for (const beginning of beginnings) {
      let place = letters.indexOf(beginning);
      for (; place !== -1; place = letters.indexOf(beginning, place + 1)) yield place;
    }
    return;
  }
  for (let place = 0; place + minTellingLength <= letters.length; place++) {
    if (beginnings.has(letters.slice(place, place + minTellingLength))) yield place;
  }
}
