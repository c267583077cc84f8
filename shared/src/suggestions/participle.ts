/** What a Dutch verb can be separated from: *op-ge-leid*, *af-ge-schaft*. */
const particles = 'aan|achter|af|bij|door|in|mee|na|om|op|over|samen|toe|uit|vast|voor|weg';
const participle = new RegExp(`^(${particles})?ge(.{3,}?)[dt]e?$`, 'u');
const longVowel = /([aeou])\1([^aeiou])$/u;

/**
 * How the other forms of a verb begin, of which a word is the weak past participle: *hor* of *gehoord*, *motiver* of
 * *gemotiveerde*, *opleid* of *opgeleid*. A stemmer leaves its *ge-* where it is.
 *
 * @param folded in lower case and without accents.
 * @returns undefined where it is no participle.
 */
export function verbOfParticiple(folded: string): string | undefined {
  const [, particle = '', rest] = participle.exec(folded) ?? [];
  if (rest === undefined) return undefined;
  // opgeleid: its d is both of the verb and of the participle.
  const verb = /[^aeiou]$/u.test(rest) ? rest : folded.slice(particle.length + 2).replace(/e$/u, '');
  return particle + verb.replace(longVowel, '$1$2');
}
