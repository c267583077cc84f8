/*
 * Limits that are needed where no schema is: a content script must not carry a validator into every page.
 */

/** Longest title of a document, in UTF-16 code units. */
export const maxTitleLength = 1_000;
/** Longest name of the body that speaks in a document, in UTF-16 code units. */
export const maxIssuerLength = 200;
