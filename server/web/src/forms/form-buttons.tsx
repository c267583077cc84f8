import { peopleMessages } from '@waarborg/shared/messages/people';
import { language } from '../frame/language.ts';

/** The end of a form: save what was typed, or leave it. */
export function FormButtons({ isBusy, onClose }: { isBusy: boolean; onClose: () => void }) {
  const messages = peopleMessages[language.value];
  return (
    <div class="wb-row-actions">
      <button type="submit" class="utrecht-button utrecht-button--primary-action" aria-disabled={isBusy}>
        {messages.save}
      </button>
      <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onClose}>
        {messages.close}
      </button>
    </div>
  );
}
