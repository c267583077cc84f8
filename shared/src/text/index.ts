export { capitalise } from './capitalise.ts';
export { foldText } from './fold-text.ts';
export { maxHeadingLength } from './max-heading-length.ts';
export { onOneLine } from './on-one-line.ts';
export { shorten } from './shorten.ts';
export { TextUnits } from './text-units.ts';
export { toSlug } from './to-slug.ts';
export { omission, wordsOfPieces } from './words-of-pieces.ts';
export { toXmlText } from './xml-text.ts';
