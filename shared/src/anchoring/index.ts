export { anchorQuotes } from './anchor-quotes.ts';
export { describePassage } from './describe-passage.ts';
export type { Anchoring, QuoteSelector, TextPosition } from './selectors.ts';
export { standInPlace } from './stand-in-place.ts';
