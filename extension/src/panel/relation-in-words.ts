import type { PassageTie } from '@waarborg/shared/dossier';
import { domainMessages, type Language } from '@waarborg/shared/messages';

/** What a passage does to another one (`to`), or has done to it (`from`). */
export type Relation = Pick<PassageTie, 'kind' | 'direction'>;

/** A relation as a passage has it: "weerspreekt", "wordt weersproken door". */
export function relationInWords({ kind, direction }: Relation, language: Language): string {
  const words = domainMessages[language];
  return direction === 'to' ? words[`link.${kind}`] : words[`linkedBy.${kind}`];
}
