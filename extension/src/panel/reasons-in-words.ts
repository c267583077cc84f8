import type { Language } from '@waarborg/shared/messages';
import { suggestionMessages } from '@waarborg/shared/messages/suggestions';
import type { Suggestion } from '@waarborg/shared/suggestions';

/** Why something is suggested, a sentence for each reason, the weightiest first. */
export function reasonsInWords({ reasons }: Pick<Suggestion, 'reasons'>, language: Language): string[] {
  const messages = suggestionMessages[language];
  return reasons.map((reason) => {
    if (reason.kind === 'trust') return messages['reason.trust'](reason.coded, reason.passages);
    if ('count' in reason) return messages[`reason.${reason.kind}`](reason.count);
    return messages[`reason.${reason.kind}`](reason.words.map((word) => `‘${word}’`).join(', '));
  });
}
