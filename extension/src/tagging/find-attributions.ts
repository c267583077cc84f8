import { findReferences, type Reference } from '@waarborg/shared/references';
import { capitalise, onOneLine } from '@waarborg/shared/text';

/** What announces that somebody else says it. */
const announced =
  /(?<!\p{L})(?:volgens|aldus|according to)\s+(?:zowel\s+|ook\s+)?(?:(?:de|het|the|mevrouw|de heer)\s+)?/giu;
/** An office, a court or a body that is written without a capital, before its name or by itself. */
const office = String.raw`(?:(?:oud-|demissionair\s+)?(?:minister-president|ministers?|staatssecretaris(?:sen)?)(?:\s+(?:van|voor)\s+\p{Lu}|\s+(?:(?:van|de|der|den|ten)\s+)*\p{Lu}|(?!\p{L}))|(?:rechtbank|gerechtshof|gemeente|provincie)\s+(?:'s-)?\p{Lu}|(?:kabinet|regering)(?!\p{L}))`;
/**
 * A name from its first word on: words with a capital, with `van`, `voor` or `of` and the one word that goes with
 * it between them ("Raad voor de rechtspraak", "Nederlandse Orde van Advocaten").
 */
const name = new RegExp(
  String.raw`(?:${office}|\p{Lu})[\p{L}\p{N}’'-]*(?:\s+(?:(?:van|voor|of|for)(?:\s+(?:de|den|der|het|the))?\s+(?!(?:een|dit|dat|deze|zijn|haar|hun|a|an|this|their)\b)[\p{L}\p{N}’'-]+|(?:(?:en|and)\s+|(?<=Van\s)(?:de|den|der)\s+)?\p{Lu}[\p{L}\p{N}’'-]*))*`,
  'uy',
);

/**
 * The bodies to which a passage attributes what it says ("volgens de Raad voor de rechtspraak"), in its order, each once.
 * What a law or a paper says, nobody says: "volgens de Vreemdelingenwet 2000".
 *
 * @param cited what the passage refers to, where that was found already.
 */
export function findAttributions(
  passage: string,
  cited: readonly Reference[] = findReferences(passage),
): string[] {
  const found = new Set<string>();
  for (const { index, 0: announcement } of passage.matchAll(announced)) {
    const start = index + announcement.length;
    name.lastIndex = start;
    const words = name.exec(passage)?.[0];
    const isCited = cited.some((reference) => reference.start <= start && start < reference.end);
    if (words && !isCited) found.add(capitalise(onOneLine(words)));
  }
  return [...found];
}
