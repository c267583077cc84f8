import { stemWord } from './stem-word.ts';

/** Words that lawyers write in two ways: as a word, and as it stands in a citation. */
const writings: readonly (readonly [short: string, long: string])[] = [
  ['art', 'artikel'],
  ['artt', 'artikel'],
  ['par', 'paragraaf'],
  ['nr', 'nummer'],
  ['nrs', 'nummer'],
];

/** The stems of the other writings of a word, by its stem: *art. 3.109* is *artikel 3.109*. */
export function otherWritingsOf(stem: string): string[] {
  return writings.flatMap(([short, long]) => {
    if (stem === stemWord(short)) return [stemWord(long)];
    return stem === stemWord(long) ? [stemWord(short)] : [];
  });
}
