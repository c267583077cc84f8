import type { SpeakerKind } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { language } from '../language/language.ts';

/** Name of a kind of speaker in the reader's language. */
export function kindName(kind: SpeakerKind): string {
  return domainMessages[language.value][`speakerKind.${kind}`];
}
