import type { Speaker } from '@waarborg/shared/dossier';
import { expect, it } from 'vitest';
import { searchSpeakers } from './search-speakers.ts';

const speaker = (name: string, ...aliases: readonly string[]): Speaker => ({
  id: name,
  name,
  aliases: [...aliases],
  kind: 'other',
});
const speakers = [
  speaker('Immigratie- en Naturalisatiedienst', 'IND'),
  speaker('Indische Kring'),
  speaker('Raad voor de rechtspraak', 'Rvdr'),
  { ...speaker('Oude IND'), mergedInto: 'Immigratie- en Naturalisatiedienst' },
];

it.each([
  ['ind', ['Immigratie- en Naturalisatiedienst (IND)', 'Indische Kring']],
  ['natural', ['Immigratie- en Naturalisatiedienst']],
  ['RVD', ['Raad voor de rechtspraak (Rvdr)']],
  ['recht', ['Raad voor de rechtspraak']],
  ['raad voor de rechtspraak', []],
  ['  ', []],
  ['xyz', []],
])('suggests for %j %j', (typed, suggested) => {
  const found = searchSpeakers(speakers, typed);
  expect(found.map(({ speaker: { name }, alias }) => (alias ? `${name} (${alias})` : name))).toEqual(
    suggested,
  );
});
