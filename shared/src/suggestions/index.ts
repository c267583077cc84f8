export { isDismissed, type SuggestedWords, wordsOnly } from './dismissed.ts';
export { Experience } from './experience.ts';
export { findSuggestions, type Reason, type Suggestion } from './find-suggestions.ts';
export { TermFinder } from './find-terms.ts';
export { type ReadParagraph, type ReadText, readText } from './read-text.ts';
