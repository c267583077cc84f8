import type { CodingDraft } from '@waarborg/shared/annotation';
import type { Concept } from '@waarborg/shared/codebook';
import type { Speaker } from '@waarborg/shared/dossier';
import type { Language } from '@waarborg/shared/messages';
import { type CodingForm, emptyForm, isUntouched, readForm, toForm } from './coding-form.ts';
import { isTaken, type Proposal } from './proposals.ts';
import { findSpeaker } from './propose-details.ts';
import { searchConcepts } from './rank-concepts.ts';
import { type SuggestedSpeaker, searchSpeakers } from './search-speakers.ts';

/** Rows of the toolbar, in the order in which they are filled in. */
export const steps = ['safeguard', 'measure', 'impact', 'direction', 'save'] as const;
export type Step = (typeof steps)[number];

/** A sentence in the toolbar; a key of `taggingMessages` without `trouble.`. */
export type Trouble =
  | 'choose-safeguard'
  | 'choose-direction'
  | 'choose-speaker'
  | 'quantity'
  | 'coded-already'
  | 'storage-failed'
  | 'unanswered'
  | 'not-connected'
  | 'not-found'
  | 'invalid';

/** What does not change while a passage is coded. */
export interface TaggingSetting {
  /** Likeliest first. */
  readonly safeguards: readonly Concept[];
  readonly impacts: readonly Concept[];
  readonly language: Language;
  readonly lastCoding: CodingDraft | undefined;
  readonly proposedBasis: CodingForm['basis'];
  /** Concept id with which a new passage begins; absent where none was suggested. */
  readonly proposedSafeguard?: string | undefined;
  /** Whether every coding must name its speaker: the issuer of the document is not known. */
  readonly needsSpeaker: boolean;
  /** Id or name of who speaks in this part of a debate; each speech has its own speaker. */
  readonly spokenBy?: string | undefined;
  /** Whether the passage can get more pieces. */
  readonly takesPieces: boolean;
  readonly speakers: readonly Speaker[];
  /** The body that the passage quotes; absent where it quotes none. */
  readonly quoted?: Proposal | undefined;
  /** Who spoke last in a document without an issuer; else empty. */
  readonly proposedSpeaker: string;
}

/** What a new coding begins with. */
export type ProposedAtFirst = Pick<
  TaggingSetting,
  'proposedBasis' | 'proposedSafeguard' | 'proposedSpeaker' | 'spokenBy'
>;

/** The toolbar at one moment. Values, changed only by the functions below. */
export interface TaggingState {
  /** All codings of the passage; `current` is the one in the rows. Never empty. */
  readonly forms: readonly CodingForm[];
  readonly current: number;
  readonly note: string;
  /** The row that holds the focus, or gets it next. */
  readonly step: Step;
  readonly query: { readonly safeguard: string; readonly impact: string };
  readonly showsDetails: boolean;
  /** The field of a speaker in which something is being typed, and which suggestion is pointed at: -1 for none. */
  readonly suggesting?: { readonly field: 'speaker' | 'reportedBy'; readonly chosen: number } | undefined;
  readonly trouble?: Trouble | undefined;
  readonly isSaving: boolean;
}

const noQuery = { safeguard: '', impact: '' };

/** The toolbar on a passage that may have codings already. */
export function startTagging(
  setting: ProposedAtFirst,
  codings: readonly CodingDraft[],
  note = '',
): TaggingState {
  const { proposedSafeguard } = setting;
  const isSuggested = codings.length === 0 && proposedSafeguard !== undefined;
  const first = { ...newForm(setting), ...(isSuggested && { safeguard: proposedSafeguard }) };
  return {
    forms: codings.length > 0 ? codings.map(toForm) : [first],
    current: 0,
    note,
    step: isSuggested ? 'measure' : 'safeguard',
    query: noQuery,
    showsDetails: false,
    isSaving: false,
  };
}

function newForm({ proposedBasis, spokenBy, proposedSpeaker }: ProposedAtFirst): CodingForm {
  return emptyForm(proposedBasis, spokenBy ?? proposedSpeaker);
}

/**
 * The coding whose rows are shown.
 *
 * @throws RangeError where there is none.
 */
export function currentForm({ forms, current }: TaggingState): CodingForm {
  const form = forms[current];
  if (!form) throw new RangeError(`there is no coding ${current} among ${forms.length}`);
  return form;
}

/** Changes the coding in the rows; what was wrong with it may be right now. */
export function change(state: TaggingState, changes: Partial<CodingForm>): TaggingState {
  const forms = state.forms.map((form, index) => (index === state.current ? { ...form, ...changes } : form));
  return { ...state, forms, trouble: undefined };
}

/** Types in the field of a speaker. */
export function typeSpeaker(
  state: TaggingState,
  field: 'speaker' | 'reportedBy',
  text: string,
): TaggingState {
  return { ...change(state, { [field]: text }), suggesting: { field, chosen: -1 } };
}

/** The speakers that answer what is typed. */
export function suggestedSpeakers(state: TaggingState, { speakers }: TaggingSetting): SuggestedSpeaker[] {
  const { suggesting } = state;
  return suggesting ? searchSpeakers(speakers, currentForm(state)[suggesting.field]) : [];
}

/** Points at the next or the previous suggestion, round through what was typed. */
export function moveSuggestion(state: TaggingState, setting: TaggingSetting, by: 1 | -1): TaggingState {
  const { suggesting } = state;
  const places = suggestedSpeakers(state, setting).length + 1;
  if (!suggesting || places === 1) return state;
  const chosen = ((suggesting.chosen + 1 + by + places) % places) - 1;
  return { ...state, suggesting: { ...suggesting, chosen } };
}

/** Takes a suggestion over. */
export function takeSuggestion(state: TaggingState, setting: TaggingSetting, index: number): TaggingState {
  const { suggesting } = state;
  const found = suggestedSpeakers(state, setting)[index];
  if (!suggesting || !found) return state;
  return { ...change(state, { [suggesting.field]: found.speaker.id }), suggesting: undefined };
}

/** Goes out of the field of a speaker: an exact name or alias is the speaker who has it. */
export function leaveSpeaker(state: TaggingState, { speakers }: TaggingSetting): TaggingState {
  const { suggesting } = state;
  if (!suggesting) return state;
  const typed = currentForm(state)[suggesting.field].trim();
  const known = findSpeaker(speakers, typed);
  return { ...change(state, { [suggesting.field]: known?.id ?? typed }), suggesting: undefined };
}

/** Takes over the body that the passage quotes; a second time gives the word back to who has it without. */
export function toggleQuoted(state: TaggingState, setting: TaggingSetting): TaggingState {
  const { quoted, spokenBy, proposedSpeaker } = setting;
  if (!quoted) return state;
  return change(
    state,
    isTaken(quoted, currentForm(state))
      ? { speaker: spokenBy ?? proposedSpeaker, reportedBy: '' }
      : quoted.changes,
  );
}

/** Makes a choice in a row and goes on to the next one; the same choice again in its row takes it back and stays. */
export function choose<S extends Exclude<Step, 'save'>>(
  state: TaggingState,
  step: S,
  value: NonNullable<CodingForm[S]>,
): TaggingState {
  const takesBack = state.step === step && currentForm(state)[step] === value;
  const changed = change(state, { [step]: takesBack ? undefined : value });
  const next = takesBack ? step : (steps[steps.indexOf(step) + 1] as Step);
  return { ...changed, step: next, query: noQuery };
}

/** Goes on to another coding of the same passage. Stays, and says why, when this one is not finished. */
export function addAnother(state: TaggingState, setting: TaggingSetting): TaggingState {
  const reading = readForm(currentForm(state), setting.needsSpeaker);
  if (!reading.ok) return troubled(state, reading.trouble);
  const forms = [...state.forms, newForm(setting)];
  return {
    ...state,
    forms,
    current: forms.length - 1,
    step: 'safeguard',
    query: noQuery,
    trouble: undefined,
  };
}

/** Takes over the last coding that was saved, without what belongs to its passage alone. */
export function repeatLast(state: TaggingState, { lastCoding, spokenBy }: TaggingSetting): TaggingState {
  if (!lastCoding) return state;
  const { id: _id, quantity: _quantity, ...repeated } = lastCoding;
  const form = toForm(repeated);
  const { speaker } = currentForm(state);
  return {
    ...change(state, { ...form, speaker: (spokenBy ?? form.speaker) || speaker }),
    step: 'save',
    query: noQuery,
  };
}

/** Puts another coding of the passage into the rows. */
export function showForm(state: TaggingState, index: number): TaggingState {
  return { ...state, current: index, step: 'safeguard', query: noQuery, trouble: undefined };
}

/** Takes a coding away; of the only one what was chosen. */
export function removeForm(state: TaggingState, index: number, setting: TaggingSetting): TaggingState {
  const left = state.forms.filter((_, other) => other !== index);
  const forms = left.length > 0 ? left : [newForm(setting)];
  const current = Math.min(state.current > index ? state.current - 1 : state.current, forms.length - 1);
  return { ...state, forms, current, trouble: undefined };
}

/** Narrows a row to the concepts with these words. */
export function search(state: TaggingState, step: 'safeguard' | 'impact', query: string): TaggingState {
  return { ...state, step, query: { ...noQuery, [step]: query } };
}

/** The sentence, with the focus where it can be put right. */
export function troubled(state: TaggingState, trouble: Trouble): TaggingState {
  const step =
    trouble === 'choose-safeguard' ? 'safeguard' : trouble === 'choose-direction' ? 'direction' : state.step;
  return {
    ...state,
    trouble,
    step,
    isSaving: false,
    showsDetails: state.showsDetails || trouble === 'quantity',
  };
}

/** Most options of a row with a digit of their own. */
const maxShown = 9;

/** The concepts that a row offers: the likeliest or what was searched, and always the chosen one. */
export function offered(
  state: TaggingState,
  setting: TaggingSetting,
  step: 'safeguard' | 'impact',
): readonly Concept[] {
  const all = step === 'safeguard' ? setting.safeguards : setting.impacts;
  const query = state.query[step];
  if (query.trim() !== '') return searchConcepts(all, query, setting.language).slice(0, maxShown);
  const shown = all.slice(0, maxShown);
  const chosen = all.find(({ id }) => id === currentForm(state)[step]);
  return chosen && !shown.includes(chosen) ? [chosen, ...shown.slice(0, maxShown - 1)] : shown;
}

/** The codings to save, or the state with what the first of them lacks. */
export type CodingsReading =
  | { readonly ok: true; readonly codings: readonly CodingDraft[] }
  | { readonly ok: false; readonly state: TaggingState };

/** The codings to save; a last one that was only begun and left empty does not count. */
export function readCodings(state: TaggingState, { needsSpeaker }: TaggingSetting): CodingsReading {
  const kept = state.forms.filter((form, index) => !(isUntouched(form) && index > 0));
  const codings: CodingDraft[] = [];
  for (const form of kept) {
    const reading = readForm(form, needsSpeaker);
    if (!reading.ok) {
      return {
        ok: false,
        state: troubled({ ...state, current: state.forms.indexOf(form) }, reading.trouble),
      };
    }
    codings.push(reading.coding);
  }
  return { ok: true, codings };
}
