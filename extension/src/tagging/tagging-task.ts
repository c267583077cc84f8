import type { CodingDraft } from '@waarborg/shared/annotation';
import type { OpenedDocument } from '../messaging/index.ts';
import type { Sight } from '../page/scroll-around.ts';
import type { PassagePlace } from './passage-place.ts';
import type { Trouble } from './tagging-state.ts';
import type { Undo } from './undo-offer.ts';

/** What became of saving or removing: what takes it back, where something does, or why not. */
export type SaveResult =
  | {
      readonly ok: true;
      readonly undo?: Undo | undefined;
      /** Whether the page changed under the passage, so that it does not stand there any more. */
      readonly isLost?: boolean | undefined;
    }
  | { readonly ok: false; readonly trouble: Trouble };

/** What was done, and what can be said and done about it. */
export type Done = Extract<SaveResult, { ok: true }>;

/** How the work on a passage ended. */
export type TaggingOutcome = 'saved' | 'removed' | 'cancelled';

/** A colleague's codings of a passage. */
export interface CodedBy {
  readonly name: string;
  readonly codings: readonly CodingDraft[];
}

/** A passage to be coded, and what becomes of it. */
export interface TaggingTask {
  /** Its words. */
  readonly passage: string;
  /** The text around it. */
  readonly around: string;
  /** Concept id of what was suggested for it: chosen from the start. */
  readonly safeguard?: string | undefined;
  /** Who speaks here by name, in a debate. */
  readonly spokenBy?: string | undefined;
  /** Where it stands in the window now; undefined when it is not drawn. */
  readonly findPlace: () => PassagePlace | undefined;
  /** A node of the page in which they stand; undefined when they are not drawn. */
  readonly words?: (() => Node | undefined) | undefined;
  /** Where in the window it can be seen; absent or undefined: anywhere. */
  readonly findSight?: (() => Sight | undefined) | undefined;
  /** Scrolls the page, so that it goes up by so many CSS pixels; absent where it is not drawn. */
  readonly scroll?: ((by: number) => void) | undefined;
  readonly opened: OpenedDocument;
  /** Of a passage that is coded already. */
  readonly existing?: { readonly codings: readonly CodingDraft[]; readonly note?: string | undefined };
  /** What the same reviewer said of these words in other passages; absent where that cannot be known. */
  readonly codedHere?: (() => readonly CodingDraft[]) | undefined;
  /** Who coded the same words before, where that is somebody else, and what they said. */
  readonly codedBy?: CodedBy | undefined;
  readonly save: (codings: readonly CodingDraft[], note: string) => Promise<SaveResult>;
  readonly remove: () => Promise<SaveResult>;
  /** Lets the reviewer pick another piece of the passage; absent where it stays as it was marked. */
  readonly addPiece?: (() => void) | undefined;
  /** Called once, whatever the way out. */
  readonly onClose: (outcome: TaggingOutcome) => void;
}
