import { maxQuoteLength } from '@waarborg/shared/annotation';
import type { Language } from '@waarborg/shared/messages';
import { viewerMessages } from '@waarborg/shared/messages/viewer';

interface PageNoticeProps {
  readonly language: Language;
  readonly sentence: string;
  /** Words that were typed out from the page. */
  readonly passages: readonly { readonly id: string; readonly words: string }[];
  readonly onType: (words: string) => void;
}

/** Stands on a page whose words cannot be selected: says why, shows what was typed out from it, and takes more. */
export function PageNotice({ language, sentence, passages, onType }: PageNoticeProps) {
  const words = viewerMessages[language];
  return (
    <>
      <p>{sentence}</p>
      {passages.length > 0 && (
        <ul aria-label={words.typedHere}>
          {passages.map(({ id, words: typed }) => (
            <li key={id}>‘{typed}’</li>
          ))}
        </ul>
      )}
      {/* Begins anew once what was typed is coded; until then it is kept. */}
      <details key={passages.length}>
        <summary>{words.typePassage}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            const typed = String(new FormData(form).get('words') ?? '').trim();
            if (/[\p{L}\p{N}]/u.test(typed)) onType(typed);
          }}
        >
          <label>
            {words.typedWords}
            <textarea
              name="words"
              rows={3}
              required
              maxLength={maxQuoteLength}
              onKeyDown={(event) => {
                const { key, ctrlKey, metaKey, isComposing, currentTarget } = event;
                // As in the note of the toolbar.
                if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing) return;
                event.preventDefault();
                currentTarget.form?.requestSubmit();
              }}
            />
          </label>
          <button type="submit">{words.codeTyped}</button>
        </form>
      </details>
    </>
  );
}
