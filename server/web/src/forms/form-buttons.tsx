import { peopleMessages } from '@waarborg/shared/messages/people';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';

/** The end of a form: save what was typed, or leave it. */
export function FormButtons({ isBusy, onClose }: { isBusy: boolean; onClose: () => void }) {
  const messages = peopleMessages[language.value];
  return (
    <div class="wb-row-actions">
      <Button type="submit" tone="primary" aria-disabled={isBusy}>
        {messages.save}
      </Button>
      <Button tone="subtle" onClick={onClose}>
        {messages.close}
      </Button>
    </div>
  );
}
