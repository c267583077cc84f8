/** What stands between two pieces of one quote, where the words between them are left out. */
export const omission = ' […] ';

/** The words of a passage in one text, its pieces with a mark between them. */
export function wordsOfPieces(pieces: readonly { readonly exact: string }[]): string {
  return pieces.map(({ exact }) => exact).join(omission);
}
