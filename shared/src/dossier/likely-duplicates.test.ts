import { describe, expect, it } from 'vitest';
import { findLikelyDuplicates } from './likely-duplicates.ts';
import { defaultSpeakers, type Speaker } from './speaker.ts';

function speaker(name: string, changes: Partial<Speaker> = {}): Speaker {
  return { id: name, name, aliases: [], kind: 'executive', ...changes };
}

function find(speakers: readonly Speaker[], claims: Record<string, number> = {}) {
  return findLikelyDuplicates(speakers, (id) => claims[id] ?? 0).map(({ speaker, into }) => [
    speaker.name,
    into.name,
  ]);
}

describe('likely duplicates', () => {
  it.each([
    ['De Nationale ombudsman', 'Nationale Ombudsman'],
    ['Hof van Justitie (EU)', 'hof van justitie EU'],
    ['Raad voor de Rechtspraak', 'Raad voor rechtspraak'],
    ['VNG', 'V.N.G.'],
    ['Comité', 'Comite'],
    ['IND', 'Immigratie- en Naturalisatiedienst'],
    ['DT&V', 'Dienst Terugkeer en Vertrek'],
    ['RvdR', 'Raad voor de rechtspraak'],
    ['EHRM', 'Europees Hof voor de Rechten van de Mens'],
  ])('are %s and %s', (one, other) => {
    expect(find([speaker(one), speaker(other)])).toEqual([[other, one]]);
  });

  it('are one whose alias is nearly the name of another', () => {
    expect(
      find([speaker('Inspectie', { aliases: ['De Inspectie JenV'] }), speaker('inspectie JenV')]),
    ).toEqual([['inspectie JenV', 'Inspectie']]);
  });

  it('are none of the speakers that a dossier starts with', () => {
    expect(
      find(
        defaultSpeakers.map(({ name, kind, aliases = [] }) => speaker(name, { kind, aliases: [...aliases] })),
      ),
    ).toEqual([]);
  });

  it('leave apart the two hats of one body, but not who has no kind yet', () => {
    const court = speaker('Raad van State', { id: 'court', kind: 'court' });
    expect(find([court, speaker('De Raad van State', { kind: 'advisory' })])).toEqual([]);
    expect(find([speaker('De Raad van State', { kind: 'other' }), court])).toEqual([
      ['De Raad van State', 'Raad van State'],
    ]);
  });

  it('are one without a kind whose name of two words or more goes on where another ends', () => {
    const advice = speaker('Afdeling advisering van de Raad van State', { kind: 'advisory' });
    const other = { kind: 'other' } as const;
    expect(find([advice, speaker('Afdeling advisering', other)])).toEqual([
      ['Afdeling advisering', advice.name],
    ]);
    expect(
      find([speaker('Raad voor de rechtspraak'), speaker('De Raad voor de rechtspraak (Rvdr)', other)]),
    ).toEqual([['De Raad voor de rechtspraak (Rvdr)', 'Raad voor de rechtspraak']]);
    expect(find([advice, speaker('Afdeling advisering', { kind: 'advisory' })])).toEqual([]);
    expect(find([speaker('Rechtbank Den Haag'), speaker('Rechtbank', other)])).toEqual([]);
    expect(find([speaker('Rechtbank Den Haag'), speaker('Rechtbank Amsterdam', other)])).toEqual([]);
  });

  it('go into the one with more claims', () => {
    expect(find([speaker('IND'), speaker('De IND')], { 'De IND': 3, IND: 2 })).toEqual([['IND', 'De IND']]);
  });

  it('are none that was merged, and no names without a letter in common', () => {
    expect(find([speaker('IND'), speaker('De IND', { mergedInto: 'IND' })])).toEqual([]);
    expect(find([speaker('!'), speaker('?'), speaker('Het'), speaker('De')])).toEqual([]);
  });
});
