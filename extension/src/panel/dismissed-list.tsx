import { suggestionMessages } from '@waarborg/shared/messages/suggestions';
import { conceptLabel, type Vocabulary } from '@waarborg/shared/ui';
import { type OpenedDocument, requestBackground } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';
import { quoteName } from './quote-name.ts';

interface DismissedListProps {
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
}

/** What the team dismissed in the document, each to be brought back. */
export function DismissedList({ opened: { dismissals }, vocabulary }: DismissedListProps) {
  const { language, announce, settle } = usePanel();
  const words = suggestionMessages[language];
  if (dismissals.length === 0) return null;
  const restore = async (id: string) => {
    if (await settle(requestBackground('restore-suggestion', { id }))) announce(words.restored);
  };
  return (
    <details class="dismissed">
      <summary>{words.dismissedHeading(dismissals.length)}</summary>
      <ul>
        {dismissals.map(({ id, safeguard, quote }) => {
          const label = conceptLabel(vocabulary, safeguard);
          return (
            <li key={id}>
              <span class="wb-chip">{label}</span> <q>{quote}</q>{' '}
              <button
                type="button"
                class="link"
                aria-label={words.restoreOf(label, quoteName(quote))}
                onClick={() => void restore(id)}
              >
                {words.restore}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
