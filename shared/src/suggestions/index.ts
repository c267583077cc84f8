export { isDismissed, type SuggestedWords, wordsOnly } from './dismissed.ts';
export { Experience } from './experience.ts';
export { findSuggestions, type Suggestion } from './find-suggestions.ts';
export { TermFinder } from './find-terms.ts';
export { type ReadText, readText } from './read-text.ts';
export type { Reason } from './reasons.ts';
