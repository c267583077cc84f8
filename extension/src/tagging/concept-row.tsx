import { type Choice, ChoiceRow } from './choice-row.tsx';
import { currentForm, offered } from './tagging-state.ts';
import { type ToolbarContext, wordsOf } from './toolbar-context.ts';

interface ConceptRowProps {
  readonly context: ToolbarContext;
  readonly step: 'safeguard' | 'impact';
  /** Most choices to show; all that have a digit unless told. */
  readonly most?: number;
}

/** The safeguards or the impacts: the likeliest with a digit each, and a search field for the others. */
export function ConceptRow({ context, step, most = 9 }: ConceptRowProps) {
  const { state, setting, on } = context;
  const words = wordsOf(setting.language);
  const concepts = offered(state, setting, step);
  const query = state.query[step];
  const choices: Choice[] = concepts.slice(0, most).map((concept, index) => ({
    value: concept.id,
    label: concept.shortLabel[setting.language],
    title: `${concept.label[setting.language]}\n${concept.definition[setting.language]}`,
    shortcut: String(index + 1),
  }));
  return (
    <ChoiceRow
      step={step}
      label={words[step]}
      choices={choices}
      chosen={currentForm(state)[step]}
      onChoose={(value) => on.choose(step, value)}
      onFocus={() => on.focusRow(step)}
    >
      <input
        class="search"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={words.search}
        aria-label={step === 'safeguard' ? words.searchSafeguard : words.searchImpact}
        value={query}
        onInput={(event) => on.search(step, event.currentTarget.value)}
      />
      {query.trim() !== '' && concepts.length === 0 && (
        <span class="muted" role="status">
          {words.nothingFound}
        </span>
      )}
    </ChoiceRow>
  );
}
