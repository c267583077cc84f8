/** A single quotation mark that is no apostrophe within a word. */
const innerMark = /[‘‚]|(?<!\p{L})['’](?!s\b|t\b|n\b)/u;

/** Words between quotation marks: double ones around words that have single ones of their own. */
export function betweenMarks(words: string): string {
  return innerMark.test(words) ? `“${words}”` : `‘${words}’`;
}
