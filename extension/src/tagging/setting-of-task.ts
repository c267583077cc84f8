import type { Language } from '@waarborg/shared/messages';
import { once } from './once.ts';
import { type Proposal, proposalsOf } from './proposals.ts';
import { findSpeaker, lastSpeakerOf, proposeBasis } from './propose-details.ts';
import { rankConcepts } from './rank-concepts.ts';
import type { TaggingSetting } from './tagging-state.ts';
import type { TaggingTask } from './tagging-task.ts';

/**
 * What does not change while a passage is coded, also when it gets another piece. What the small bar does not show is
 * worked out when it is first asked for: making its patterns alone takes longer than the bar.
 *
 * @param proposals what the passage offers.
 */
export function settingOf(
  task: TaggingTask,
  language: Language,
  proposals: () => readonly Proposal[],
): TaggingSetting {
  const { passage, around, safeguard, opened, existing, addPiece } = task;
  const { codebook, recent, lastCoding, document, annotations, speakers } = opened;
  const needsSpeaker = document.issuer === undefined;
  const impacts = once(() => rankConcepts(codebook, 'impact', { passage, around }, recent.impacts));
  const proposedBasis = once(() => proposeBasis(passage, document.sourceType));
  const spokenBy = once(() => task.spokenBy && (findSpeaker(speakers, task.spokenBy)?.id ?? task.spokenBy));
  return {
    safeguards: rankConcepts(codebook, 'safeguard', { passage, around }, recent.safeguards),
    get impacts() {
      return impacts();
    },
    language,
    lastCoding: existing ? undefined : lastCoding,
    get proposedBasis() {
      return proposedBasis();
    },
    proposedSafeguard: safeguard,
    needsSpeaker,
    get spokenBy() {
      return spokenBy();
    },
    proposedSpeaker: (needsSpeaker && lastSpeakerOf(annotations)) || '',
    takesPieces: addPiece !== undefined,
    speakers,
    get quoted() {
      return proposals().find(({ changes }) => changes.speaker);
    },
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
