import { speakersOf } from '@waarborg/shared/annotation';
import { idsOfDocument, type KeptSpeaker } from '@waarborg/shared/dossier';
import type { OfflineDossier } from '@waarborg/shared/exchange';
import type { Language } from '@waarborg/shared/messages';
import { publicationMessages } from '@waarborg/shared/messages/publications';

/** The speakers with these ids, and those whom they were merged into, one after the other. */
function withSurvivors(speakers: readonly KeptSpeaker[], ids: Iterable<string>): KeptSpeaker[] {
  const mergedInto = new Map(speakers.map((speaker) => [speaker.id, speaker.mergedInto]));
  const named = new Set(ids);
  // A set goes on to what is added to it on the way.
  for (const id of named) {
    const into = mergedInto.get(id);
    if (into !== undefined) named.add(into);
  }
  return speakers.filter(({ id }) => named.has(id));
}

/**
 * The same content without what only the team may know: reviewers become numbers, so that where they differ can
 * still be seen; their notes, reasons and filters on them go. What nothing in the content names goes too: speakers
 * who neither say nor report nor issue anything in it and whom no filter asks for, and links to passages outside it.
 */
export function withoutReviewers(content: OfflineDossier, language: Language): OfflineDossier {
  const { numberedReviewer } = publicationMessages[language];
  const numbers = new Map<string, string>();
  const numberOf = (reviewer: string) => {
    const known = numbers.get(reviewer) ?? String(numbers.size + 1);
    numbers.set(reviewer, known);
    return known;
  };
  const annotations = content.annotations
    .filter(({ codings }) => codings.length > 0)
    .map(({ note: _, creator, codings, ...annotation }) => {
      const number = numberOf(creator.id);
      return {
        ...annotation,
        creator: { id: number, name: numberedReviewer(number) },
        codings: codings.map(({ reason: __, ...coding }) => coding),
      };
    });
  const passages = new Set(annotations.map(({ id }) => id));
  const documents = new Set(content.documents.flatMap(idsOfDocument));
  const search = new URLSearchParams(content.search);
  for (const name of ['reviewer', 'status']) search.delete(name);
  const speaking = [
    ...content.documents.flatMap(({ issuer }) => issuer ?? []),
    ...annotations.flatMap(({ codings }) => speakersOf(codings)),
    ...search.getAll('speaker'),
  ];
  return {
    ...content,
    annotations,
    speakers: withSurvivors(content.speakers, speaking),
    links: content.links.filter(({ from, to }) => passages.has(from) && passages.has(to)),
    readings: content.readings
      .filter(({ document }) => documents.has(document))
      .map((reading) => ({ ...reading, reviewer: numberOf(reading.reviewer) })),
    search: `?${search}`,
  };
}
