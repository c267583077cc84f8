export { citePassage, withoutFullStop } from './cite-passage.ts';
export { type CitedDocument, withIssuer } from './cited-document.ts';
export { type CitedPlace, citedPlace } from './cited-place.ts';
export { dateInWords, monthInShort, parliamentaryYear } from './dates.ts';
export { nameCited, nameSource } from './name-source.ts';
export { betweenMarks } from './quotation-marks.ts';
export { annotationOfFragment, type LinkedPassage, passageParameter, sourceLink } from './source-link.ts';
