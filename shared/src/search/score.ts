/** How soon more of the same word adds nothing, and how much the length of a text counts against it (Okapi BM25). */
const saturation = 1.2;
const lengthWeight = 0.75;
/** Words of an ordinary passage. */
const usualLength = 40;

/**
 * How well a text answers a query whose words it all has: more for a word that is said often in few words. A
 * word is met by any of its `alternatives`. It looks at the text alone, so that an answer does
 * not change with other texts, and is the same on every database.
 */
export function scoreText(stems: readonly string[], words: readonly ReadonlySet<string>[]): number {
  const length = 1 - lengthWeight + (lengthWeight * stems.length) / usualLength;
  return words.reduce((sum, alternatives) => {
    const count = stems.filter((stem) => alternatives.has(stem)).length;
    return sum + (count * (saturation + 1)) / (count + saturation * length);
  }, 0);
}
