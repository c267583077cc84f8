import type { Basis } from '@waarborg/shared/annotation';
import type { SourceType, Speaker } from '@waarborg/shared/dossier';
import { mergeResolver } from '@waarborg/shared/matrix';
import { findQuantities } from '@waarborg/shared/references';

const expects =
  /(?<!\p{L})(zal|zullen|zou|zouden|verwacht\p{L}*|naar verwachting|prognose\p{L}*|vermoedelijk|waarschijnlijk|risico'?s?|dreigt|will|would|expect\p{L}*|likely|forecast\p{L}*)(?!\p{L})/iu;

/** Looks ahead where it is a number that is assumed: "gaat uit van 2.400 beroepszaken". */
const assumes =
  /(?<!\p{L})(ga(?:at|an) uit van|uitga(?:at|an) van|ra(?:amt|men|ming\p{L}*)|geraamd)(?!\p{L})/iu;

/** A number that counts something in English; those in Dutch are read as quantities. */
const countsInEnglish = /(?<![\p{L}\d.,])\d[\d.,]*\s+(percent|cases|days|weeks|months)(?!\p{L})/iu;

const usualBasis: Readonly<Record<SourceType, Basis>> = {
  'parliamentary-paper': 'description',
  'legislative-advice': 'position',
  'inspection-letter': 'finding',
  'court-ruling': 'norm',
  'implementation-report': 'finding',
  'position-paper': 'position',
  legislation: 'norm',
  press: 'finding',
  other: 'finding',
};

/**
 * What a passage's claim most likely rests on; the reviewer corrects it. Laws and rulings set norms;
 * elsewhere words that look ahead make an expectation, also of a number; a measured number is a figure.
 */
export function proposeBasis(passage: string, sourceType: SourceType): Basis {
  const usual = usualBasis[sourceType];
  if (usual === 'norm') return usual;
  const counts = countsInEnglish.test(passage) || findQuantities(passage).length > 0;
  if (expects.test(passage) || (counts && assumes.test(passage))) return 'expectation';
  return counts ? 'figure' : usual;
}

/** Speakers whom the passage names, in its order, without the issuer of the document. */
export function speakersNamedIn(passage: string, speakers: readonly Speaker[], issuer?: string): Speaker[] {
  const places = speakers
    .filter((speaker) => !speaker.mergedInto && speaker.id !== issuer && speaker.name !== issuer)
    .map((speaker) => ({ speaker, place: placeOf(passage, speaker) }))
    .filter(({ place }) => place >= 0);
  return places.sort((one, other) => one.place - other.place).map(({ speaker }) => speaker);
}

function placeOf(passage: string, { name, aliases }: Speaker): number {
  const places = [name, ...aliases].map((text) => {
    const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return passage.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u'));
  });
  return Math.min(...places.map((place) => (place < 0 ? Infinity : place))) === Infinity
    ? -1
    : Math.min(...places.filter((place) => place >= 0));
}

/** What is looked at of an annotation. */
interface Spoken {
  readonly modified: string;
  readonly codings: readonly { readonly speaker?: string | undefined }[];
}

/** Who spoke in the coding that was made or changed last; the issuer does not count. */
export function lastSpeakerOf(annotations: readonly Spoken[]): string | undefined {
  let latest: { readonly modified: string; readonly speaker: string } | undefined;
  for (const { modified, codings } of annotations) {
    const speaker = codings.find((coding) => coding.speaker)?.speaker;
    if (speaker && !(latest && latest.modified >= modified)) latest = { modified, speaker };
  }
  return latest?.speaker;
}

/** The speaker of whom a text is the id, the name or an alias; of one that was merged, who speaks for it now. */
export function findSpeaker(speakers: readonly Speaker[], text: string): Speaker | undefined {
  const wanted = text.trim().toLowerCase();
  const found = speakers.find(
    ({ id, name, aliases }) =>
      id === text || [name, ...aliases].some((known) => known.toLowerCase() === wanted),
  );
  if (!found?.mergedInto) return found;
  const current = mergeResolver(speakers)(found.id);
  return speakers.find(({ id }) => id === current) ?? found;
}
