import { useEffect, useState } from 'preact/hooks';
import { usePanel } from './panel-context.ts';
import type { SuggestionList, SuggestionListProps } from './suggestion-list.tsx';

const openKey = 'waarborg.suggestions-open';

/** Passages that nobody coded yet; looked for when the section is opened, and open again where it was left so. */
export function SuggestionSection(props: SuggestionListProps) {
  const { messages } = usePanel();
  const [isOpen, setOpen] = useState(localStorage.getItem(openKey) === 'yes');
  const toggle = (open: boolean) => {
    localStorage.setItem(openKey, open ? 'yes' : 'no');
    setOpen(open);
  };
  return (
    <details class="suggestions" open={isOpen} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>{messages.suggestions}</summary>
      {isOpen && <LoadedList {...props} />}
    </details>
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
