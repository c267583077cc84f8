import type { CodingDraft } from '@waarborg/shared/annotation';
import { describe, expect, it } from 'vitest';
import { divideByKept, saysAgain } from './says-again.ts';

const speakers = [{ id: 's1', name: 'IND', aliases: ['Dienst'], kind: 'executive' as const }];
const coding = (changes: Partial<CodingDraft> = {}): CodingDraft => ({
  ...{ safeguard: 'voornemen', measure: 'abolished', impact: 'cost', direction: 'favourable' },
  ...{ basis: 'figure', speaker: 's1' },
  ...changes,
});
const voices = { speakers, issuer: 'Dienst' };
const isAgain = (changes: Partial<CodingDraft>, before = [coding()]) =>
  saysAgain([coding(changes)], before, voices);

describe('saysAgain', () => {
  it.each<[Partial<CodingDraft>, string]>([
    [{}, 'everything is the same'],
    [{ basis: 'position' }, 'it rests on something else'],
    [{ measure: 'kept', direction: 'unfavourable' }, 'another measure gives the same stance'],
    [{ speaker: 'ind' }, 'the speaker is written by name'],
    [{ speaker: undefined }, 'the issuer speaks, who is that speaker'],
  ])('is so for %j: %s', (changes) => {
    expect(isAgain(changes)).toBe(true);
  });

  it.each<Partial<CodingDraft>>([
    { safeguard: 'interpreter' },
    { impact: 'duration' },
    { impact: undefined },
    { direction: 'unfavourable' },
    { speaker: 'Rechtspraak' },
    { provision: 'art. 39 Vw 2000' },
  ])('is not so for %j', (changes) => {
    expect(isAgain(changes)).toBe(false);
  });

  it('tells neutral from unclear where nothing helps or hurts', () => {
    const before = [coding({ measure: undefined, direction: 'neutral' })];
    expect(isAgain({ measure: undefined, direction: 'unclear' }, before)).toBe(false);
    expect(isAgain({ measure: undefined, direction: 'neutral' }, before)).toBe(true);
  });

  it('sees a coding that is said twice in one passage', () => {
    expect(saysAgain([coding(), coding({ impact: 'duration' })], [], voices)).toBe(false);
    expect(saysAgain([coding(), coding({ id: 'c2' })], [], voices)).toBe(true);
  });
});

describe('divideByKept', () => {
  it('knows codings that are as they were, whatever the order of their parts and their ids', () => {
    const [one, other] = [coding({ id: 'c1', stage: undefined }), coding({ id: 'c2', impact: 'duration' })];
    const was = [{ speaker: 's1', ...coding({ id: 'c0' }) }];
    expect(divideByKept([one, other], was)).toEqual({ kept: [one], changed: [other] });
  });
});
