import type { ListedSource } from '@waarborg/shared/api';
import { nameSource } from '@waarborg/shared/citation';
import { referenceMessages } from '@waarborg/shared/messages/references';
import { language } from '../frame/language.ts';

/** What is cited, as lawyers name it. */
export function sourceName(source: ListedSource): string {
  return source.group === 'unnamed'
    ? referenceMessages[language.value].unnamed
    : nameSource(source, language.value);
}
