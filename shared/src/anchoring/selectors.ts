/**
 * A passage of a document's text, by position.
 *
 * Offsets are UTF-16 code units from the start of the text, so they index a
 * JavaScript string directly: `text.slice(start, end)` is the passage.
 * Invariant: `0 <= start < end <= text.length`.
 */
export interface TextPosition {
  readonly start: number;
  /** First offset after the passage. */
  readonly end: number;
}

/**
 * A passage by its words (W3C TextQuoteSelector), and where it stood when it was described
 * (W3C TextPositionSelector, but in UTF-16 code units).
 *
 * Nothing is promised about the values: they come from storage and from other people's programs.
 */
export interface QuoteSelector {
  readonly exact: string;
  /** The words directly before the passage; absent when they are not known. */
  readonly prefix?: string;
  /** The words directly after the passage; absent when they are not known. */
  readonly suffix?: string;
  /** Offset in the text in which the quote was made. */
  readonly start?: number;
  /** First offset after the passage, in the text in which the quote was made. */
  readonly end?: number;
}

/**
 * What became of a quote. Not finding a passage is a normal outcome, so it is a value and not an error.
 *
 * - `exact`: the same words at `start`, or anywhere when the quote has no `start`;
 * - `moved`: the same words elsewhere;
 * - `changed`: nearly the same words;
 * - `orphan`: not there, or in two places that nothing tells apart.
 *
 * "The same words" disregards layout: see `Skeleton`.
 */
export type Anchoring =
  | {
      readonly state: 'exact' | 'moved' | 'changed';
      readonly position: TextPosition;
      /**
       * How much quote and passage have in common: twice the characters that both have, in order, of all that
       * the two have. 1 for the same words and for them only; words that were put between count against it.
       */
      readonly similarity: number;
    }
  | { readonly state: 'orphan' };
