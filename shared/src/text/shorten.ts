/** A text of at most so many characters: a longer one is cut, and says so with an ellipsis. */
export function shorten(text: string, most: number): string {
  // No more than two code units are one character.
  const characters = [...text.slice(0, 2 * most + 1)];
  return characters.length <= most ? text : `${characters.slice(0, most).join('').trimEnd()}…`;
}
