import { directions } from '../annotation/index.ts';
import type { CountedPart, Counts } from './counts.ts';
import type { Facts } from './facts.ts';
import { stances } from './stance.ts';
import { toContradictions } from './voices.ts';

/** The codes from 1 and below `size` that are in any of some lists, each once; every coding has a document and a speaker. */
function unite(lists: readonly ArrayLike<number>[], size: number): Uint32Array {
  const seen = new Uint8Array(size);
  const codes = new Uint32Array(size);
  let found = 0;
  for (const list of lists) {
    // In a large dossier a few cells have them all.
    if (found === size - 1) break;
    for (let place = 0; place < list.length; place++) {
      const code = list[place] as number;
      if (seen[code] === 1) continue;
      seen[code] = 1;
      codes[found++] = code;
    }
  }
  return codes.subarray(0, found);
}

function sumEach<Name extends string>(
  names: readonly Name[],
  records: readonly Readonly<Record<Name, number>>[],
): Record<Name, number> {
  const sums = names.map((name) => [name, records.reduce((sum, record) => sum + record[name], 0)]);
  return Object.fromEntries(sums) as Record<Name, number>;
}

/**
 * What parts of the facts amount to together, where no claim and no subject is in two of them: what they have in common
 * are documents and speakers. Linear in those, whatever the number of facts.
 */
export function addUp(parts: readonly CountedPart[], { axes }: Facts): CountedPart {
  const counts: readonly Counts[] = parts.map((part) => part.counts);
  const voices = parts.map((part) => part.voices);
  const [documentCodes, speakerCodes] = [axes.document.values.length, axes.speaker.values.length];
  const documents = unite(
    parts.map((part) => part.documents),
    documentCodes,
  );
  const speakers = unite(
    parts.map((part) => part.speakers),
    speakerCodes,
  );
  const heard = {
    ...sumEach(['pairs', 'normPairs'], voices),
    helpers: unite(
      voices.map(({ helpers }) => helpers),
      speakerCodes,
    ),
    hurters: unite(
      voices.map(({ hurters }) => hurters),
      speakerCodes,
    ),
    isDenied: voices.some(({ isDenied }) => isDenied),
    isMixed: voices.some(({ isMixed }) => isMixed),
  };
  return {
    counts: {
      ...sumEach(['claims'], counts),
      documents: documents.length,
      speakers: speakers.length,
      ...sumEach(['disagreements'], counts),
      directions: sumEach(
        directions,
        counts.map((one) => one.directions),
      ),
      stances: sumEach(
        stances,
        counts.map((one) => one.stances),
      ),
      ...toContradictions(heard),
    },
    voices: heard,
    documents,
    speakers,
  };
}
