import { directions, measures } from '@waarborg/shared/annotation';
import { ChoiceRow } from './choice-row.tsx';
import { CodingList } from './coding-list.tsx';
import { ConceptRow } from './concept-row.tsx';
import { Details, MoreDetails } from './details.tsx';
import { directionKeys, measureKeys } from './measure-keys.ts';
import { StanceSentence } from './stance-sentence.tsx';
import { currentForm } from './tagging-state.ts';
import { type ToolbarContext, wordOf, wordsOf } from './toolbar-context.ts';

/** The whole toolbar, once the reviewer works in it. */
export function ToolbarView({ context }: { readonly context: ToolbarContext }) {
  const { state, setting, isEditing, on } = context;
  const { language } = setting;
  const words = wordsOf(language);
  const form = currentForm(state);
  return (
    <div
      class="toolbar"
      role="dialog"
      aria-label={isEditing ? words.toolbarEditing : words.toolbar}
      aria-busy={state.isSaving}
    >
      <CodingList context={context} />
      <ConceptRow context={context} step="safeguard" />
      <ChoiceRow
        step="measure"
        label={words.measure}
        choices={measures.map((measure) => ({
          value: measure,
          label: wordOf.measure(measure, language),
          shortcut: measureKeys[language][measure],
        }))}
        chosen={form.measure}
        onChoose={(value) => on.choose('measure', value as (typeof measures)[number])}
        onFocus={() => on.focusRow('measure')}
      />
      <ConceptRow context={context} step="impact" />
      <ChoiceRow
        step="direction"
        label={words.direction}
        choices={directions.map((direction) => ({
          value: direction,
          label: wordOf.direction(direction, language),
          shortcut: directionKeys[direction],
        }))}
        chosen={form.direction}
        onChoose={(value) => on.choose('direction', value as (typeof directions)[number])}
        onFocus={() => on.focusRow('direction')}
      >
        <StanceSentence context={context} />
      </ChoiceRow>
      <Details context={context} />
      {state.showsDetails && <MoreDetails context={context} />}
      {state.trouble && (
        <p class="trouble" role="alert">
          {words[`trouble.${state.trouble}`]}
        </p>
      )}
      <Footer context={context} />
    </div>
  );
}

function Footer({ context: { state, setting, isEditing, on } }: { readonly context: ToolbarContext }) {
  const words = wordsOf(setting.language);
  return (
    <div class="footer">
      <button type="button" class="primary" disabled={state.isSaving} onClick={on.save}>
        {state.isSaving ? words.saving : words.save}{' '}
        <span class="key" aria-hidden="true">
          Enter
        </span>
      </button>
      <button type="button" class="plain" onClick={on.addAnother}>
        <span class="key" aria-hidden="true">
          &amp;
        </span>{' '}
        {words.another}
      </button>
      {setting.takesPieces && (
        <button type="button" class="plain" onClick={on.addPiece}>
          <span class="key" aria-hidden="true">
            .
          </span>{' '}
          {words.addPiece}
        </button>
      )}
      {setting.lastCoding && !isEditing && (
        <button type="button" class="plain" onClick={on.repeat}>
          {/* Later a letter means something else. */}
          {!currentForm(state).safeguard && (
            <span class="key" aria-hidden="true">
              R
            </span>
          )}{' '}
          {words.repeat}
        </button>
      )}
      {isEditing && (
        <button type="button" class="plain danger" onClick={on.remove}>
          {words.remove}
        </button>
      )}
      <button type="button" class="plain end" onClick={on.close}>
        <span class="key" aria-hidden="true">
          Esc
        </span>{' '}
        {words.close}
      </button>
    </div>
  );
}
