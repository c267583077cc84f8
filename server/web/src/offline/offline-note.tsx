import type { OfflineDossier } from '@waarborg/shared/exchange';
import { exchangeMessages } from '@waarborg/shared/messages/exchange';
import { dayInWords } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';

/** Says of what and of when the file is, and that nothing in it changes any more. */
export function OfflineNote({ content: { annotations, made } }: { content: OfflineDossier }) {
  const messages = exchangeMessages[language.value];
  return (
    <footer class="wb-offline-note">
      <p>{messages.offlineNote(annotations.length, dayInWords(made, language.value))}</p>
    </footer>
  );
}
