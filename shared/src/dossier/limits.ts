/*
 * Longest texts, in UTF-16 code units. They stand apart from the schemas since fields of forms have them too, and a
 * content script must not carry a validator into every page.
 */

/** Longest title of a document. */
export const maxTitleLength = 1_000;
/** Longest title of a dossier. */
export const maxDossierTitleLength = 200;
/** Longest title of an outline. */
export const maxOutlineTitleLength = 300;
/** Longest heading in an outline. */
export const maxOutlineHeadingLength = 500;
/** Longest text of one's own between passages. */
export const maxOutlineText = 20_000;
/** Longest comment on a thing of an outline. */
export const maxCommentLength = 5_000;
