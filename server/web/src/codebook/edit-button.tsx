import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { ToggleButton } from '../forms/toggle-button.tsx';
import { language } from '../language/language.ts';
import type { CuratorView } from './codebook-view.ts';

/** Opens what is said of a concept for changing, or closes it. */
export function EditButton({ view: { edits }, concept }: { view: CuratorView; concept: KeptConcept }) {
  const messages = codebookMessages[language.value];
  return (
    <ToggleButton
      text={messages.edit}
      label={messages.editOf(concept.label[language.value])}
      isOpen={edits.of(concept) !== undefined}
      onOpen={(isOpen) => (isOpen ? edits.begin(concept) : edits.close(concept.id))}
    />
  );
}
