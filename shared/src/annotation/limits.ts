/*
 * Limits that are needed where no schema is: a content script must not carry a validator into every page.
 */

/** Longest quote that is kept, in UTF-16 code units: some 20 pages. */
export const maxQuoteLength = 100_000;
/** Most pieces of one passage ("… […] …"). */
export const maxRanges = 20;
/** Longest text that is kept of a document, in UTF-16 code units. */
export const maxRenditionLength = 20_000_000;
