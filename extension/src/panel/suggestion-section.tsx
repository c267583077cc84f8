import { useEffect, useState } from 'preact/hooks';
import { usePanel } from './panel-context.ts';
import { RememberedSection } from './remembered-section.tsx';
import type { SuggestionList, SuggestionListProps } from './suggestion-list.tsx';

/** Passages that nobody coded yet; looked for when the section is opened. */
export function SuggestionSection(props: SuggestionListProps) {
  const { messages } = usePanel();
  return (
    <RememberedSection name="suggestions" title={messages.suggestions}>
      {() => <LoadedList {...props} />}
    </RememberedSection>
  );
}

/** Looking for suggestions stays out of what a panel loads that does not show them. */
function LoadedList(props: SuggestionListProps) {
  const { messages } = usePanel();
  const [List, setList] = useState<typeof SuggestionList>();
  useEffect(() => {
    void import('./suggestion-list.tsx').then((loaded) => setList(() => loaded.SuggestionList));
  }, []);
  return List ? <List {...props} /> : <p class="empty">{messages.loading}</p>;
}
