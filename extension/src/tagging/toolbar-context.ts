import type { Basis, Direction, Measure, Stage } from '@waarborg/shared/annotation';
import type { Stance } from '@waarborg/shared/matrix';
import { domainMessages, type Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { CodingForm } from './coding-form.ts';
import type { Proposal } from './proposals.ts';
import type { Step, TaggingSetting, TaggingState } from './tagging-state.ts';
import type { CodedBy } from './tagging-task.ts';

/** What every part of the toolbar is drawn from. */
export interface ToolbarContext {
  readonly state: TaggingState;
  readonly setting: TaggingSetting;
  /** What the passage names and the coding does not have yet: one click away. */
  readonly proposals: readonly Proposal[];
  /** Name of the body that speaks in the document, where it is known. */
  readonly issuerName: string | undefined;
  readonly isEditing: boolean;
  readonly codedBy: CodedBy | undefined;
  readonly on: ToolbarActions;
}

/** What a reviewer can do with a pointer; keys go through `effectOfKey`. */
export interface ToolbarActions {
  choose<S extends Exclude<Step, 'save'>>(step: S, value: NonNullable<CodingForm[S]>): void;
  change(changes: Partial<CodingForm>): void;
  /** Takes over what the passage offers; the focus goes to the row where it was. */
  takeProposal(proposal: Proposal): void;
  typeSpeaker(field: 'speaker' | 'reportedBy', text: string): void;
  /** Takes a suggestion of the field in which is typed. */
  takeSpeaker(index: number): void;
  leaveSpeaker(): void;
  search(step: 'safeguard' | 'impact', query: string): void;
  note(note: string): void;
  showDetails(shows: boolean): void;
  showForm(index: number): void;
  removeForm(index: number): void;
  addAnother(): void;
  addPiece(): void;
  repeat(): void;
  /** The focus came into a row. */
  focusRow(step: Step): void;
  /** Takes the focus from the page and shows the whole toolbar. */
  activate(): void;
  save(): void;
  remove(): void;
  close(): void;
}

/** The words of the toolbar in a language. */
export function wordsOf(language: Language) {
  return { ...taggingMessages[language], domain: domainMessages[language] };
}

/** The word for a value of a coding. */
export const wordOf = {
  measure: (measure: Measure, language: Language) => domainMessages[language][`measure.${measure}`],
  direction: (direction: Direction, language: Language) => domainMessages[language][`direction.${direction}`],
  stance: (stance: Stance, language: Language) => domainMessages[language][`stance.${stance}`],
  basis: (basis: Basis, language: Language) => domainMessages[language][`basis.${basis}`],
  stage: (stage: Stage, language: Language) => domainMessages[language][`stage.${stage}`],
};
