import type { KeptSpeaker } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { groupSpeakers } from './group-speakers.ts';

function speaker(name: string, changes: Partial<KeptSpeaker> = {}): KeptSpeaker {
  return { id: name, name, aliases: [], kind: 'executive', revision: 1, ...changes };
}

const speakers = [
  speaker('Nidos'),
  speaker('IND', { aliases: ['Immigratiedienst'] }),
  speaker('Bureau', { mergedInto: 'Dienst' }),
  speaker('Dienst', { mergedInto: 'IND' }),
  speaker('Raad', { kind: 'advisory' }),
];
const names = (words: string, kind: 'advisory' | 'executive' | '' = '') =>
  groupSpeakers(speakers, { words, kind }).map(({ speaker, merged }) => [
    speaker.name,
    ...merged.map(({ name }) => name),
  ]);

describe('speakers in groups', () => {
  it('stand by name, each with all that was merged into it', () => {
    expect(names('')).toEqual([['IND', 'Bureau', 'Dienst'], ['Nidos'], ['Raad']]);
  });

  it('are found by name, alias and what was merged, in any case', () => {
    expect(names(' immigratieD')).toEqual([['IND', 'Bureau', 'Dienst']]);
    expect(names('bureau')).toEqual([['IND', 'Bureau', 'Dienst']]);
    expect(names('niemand')).toEqual([]);
  });

  it('are filtered by kind', () => {
    expect(names('', 'advisory')).toEqual([['Raad']]);
    expect(names('nid', 'advisory')).toEqual([]);
  });
});
