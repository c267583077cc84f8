import { stanceMarks, stanceOf } from '@waarborg/shared/matrix';
import { currentForm } from './tagging-state.ts';
import { type ToolbarContext, wordsOf } from './toolbar-context.ts';

/** What the matrix will count of the choices: "▲ = de waarborg helpt doorlooptijd". */
export function StanceSentence({ context: { state, setting } }: { readonly context: ToolbarContext }) {
  const { measure, direction, impact } = currentForm(state);
  if (!direction) return null;
  const stance = stanceOf({ measure, direction });
  const label = setting.impacts.find(({ id }) => id === impact)?.shortLabel[setting.language] ?? '';
  const words = wordsOf(setting.language);
  return (
    <output class="sentence" data-stance={stance}>
      <span aria-hidden="true">{stanceMarks[stance]} </span>
      {stance === 'none' ? words['sentence.none'] : words[`sentence.${stance}`](inSentence(label))}
    </output>
  );
}

/** "Doorlooptijd" → "doorlooptijd", but "EU-recht" stays. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
