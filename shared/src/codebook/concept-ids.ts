import { maxConceptIdLength } from '../annotation/index.ts';
import { toSlug } from '../text/index.ts';

/** Id of the concept for what is said of the procedure as a whole: it stands among the safeguards, and is none. */
export const procedureAsAWhole = 'procedure-as-a-whole';

/** A readable id for the name of a concept or a group: "Recht op tolk" → "recht-op-tolk". */
export function idOfName(name: string): string {
  return toSlug(name, maxConceptIdLength) || 'begrip';
}

/** An id with a word or a number behind it, of which as much is left as there is room for. */
function withEnding(id: string, ending: string, room = ending.length): string {
  return `${id.slice(0, maxConceptIdLength - 1 - room).replace(/-+$/u, '')}-${ending}`;
}

/** The id of a group, where groups of both kinds can have the same name: "Asiel" → "asiel-impact". */
export function idOfGroup(name: string, kind: 'safeguard' | 'impact'): string {
  return withEnding(idOfName(name), kind);
}

/** Room for the number behind an id, in digits. */
const numberRoom = 5;

/** An id for a name that nothing has yet; with a number behind it, from 2, where something has the name already. */
export function proposeId(name: string, isTaken: (id: string) => boolean): string {
  const wanted = idOfName(name);
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : withEnding(wanted, `${number}`, numberRoom);
    if (!isTaken(id)) return id;
  }
}
