/** Longest heading, in UTF-16 code units; what is longer is no heading. */
export const maxHeadingLength = 200;
