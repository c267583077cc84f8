import { type CodingDraft, statementOf } from '@waarborg/shared/annotation';
import type { Speaker } from '@waarborg/shared/dossier';
import { stanceOf } from '@waarborg/shared/matrix';
import { findSpeaker } from './propose-details.ts';

/** What gives the speakers of codings their ids. */
interface Voices {
  readonly speakers: readonly Speaker[];
  /** Id or name of who speaks where a coding names nobody. */
  readonly issuer: string | undefined;
}

/** Equal for two codings that the matrix takes for one claim, and that are about the same article. */
function claimOf(coding: CodingDraft, { speakers, issuer = '' }: Voices): string {
  const { safeguard, impact, direction, provision, speaker = issuer } = coding;
  const stance = stanceOf(coding);
  // Where nothing helps or hurts, the direction is all that is said.
  const said = stance === 'none' ? direction : stance;
  const voice = findSpeaker(speakers, speaker)?.id ?? speaker.trim().toLowerCase();
  return JSON.stringify([safeguard, impact, said, voice, provision]);
}

/**
 * Whether one of the codings makes a claim that another of them makes too, or one of `before`: what the same reviewer
 * said of the same words.
 */
export function saysAgain(
  codings: readonly CodingDraft[],
  before: readonly CodingDraft[],
  voices: Voices,
): boolean {
  const claims = before.map((coding) => claimOf(coding, voices));
  return codings.some((coding) => {
    const claim = claimOf(coding, voices);
    const isSaid = claims.includes(claim);
    claims.push(claim);
    return isSaid;
  });
}

/** The codings that are among others as they are, and those that are not. */
export function divideByKept(codings: readonly CodingDraft[], others: readonly CodingDraft[]) {
  const known = new Set(others.map(statementOf));
  const isKept = (coding: CodingDraft) => known.has(statementOf(coding));
  return { kept: codings.filter(isKept), changed: codings.filter((coding) => !isKept(coding)) };
}
