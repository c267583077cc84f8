import { nameOf } from './coding-list.tsx';
import { ConceptRow } from './concept-row.tsx';
import { type ToolbarContext, wordsOf } from './toolbar-context.ts';

/** Choices that fit a small bar. */
const offeredChoices = 5;

/**
 * The small bar at a selection or on a marked passage. It does not take the focus, so that somebody
 * who only selects words to copy them is not disturbed.
 */
export function OfferView({ context }: { readonly context: ToolbarContext }) {
  const { state, setting, isEditing, codedBy, on } = context;
  const words = wordsOf(setting.language);
  if (isEditing) {
    return (
      <div class="toolbar offer" role="dialog" aria-label={words.codedAs}>
        <div class="footer">
          <span>{state.forms.map((form) => nameOf(form, setting)).join(' · ')}</span>
          <button type="button" class="plain" onClick={on.activate}>
            <span class="key" aria-hidden="true">
              Enter
            </span>{' '}
            {words.toEdit}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div class="toolbar offer" role="dialog" aria-label={words.toolbar}>
      {codedBy && (
        <p class="coded-by">
          <strong>{codedBy.name}</strong>:{' '}
          {codedBy.codings.map((coding) => nameOf(coding, setting)).join(' · ')}
        </p>
      )}
      <ConceptRow context={context} step="safeguard" most={offeredChoices} />
      <div class="footer hints" aria-hidden="true">
        <span>
          <span class="key">1</span>–<span class="key">9</span> {words.toChoose}
        </span>
        <span>{words.toSearch}</span>
        {setting.lastCoding && (
          <span>
            <span class="key">R</span> {words.repeat}
          </span>
        )}
        <span>
          <span class="key">Esc</span> {words.toClose}
        </span>
      </div>
    </div>
  );
}
