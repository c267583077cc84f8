import { UNSEEN } from './change-prices.ts';
import type { Piece } from './pieces.ts';

/** How much a document changed. */
export interface Rates {
  /** How often a word was edited, as a share of the words that were not removed. */
  readonly edited: number;
  /** The share of the text that was removed in sentences. */
  readonly removed: number;
  /** What it costs that the text does not show where a line of the old one ended: see `priceOfUnseen`. */
  readonly unseen: number;
}

/** What is known of how a document changed, for judging whether a place is a quote's. */
export interface KnownChanges {
  readonly rates: Rates;
  /** The share of a stretch of the text's skeleton that is known to be other words than the quote's. */
  readonly occupied: (start: number, end: number) => number;
  /** Whether the text has nearly all of the old one. */
  readonly isCopy: () => boolean;
}

/** What is taken for granted where a quote stands by itself. */
export const NOTHING_KNOWN: KnownChanges = {
  rates: { edited: 0.07, removed: 0.1, unseen: UNSEEN },
  occupied: () => 0,
  isCopy: () => false,
};

/** A longer gap is a removed sentence or a page's footer and header, and no edited word. */
const EDITED = 24;
/** Code units of a word. */
const WORD = 5.5;
/** So many words speak for the usual rates. */
const USUAL_WORDS = 300;
/** Edits beside each other are one gap. */
const PER_GAP = 1.35;
/** Whatever an alignment tells, the rates are at least this. */
const LEAST_EDITED = 0.015;
const LEAST_REMOVED = 0.005;
/** More edited than this, another sentence cannot be told from an edited one. */
const MOST_EDITED = 0.15;

/** How much a text changed, by the gaps in its alignment with `length` code units of the old one. */
export function changesOf(pieces: readonly Piece[], length: number, unseen: number): Rates {
  const usual = NOTHING_KNOWN.rates;
  let words = USUAL_WORDS;
  let edited = USUAL_WORDS * usual.edited;
  let removed = USUAL_WORDS * WORD * usual.removed;
  pieces.forEach((piece, at) => {
    words += piece.length / WORD;
    const before = pieces[at - 1];
    if (before === undefined) return;
    const oldGap = piece.old - before.old - before.length;
    const newGap = piece.new - before.new - before.length;
    if (oldGap <= EDITED && newGap <= EDITED) {
      words += oldGap / WORD;
      edited += PER_GAP;
    } else removed += Math.max(0, oldGap - newGap);
  });
  return {
    edited: Math.min(MOST_EDITED, Math.max(LEAST_EDITED, edited / words)),
    removed: Math.max(LEAST_REMOVED, removed / (length + USUAL_WORDS * WORD)),
    unseen,
  };
}
