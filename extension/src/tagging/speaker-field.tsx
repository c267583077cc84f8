import { maxSpeakerNameLength } from '@waarborg/shared/annotation';
import { currentForm, suggestedSpeakers } from './tagging-state.ts';
import { type ToolbarContext, wordsOf } from './toolbar-context.ts';

interface SpeakerFieldProps {
  readonly context: ToolbarContext;
  readonly field: 'speaker' | 'reportedBy';
}

/** A speaker by name or alias: the dossier's speakers are suggested while it is typed, and a new one can be typed out. */
export function SpeakerField({ context, field }: SpeakerFieldProps) {
  const { state, setting, issuerName, on } = context;
  const words = wordsOf(setting.language);
  const value = currentForm(state)[field];
  const suggested = state.suggesting?.field === field ? suggestedSpeakers(state, setting) : [];
  const chosen = suggested.length > 0 ? (state.suggesting?.chosen ?? -1) : -1;
  const listId = `${field}-suggested`;
  return (
    <span class="speaker">
      <label>
        {words[field]}
        <input
          type="text"
          role="combobox"
          data-field={field}
          aria-expanded={suggested.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
          aria-invalid={field === 'speaker' && state.trouble === 'choose-speaker'}
          maxLength={maxSpeakerNameLength}
          autocomplete="off"
          spellcheck={false}
          placeholder={field === 'speaker' ? (issuerName ?? words.whoSpeaks) : undefined}
          value={setting.speakers.find(({ id }) => id === value)?.name ?? value}
          onInput={(event) => on.typeSpeaker(field, event.currentTarget.value)}
          onBlur={on.leaveSpeaker}
        />
      </label>
      <div id={listId} role="listbox" aria-label={words[field]} hidden={suggested.length === 0}>
        {suggested.map(({ speaker, alias }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; see aria-activedescendant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys choose it in the field.
          <div
            key={speaker.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            ref={index === chosen ? bringIntoView : undefined}
            onClick={() => on.takeSpeaker(index)}
          >
            {speaker.name}
            {alias && <span class="muted"> ({alias})</span>}
          </div>
        ))}
      </div>
    </span>
  );
}

/** Of what does not have the focus itself, the browser does not. */
function bringIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
