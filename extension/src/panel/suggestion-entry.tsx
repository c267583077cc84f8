import { suggestionMessages } from '@waarborg/shared/messages/suggestions';
import { PassageQuote } from '@waarborg/shared/ui';
import { requestPage } from '../messaging/index.ts';
import { focusEntryBeside } from './focus-in-panel.ts';
import { usePanel } from './panel-context.ts';
import { quoteName } from './quote-name.ts';
import { reasonsInWords } from './reasons-in-words.ts';
import type { ListedSuggestion } from './use-suggestions.ts';
import type { RowPlacement } from './virtual-list.tsx';

interface SuggestionEntryProps {
  readonly suggestion: ListedSuggestion;
  readonly placement: RowPlacement;
  /** Of the safeguard. */
  readonly label: string;
  readonly onCode: () => void;
  readonly onDismiss: () => void;
  /** Brings back what was dismissed last. */
  readonly onRestore: () => void;
}

/** One suggestion: its words, the safeguard and why. Pointer or focus on it shows it in the page. */
export function SuggestionEntry(props: SuggestionEntryProps) {
  const { suggestion, placement, label, onCode, onDismiss, onRestore } = props;
  const { tab, language, askPage } = usePanel();
  const words = suggestionMessages[language];
  const { start, end, quote } = suggestion;
  const name = quoteName(quote);
  const place = { position: { start, end }, words: quote };
  const pointAt = (isOn: boolean) => {
    // The page may be gone by now; then there is nothing to point at.
    if (tab !== undefined) requestPage(tab, 'point-at', isOn ? { place } : {}).catch(() => undefined);
  };
  const show = () => void askPage((shown) => requestPage(shown, 'show-place', place), words.placeGone);
  const dismiss = (entry: HTMLElement) => {
    // What has the focus goes away: the reviewer goes on with the next one.
    if (!focusEntryBeside(entry, 1)) focusEntryBeside(entry, -1);
    onDismiss();
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { currentTarget: entry, key } = event;
    const isMoved =
      (key === 'ArrowDown' && focusEntryBeside(entry, 1)) ||
      (key === 'ArrowUp' && focusEntryBeside(entry, -1));
    if (key === 'Delete') dismiss(entry);
    else if (key === 'z' || key === 'Z') onRestore();
    else if (!isMoved) return;
    event.preventDefault();
  };
  return (
    <li
      {...placement}
      class="entry suggestion"
      data-clickable
      onMouseEnter={() => pointAt(true)}
      onMouseLeave={() => pointAt(false)}
      onFocusIn={() => pointAt(true)}
      onFocusOut={() => pointAt(false)}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (!(event.target as Element).closest('button') && getSelection()?.isCollapsed) show();
      }}
    >
      <span class="wb-chip suggested">{label}</span>
      <PassageQuote ranges={[{ exact: quote }]} language={language} />
      <ul class="reasons" aria-label={words.why}>
        {reasonsInWords(suggestion, language).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p class="entry-actions">
        <button type="button" aria-label={words.codeAs(label, name)} onClick={onCode}>
          {words.code}
        </button>
        <button
          type="button"
          class="link"
          aria-keyshortcuts="Delete"
          aria-label={words.dismissAs(label, name)}
          onClick={({ currentTarget }) => {
            const entry = currentTarget.closest('li');
            if (entry) dismiss(entry);
          }}
        >
          {words.dismiss}
        </button>
        <button type="button" class="link" aria-label={words.showInText(name)} onClick={show}>
          {words.show}
        </button>
      </p>
    </li>
  );
}
