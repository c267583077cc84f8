import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { language } from '../frame/language.ts';
import type { CuratorView } from './codebook-view.ts';

/** Opens what is said of a concept for changing, or closes it. */
export function EditButton({ view: { edits }, concept }: { view: CuratorView; concept: KeptConcept }) {
  const messages = codebookMessages[language.value];
  const isOpen = edits.of(concept) !== undefined;
  return (
    <button
      type="button"
      class="utrecht-button utrecht-button--secondary-action"
      aria-label={messages.editOf(concept.label[language.value])}
      aria-expanded={isOpen}
      onClick={() => (isOpen ? edits.close(concept.id) : edits.begin(concept))}
    >
      {messages.edit}
    </button>
  );
}
