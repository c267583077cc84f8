import { type Codebook, offeredConcepts } from '@waarborg/shared/codebook';
import type { Reading, ReadingDraft } from '@waarborg/shared/dossier';

/** For which safeguards a reviewer has read the document; `all` also covers those that come later. */
export function readSafeguards(readings: readonly Reading[], reviewer: string): ReadingDraft['safeguards'] {
  const own = readings.filter((reading) => reading.reviewer === reviewer);
  if (own.some(({ safeguard }) => safeguard === undefined)) return 'all';
  return [...new Set(own.flatMap(({ safeguard }) => safeguard ?? []))];
}

/** What was read after one safeguard is ticked or unticked. All of them one by one are `all`. */
export function toggleSafeguard(
  read: ReadingDraft['safeguards'],
  id: string,
  codebook: Codebook,
): ReadingDraft['safeguards'] {
  const offered = offeredConcepts(codebook.concepts, 'safeguard').map((concept) => concept.id);
  const before = read === 'all' ? offered : read;
  const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
  return offered.every((one) => after.includes(one)) ? 'all' : after;
}
