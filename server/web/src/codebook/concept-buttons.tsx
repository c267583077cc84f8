import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { language } from '../frame/language.ts';
import type { CuratorView } from './codebook-view.ts';
import { EditButton } from './edit-button.tsx';

interface ConceptButtonsProps {
  readonly view: CuratorView;
  readonly concept: KeptConcept;
  /** Whether what else can be done with it is in sight. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** The ways to what a curator can do with a concept. */
export function ConceptButtons({ view, concept, isOpen, onOpen }: ConceptButtonsProps) {
  const messages = codebookMessages[language.value];
  return (
    <div class="wb-row-actions">
      <EditButton view={view} concept={concept} />
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        aria-label={messages.moreOf(concept.label[language.value])}
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        {messages.more}
      </button>
    </div>
  );
}
