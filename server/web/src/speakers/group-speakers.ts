import { foldName, type KeptSpeaker, type SpeakerKind } from '@waarborg/shared/dossier';
import { compareText } from '@waarborg/shared/text';

/** What of the speakers is asked for. */
export interface SpeakerFilter {
  /** Part of a name or alias, in any case; empty for all. */
  readonly words: string;
  /** Empty for every kind. */
  readonly kind: SpeakerKind | '';
}

/** A speaker with those whom it speaks for. */
export interface SpeakerGroup {
  readonly speaker: KeptSpeaker;
  /** Merged into it, directly or by way of another one. */
  readonly merged: readonly KeptSpeaker[];
}

/** The speaker that speaks for another one: itself, unless it was merged. A pointer to nobody leads nowhere. */
function speaksFor(speaker: KeptSpeaker, byId: ReadonlyMap<string, KeptSpeaker>): KeptSpeaker {
  const next = speaker.mergedInto === undefined ? undefined : byId.get(speaker.mergedInto);
  return next ? speaksFor(next, byId) : speaker;
}

/** Speakers by name, each with those merged into it; a group is in when one of its names fits and its speaker has the kind. */
export function groupSpeakers(
  speakers: readonly KeptSpeaker[],
  { words, kind }: SpeakerFilter,
): SpeakerGroup[] {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const sorted = speakers.toSorted((a, b) => compareText(a.name, b.name));
  const sought = foldName(words);
  const fits = ({ name, aliases }: KeptSpeaker) =>
    [name, ...aliases].some((one) => foldName(one).includes(sought));
  return [...Map.groupBy(sorted, (speaker) => speaksFor(speaker, byId))]
    .filter(([speaker, members]) => (kind === '' || speaker.kind === kind) && members.some(fits))
    .map(([speaker, members]) => ({ speaker, merged: members.filter((member) => member !== speaker) }))
    .toSorted((a, b) => compareText(a.speaker.name, b.speaker.name));
}
