import type { Direction, Measure } from '@waarborg/shared/annotation';
import { stanceMarks, stanceOf } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import type { CodingForm } from './coding-form.ts';
import type { TaggingSetting } from './tagging-state.ts';
import { type ToolbarContext, wordOf, wordsOf } from './toolbar-context.ts';

/** The codings of a passage that has several; one of them is in the rows. */
export function CodingList({ context: { state, setting, on } }: { readonly context: ToolbarContext }) {
  if (state.forms.length < 2) return null;
  const words = wordsOf(setting.language);
  return (
    <ul class="codings" aria-label={words.codings}>
      {state.forms.map((form, index) => {
        const name = nameOf(form, setting) || words.newCoding;
        return (
          <li key={index} class={index === state.current ? 'current' : undefined}>
            <button type="button" aria-pressed={index === state.current} onClick={() => on.showForm(index)}>
              {name}
            </button>
            <button type="button" aria-label={words.removeCoding(name)} onClick={() => on.removeForm(index)}>
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** "Voornemen afgeschaft ▼ schaadt Doorlooptijd"; empty for a coding without safeguard. */
export function nameOf(
  form: Pick<CodingForm, 'safeguard' | 'measure' | 'impact' | 'direction'>,
  { safeguards, impacts, language }: Pick<TaggingSetting, 'safeguards' | 'impacts' | 'language'>,
): string {
  if (!form.safeguard) return '';
  const label = (id: string) =>
    [...safeguards, ...impacts].find((concept) => concept.id === id)?.shortLabel[language] ?? id;
  return [
    label(form.safeguard),
    form.measure && wordOf.measure(form.measure, language),
    form.direction && effectOf(form.measure, form.direction, language),
    form.impact && label(form.impact),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What follows for the safeguard, as the matrix counts it; where nothing does, the direction. */
function effectOf(measure: Measure | undefined, direction: Direction, language: Language): string {
  const stance = stanceOf({ measure, direction });
  const word = stance === 'none' ? wordOf.direction(direction, language) : wordOf.stance(stance, language);
  return `${stanceMarks[stance]} ${word}`;
}
