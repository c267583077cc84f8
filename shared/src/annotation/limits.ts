/*
 * Longest texts, in UTF-16 code units, and most things. They stand apart from the schemas since fields of forms have
 * them too, and a content script must not carry a validator into every page.
 */

/** Longest quote that is kept: some 20 pages. */
export const maxQuoteLength = 100_000;
/** Most pieces of one passage ("… […] …"). */
export const maxRanges = 20;
/** Longest text that is kept of a document. */
export const maxRenditionLength = 20_000_000;
/** Longest note on a passage. */
export const maxNoteLength = 20_000;
/** Longest id of a concept. */
export const maxConceptIdLength = 64;
/** Longest reference to an article. */
export const maxProvisionLength = 200;
/** Longest unit of a quantity. */
export const maxUnitLength = 40;
/** Longest period of a quantity, an ISO 8601 duration. */
export const maxPeriodLength = 40;
/** Longest reason for which a coding is sent back. */
export const maxReasonLength = 2_000;
/** Longest name or alias of a speaker. */
export const maxSpeakerNameLength = 200;
