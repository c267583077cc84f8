import type { ComponentChildren } from 'preact';
import type { Step } from './tagging-state.ts';

/** One thing that can be chosen in a row. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The whole name, where the label is a short one. */
  readonly title?: string | undefined;
  /** The key that chooses it, where it has one. */
  readonly shortcut?: string | undefined;
}

interface ChoiceRowProps {
  readonly step: Step;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly onFocus: () => void;
  /** Stands behind the choices: a search field, a sentence. */
  readonly children?: ComponentChildren;
}

/**
 * A row of choices: a radio group with one tab stop. The arrows move the focus; a click, Space or
 * the key of a choice chooses it, since choosing moves on to the next row.
 */
export function ChoiceRow({ step, label, choices, chosen, onChoose, onFocus, children }: ChoiceRowProps) {
  const tabStop = choices.some(({ value }) => value === chosen) ? chosen : choices[0]?.value;
  return (
    <div class="row" data-step={step} onFocusIn={onFocus}>
      <span class="label" id={`label-${step}`}>
        {label}
      </span>
      <div class="choices">
        <div class="options" role="radiogroup" aria-labelledby={`label-${step}`}>
          {choices.map(({ value, label, title, shortcut }) => (
            // biome-ignore lint/a11y/useSemanticElements: a native radio chooses when an arrow moves to it.
            <button
              key={value}
              type="button"
              role="radio"
              class="option"
              aria-checked={value === chosen}
              aria-keyshortcuts={shortcut}
              tabIndex={value === tabStop ? 0 : -1}
              title={title}
              onClick={() => onChoose(value)}
            >
              {shortcut !== undefined && (
                <span class="key" aria-hidden="true">
                  {shortcut}
                </span>
              )}
              {label}
            </button>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}
