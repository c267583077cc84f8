import { hashOfSecret } from '../accounts/secrets.ts';

/** Somebody whose name and address go. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** How much of a hash tells erased people of one dossier apart. */
const markLength = 8;

/** Who an erased person is from then on: always the same for the same id, so that erasing again changes nothing. */
export function pseudonymOf(id: string): Omit<Person, 'id'> {
  const mark = hashOfSecret(id).slice(0, markLength);
  return { name: `Gewist ${mark}`, email: `${mark}@gewist.invalid` };
}

/** Where an annotation of somebody else's making says who made it (Web Annotation Data Model, section 3.3.1). */
const makers = new Set(['creator', 'generator']);

/** A value of the log without the person: same shape, other name. What was typed into a note or quote stays. */
export function withoutPerson(value: unknown, person: Person, isMaker = false): unknown {
  const pseudonym = pseudonymOf(person.id);
  if (typeof value === 'string') {
    if (value.toLowerCase().replace(/^mailto:/u, '') === person.email.toLowerCase()) return pseudonym.email;
    return isMaker && value === person.name ? pseudonym.name : value;
  }
  if (Array.isArray(value)) return value.map((one) => withoutPerson(one, person, isMaker));
  if (typeof value !== 'object' || value === null) return value;
  const { id } = value as { id?: unknown };
  const isPerson = id === person.id || id === `urn:waarborg:user:${person.id}`;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (isPerson && key === 'name') return [key, pseudonym.name];
      // What somebody else sent is kept as the text that it was.
      if (key === 'foreign' && typeof part === 'string') return [key, withoutPersonInJson(part, person)];
      return [key, withoutPerson(part, person, isMaker || makers.has(key))];
    }),
  );
}

/** The same for JSON as text; text that says nothing of the person stays as it is, byte for byte. */
export function withoutPersonInJson(json: string, person: Person): string {
  const value: unknown = JSON.parse(json);
  const changed = withoutPerson(value, person);
  return JSON.stringify(changed) === JSON.stringify(value) ? json : JSON.stringify(changed);
}
