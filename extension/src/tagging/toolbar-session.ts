import type { Language } from '@waarborg/shared/messages';
import type { OpenedDocument } from '../messaging/index.ts';
import { type Proposal, proposalsOf } from './proposals.ts';
import { findSpeaker, lastSpeakerOf, proposeBasis } from './propose-details.ts';
import { rankConcepts } from './rank-concepts.ts';
import type { TaggingSetting, TaggingState } from './tagging-state.ts';
import type { TaggingTask } from './toolbar.tsx';
import type { ToolbarContext } from './toolbar-context.ts';

/** What lasts as long as one passage is being coded. */
export interface ToolbarSession {
  task: TaggingTask;
  readonly setting: TaggingSetting;
  state: TaggingState;
  /** Whether the reviewer works in it; before that it is only offered and the page has the focus. */
  isActive: boolean;
  /** Whether it waits, out of sight, while something is done in the page. */
  isAside: boolean;
}

/** What does not change while a passage is coded, also when it gets another piece. */
export function settingOf(
  { passage, around, safeguard, spokenBy, opened, existing, addPiece }: TaggingTask,
  language: Language,
): TaggingSetting {
  const { codebook, recent, lastCoding, document, annotations, speakers } = opened;
  const [quoted] = proposalsIn(passage, opened, language).filter(({ changes }) => changes.speaker);
  const needsSpeaker = document.issuer === undefined;
  return {
    safeguards: rankConcepts(codebook, 'safeguard', { passage, around }, recent.safeguards),
    impacts: rankConcepts(codebook, 'impact', { passage, around }, recent.impacts),
    language,
    lastCoding: existing ? undefined : lastCoding,
    proposedBasis: proposeBasis(passage, document.sourceType),
    proposedSafeguard: safeguard,
    needsSpeaker,
    spokenBy: spokenBy && (findSpeaker(speakers, spokenBy)?.id ?? spokenBy),
    proposedSpeaker: (needsSpeaker && lastSpeakerOf(annotations)) || '',
    takesPieces: addPiece !== undefined,
    speakers,
    quoted,
  };
}

/** What the parts of the toolbar are drawn from. */
export function contextOf({ task, setting, state }: ToolbarSession): Omit<ToolbarContext, 'on'> {
  const { speakers, document } = task.opened;
  const issuer = document.issuer && findSpeaker(speakers, document.issuer);
  return {
    state,
    setting,
    proposals: proposalsIn(task.passage, task.opened, setting.language),
    issuerName: issuer ? issuer.name : document.issuer,
    isEditing: task.existing !== undefined,
  };
}

function proposalsIn(
  passage: string,
  { speakers, document }: OpenedDocument,
  language: Language,
): Proposal[] {
  const issuer = (document.issuer && findSpeaker(speakers, document.issuer)?.id) || document.issuer;
  return proposalsOf({ passage, speakers, issuer, language });
}
