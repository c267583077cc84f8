/**
 * Whether two passages are the same words, whatever their layout. Marks of footnotes are layout too: digits
 * behind a word that the other passage does not have.
 *
 * Stricter than finding: a passage is found through words that came between, and a reviewer must see those.
 */
export function areSameWords(one: string, other: string): boolean {
  return (
    one === other ||
    toLetters(one) === toLetters(other) ||
    toLetters(withoutFootnotes(one)) === toLetters(withoutFootnotes(other))
  );
}

function toLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function withoutFootnotes(text: string): string {
  return text.replace(/(?<=\p{L}[.,;:!?)\]”’"']?)\p{N}{1,3}(?!\p{N}|\p{L})/gu, '');
}
