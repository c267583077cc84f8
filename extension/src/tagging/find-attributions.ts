/** What announces that somebody else says it. */
const announced = /(?<!\p{L})(?:volgens|aldus|according to)\s+(?:(?:de|het|the)\s+)?/giu;
/**
 * A name from its first word on: words with a capital, with `van`, `voor` or `of` and the one word that goes with
 * it between them ("Raad voor de rechtspraak", "Nederlandse Orde van Advocaten").
 */
const name =
  /\p{Lu}[\p{L}\p{N}’'-]*(?:\s+(?:(?:van|voor|of|for)(?:\s+(?:de|den|der|het|the))?\s+(?!(?:een|dit|dat|deze|zijn|haar|hun|a|an|this|their)\b)[\p{L}\p{N}’'-]+|(?:(?:en|and)\s+)?\p{Lu}[\p{L}\p{N}’'-]*))*/uy;

/** The bodies to which a passage attributes what it says ("volgens de Raad voor de rechtspraak"), in its order, each once. */
export function findAttributions(passage: string): string[] {
  const found = new Set<string>();
  for (const { index, 0: announcement } of passage.matchAll(announced)) {
    name.lastIndex = index + announcement.length;
    const words = name.exec(passage)?.[0];
    if (words) found.add(words.replace(/\s+/gu, ' '));
  }
  return [...found];
}
