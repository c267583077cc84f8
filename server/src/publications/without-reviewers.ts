import { speakersOf } from '@waarborg/shared/annotation';
import { idsOfDocument } from '@waarborg/shared/dossier';
import type { OfflineDossier } from '@waarborg/shared/exchange';

/**
 * The same content without what only the team may know: reviewers become numbers, so that where they differ can
 * still be seen; their notes, reasons and filters on them go. What names nothing in the content goes too: speakers
 * who say nothing in it, and links to passages outside it.
 */
export function withoutReviewers(content: OfflineDossier): OfflineDossier {
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
        creator: { id: number, name: number },
        codings: codings.map(({ reason: __, ...coding }) => coding),
      };
    });
  const passages = new Set(annotations.map(({ id }) => id));
  const speaking = new Set([
    ...content.documents.map(({ issuer }) => issuer),
    ...annotations.flatMap(({ codings }) => speakersOf(codings)),
  ]);
  const documents = new Set(content.documents.flatMap(idsOfDocument));
  const search = new URLSearchParams(content.search);
  for (const name of ['reviewer', 'status']) search.delete(name);
  return {
    ...content,
    annotations,
    speakers: content.speakers.filter(({ id }) => speaking.has(id)),
    links: content.links.filter(({ from, to }) => passages.has(from) && passages.has(to)),
    readings: content.readings
      .filter(({ document }) => documents.has(document))
      .map((reading) => ({ ...reading, reviewer: numberOf(reading.reviewer) })),
    search: `?${search}`,
  };
}
