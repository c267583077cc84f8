import { anchorQuotes, describePassage } from '@waarborg/shared/anchoring';

/** Texts that repeat themselves in every way that made a matcher slow, of about a length. */
const HOSTILE: readonly (readonly [name: string, make: (length: number) => string])[] = [
  ['one letter', (length) => 'a'.repeat(length)],
  ['half one letter, half another', (length) => 'a'.repeat(length / 2) + 'b'.repeat(length / 2)],
  ['a period of three letters', (length) => 'aba'.repeat(length / 3)],
  ['one word', (length) => 'vreemdeling '.repeat(length / 12)],
  ['three words in turn', (length) => 'van de raad '.repeat(length / 12)],
  ['one sentence', (length) => SENTENCE.repeat(length / SENTENCE.length)],
  ['one line', (length) => 'Tweede Kamer, nr. 11\n'.repeat(length / 21)],
  ['sentences of one letter', (length) => 'A. B! C? '.repeat(length / 9)],
  ['a Fibonacci word', fibonacciWord],
  ['all words of nine letters a and b, again and again', (length) => deBruijn(9).repeat(length / 2 ** 9)],
  ['all words of letters a and b once', (length) => deBruijn(Math.round(Math.log2(length)))],
];
const SENTENCE = 'De minister beslist binnen zes maanden op de aanvraag. ';
/** Code units of the shorter texts; the longer ones are `TIMES` as long. */
const LENGTH = 120_000;
const TIMES = 4;
/** What is linear takes `TIMES` as long, and what is quadratic sixteen times; a collection of garbage may come between. */
const MOST_GROWTH = 8;

/**
 * Prints how the time grows with texts that repeat themselves, with passages that grow along; whether it does so
 * about linearly for all of them.
 */
export function printHostile(): boolean {
  console.log(
    `\nTexts that repeat themselves: ms of processor time for ${LENGTH / 1000} and ${(TIMES * LENGTH) / 1000} KB, and the growth; asked: at most ${MOST_GROWTH}`,
  );
  let isReached = true;
  for (const [name, make] of HOSTILE) {
    const cells: string[] = [];
    let verdict = 'pass';
    for (const isKept of [false, true]) {
      const [short, long] = [leastMs(make(LENGTH), isKept), leastMs(make(TIMES * LENGTH), isKept)];
      // What takes hardly any time says nothing of its growth.
      if (long > 50 && long > MOST_GROWTH * short) verdict = 'FAIL';
      const growth = (long / short).toFixed(1);
      cells.push(
        `${isKept ? 'with original' : 'by words'} ${short.toFixed(0)}, ${long.toFixed(0)}, ${growth}`.padEnd(
          34,
        ),
      );
    }
    console.log(`  ${name.padEnd(52)}${cells.join('')}${verdict}`);
    isReached &&= verdict === 'pass';
  }
  return isReached;
}

/** The least processor time of three runs, each with another text, so that nothing is remembered. */
function leastMs(original: string, isKept: boolean): number {
  const third = Math.floor(original.length / 3);
  const changed = `${original.slice(0, third)} iets nieuws ${original.slice(third + 7)}`;
  const passages = [60, 400, original.length >> 4, original.length >> 2].map((length) =>
    describePassage(original, { start: third - (length >> 1), end: third + (length >> 1) }),
  );
  const quotes = passages.flatMap((quote) => [quote, { exact: quote.exact }, { exact: `${quote.exact}z` }]);
  const times = [1, 2, 3].map((run) => {
    const start = process.cpuUsage();
    anchorQuotes(`${run} ${changed}`, quotes, isKept ? { original: `${run} ${original}` } : {});
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** A text of two letters that repeats all of itself, but never with one period. */
function fibonacciWord(length: number): string {
  let [shorter, word] = ['a', 'ab'];
  while (word.length < length) [shorter, word] = [word, word + shorter];
  return word.slice(0, length);
}

/**
 * The shortest text of two letters that has every word of `order` of them once, but for those across its end.
 * Source: H. Fredricksen and J. Maiorana, "Necklaces of beads in k colors", Discrete Mathematics 23 (1978).
 */
function deBruijn(order: number): string {
  const word = new Uint8Array(order + 1);
  const letters: string[] = [];
  const extend = (length: number, period: number) => {
    if (length > order) {
      if (order % period === 0)
        for (let at = 1; at <= period; at += 1) letters.push(word[at] === 0 ? 'a' : 'b');
      return;
    }
    word[length] = word[length - period] as number;
    extend(length + 1, period);
    if (word[length] === 0) {
      word[length] = 1;
      extend(length + 1, length);
    }
  };
  extend(1, 1);
  return letters.join('');
}
