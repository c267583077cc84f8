import { outlineMessages } from '@waarborg/shared/messages/outline';
import { language } from '../language/language.ts';

/**
 * That the outline was deleted while somebody has it open, and where it is brought back: beside this page, since what
 * was typed stands nowhere else. `historyHref`: its changes; without it nothing is said.
 */
export function DeletedOutline({ historyHref }: { historyHref: string | undefined }) {
  const messages = outlineMessages[language.value];
  if (!historyHref) return null;
  return (
    <p role="alert" class="utrecht-alert utrecht-alert--error wb-alert">
      {messages.outlineDeleted}{' '}
      <a class="utrecht-link utrecht-link--html-a" href={historyHref} target="_blank" rel="noopener">
        {messages.bringBack}
      </a>
    </p>
  );
}
