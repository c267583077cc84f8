import { type Role, roles } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { language } from '../language/language.ts';

/** Name of a role in the reader's language. */
export function roleName(role: Role): string {
  return domainMessages[language.value][`role.${role}`];
}

/** Every role up to one, to choose from. */
export function roleOptions(highest: Role = 'owner'): { value: Role; label: string }[] {
  return roles.slice(0, roles.indexOf(highest) + 1).map((role) => ({ value: role, label: roleName(role) }));
}
