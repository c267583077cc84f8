import { directions, measures } from '@waarborg/shared/annotation';
import { directionKeys, measureKeys, quotedKey } from './measure-keys.ts';
import {
  addAnother,
  choose,
  currentForm,
  moveSuggestion,
  offered,
  repeatLast,
  type Step,
  steps,
  suggestedSpeakers,
  type TaggingSetting,
  type TaggingState,
  takeSuggestion,
  toggleQuoted,
} from './tagging-state.ts';

/** Where a key was pressed. */
export type KeyPlace =
  /** A search field of a row. */
  | 'search'
  /** The field of a speaker, with suggestions. */
  | 'speaker'
  /** A field of the details, in which every key types. */
  | 'field'
  | 'note'
  /** A button that does something by itself when Enter is pressed on it. */
  | 'button'
  /** An option of a row, or nothing in particular. */
  | 'row';

/** What a key does; `native` leaves it to the browser. */
export type KeyEffect =
  | { readonly does: 'state'; readonly state: TaggingState }
  | { readonly does: 'save' | 'close' | 'native' }
  /** The reviewer goes on to another piece of the passage. */
  | { readonly does: 'add-piece' }
  /** The letter goes into the search field of the row. */
  | { readonly does: 'search'; readonly step: 'safeguard' | 'impact' }
  | { readonly does: 'move-focus'; readonly by: 1 | -1 }
  | { readonly does: 'focus-step'; readonly step: Step };

const native: KeyEffect = { does: 'native' };

/**
 * What a key does in the toolbar. Digits pick from the row of the focus, letters a measure or begin a
 * search, signs a direction, so a row that is skipped needs no key: a digit in the row of measures
 * picks the impact.
 */
export function effectOfKey(
  key: string,
  place: KeyPlace,
  state: TaggingState,
  setting: TaggingSetting,
): KeyEffect {
  if (place === 'speaker') return effectInSpeaker(key, state, setting);
  if (key === 'Escape') return { does: 'close' };
  if (key === 'Enter') return effectOfEnter(place, state, setting);
  if (place === 'field' || place === 'note') return native;
  if (place === 'search') return effectInSearch(key, state, setting);
  return effectInRow(key, state, setting);
}

/** The arrows point at a suggestion, Enter takes it, Esc puts them away; without suggestions it is a field like others. */
function effectInSpeaker(key: string, state: TaggingState, setting: TaggingSetting): KeyEffect {
  const suggested = suggestedSpeakers(state, setting);
  const chosen = state.suggesting?.chosen ?? -1;
  if (suggested.length > 0) {
    if (key === 'ArrowDown') return { does: 'state', state: moveSuggestion(state, setting, 1) };
    if (key === 'ArrowUp') return { does: 'state', state: moveSuggestion(state, setting, -1) };
    if (key === 'Escape') return { does: 'state', state: { ...state, suggesting: undefined } };
    if (key === 'Enter' && chosen >= 0) {
      return { does: 'state', state: takeSuggestion(state, setting, chosen) };
    }
  }
  return key === 'Escape' || key === 'Enter' ? effectOfKey(key, 'field', state, setting) : native;
}

function effectOfEnter(place: KeyPlace, state: TaggingState, setting: TaggingSetting): KeyEffect {
  if (place === 'button' || place === 'note') return native;
  const step = searchedStep(state);
  if (place === 'search' && step) return pick(state, setting, step, 0);
  return { does: 'save' };
}

function effectInSearch(key: string, state: TaggingState, setting: TaggingSetting): KeyEffect {
  const step = state.step === 'impact' ? 'impact' : 'safeguard';
  if (/^[1-9]$/.test(key)) return pick(state, setting, step, Number(key) - 1);
  if (key === 'ArrowDown') return { does: 'focus-step', step };
  return native;
}

function effectInRow(key: string, state: TaggingState, setting: TaggingSetting): KeyEffect {
  const { step } = state;
  const isFresh = step === 'safeguard' && !currentForm(state).safeguard;
  if (key === '&' || (key === '+' && step === 'save')) {
    return { does: 'state', state: addAnother(state, setting) };
  }
  if (isFresh && key.toLowerCase() === 'r' && setting.lastCoding) {
    return { does: 'state', state: repeatLast(state, setting) };
  }
  if (key === '.' && setting.takesPieces) return { does: 'add-piece' };
  if (key === quotedKey && setting.quoted) return { does: 'state', state: toggleQuoted(state, setting) };
  const picked = effectOfPick(key, state, setting);
  if (picked) return picked;
  if (key === 'ArrowRight' || key === 'ArrowLeft')
    return { does: 'move-focus', by: key === 'ArrowRight' ? 1 : -1 };
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const index = steps.indexOf(step) + (key === 'ArrowDown' ? 1 : -1);
    return { does: 'focus-step', step: steps[Math.max(0, Math.min(index, steps.length - 1))] as Step };
  }
  if ((step === 'safeguard' || step === 'impact') && /^[\p{L}/]$/u.test(key)) return { does: 'search', step };
  return native;
}

/** Keys that choose a value: of the row of the focus, else of the next row that knows the key. */
function effectOfPick(key: string, state: TaggingState, setting: TaggingSetting): KeyEffect | undefined {
  const { step } = state;
  if (/^[1-9]$/.test(key)) {
    if (step === 'safeguard') return pick(state, setting, 'safeguard', Number(key) - 1);
    return pick(state, setting, 'impact', Number(key) - 1);
  }
  if (step === 'measure') {
    const measure = measures.find((name) => measureKeys[setting.language][name] === key.toLowerCase());
    if (measure) return { does: 'state', state: choose(state, 'measure', measure) };
  }
  if (step === 'safeguard' && !currentForm(state).safeguard) return undefined;
  // An unshifted `=` is the key of `+` on most keyboards.
  const direction = directions.find((name) => directionKeys[name] === (key === '=' ? '+' : key));
  return direction && { does: 'state', state: choose(state, 'direction', direction) };
}

function pick(
  state: TaggingState,
  setting: TaggingSetting,
  step: 'safeguard' | 'impact',
  index: number,
): KeyEffect {
  const concept = offered(state, setting, step)[index];
  return concept ? { does: 'state', state: choose(state, step, concept.id) } : { does: 'focus-step', step };
}

function searchedStep({ query }: TaggingState): 'safeguard' | 'impact' | undefined {
  if (query.safeguard.trim() !== '') return 'safeguard';
  return query.impact.trim() === '' ? undefined : 'impact';
}
