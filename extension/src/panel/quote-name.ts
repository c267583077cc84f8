/** Most code units of a quote that name a button. */
const mostNamed = 60;

/** First words of a quote: for a screen reader they tell its buttons from those of others. */
export function quoteName(exact: string): string {
  return exact.slice(0, mostNamed);
}
