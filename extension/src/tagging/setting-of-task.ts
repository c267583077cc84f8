import type { Language } from '@waarborg/shared/messages';
import { type Proposal, proposalsOf } from './proposals.ts';
import { findSpeaker, lastSpeakerOf, proposeBasis } from './propose-details.ts';
import { rankConcepts } from './rank-concepts.ts';
import type { TaggingSetting } from './tagging-state.ts';
import type { TaggingTask } from './tagging-task.ts';

/** What does not change while a passage is coded, also when it gets another piece. */
export function settingOf(task: TaggingTask, language: Language): TaggingSetting {
  const { passage, around, safeguard, spokenBy, opened, existing, addPiece } = task;
  const { codebook, recent, lastCoding, document, annotations, speakers } = opened;
  const [quoted] = proposalsFor(task, language).filter(({ changes }) => changes.speaker);
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

/** What the passage itself offers for its coding: whom it quotes, what it names. */
export function proposalsFor(
  { passage, spokenBy, opened: { speakers, document } }: TaggingTask,
  language: Language,
): Proposal[] {
  const speaker = spokenBy ?? document.issuer;
  const usualSpeaker = (speaker && findSpeaker(speakers, speaker)?.id) || speaker;
  return proposalsOf({ passage, speakers, usualSpeaker, language });
}
