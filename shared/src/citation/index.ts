export { type CitedDocument, type CitedPlace, citePassage } from './cite-passage.ts';
export { dateInWords, parliamentaryYear } from './dates.ts';
export { annotationOfFragment, type LinkedPassage, passageParameter, sourceLink } from './source-link.ts';
