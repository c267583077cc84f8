import { describe, expect, it } from 'vitest';
import { defaultCodebook } from '../codebook/index.ts';
import type { Speaker } from '../dossier/index.ts';
import { createVocabulary, inSentence, speakerName } from '../dossier/index.ts';
import { type CodingLike, codingInWords, quantityInWords } from './coding-words.ts';

const ind = '018f0000-0000-7000-8000-000000000001';
const oldInd = '018f0000-0000-7000-8000-000000000002';
const press = '018f0000-0000-7000-8000-000000000003';
const speakers: Speaker[] = [
  { id: ind, name: 'IND', aliases: [], kind: 'executive' },
  { id: oldInd, name: 'Immigratiedienst', aliases: [], kind: 'executive', mergedInto: ind },
  { id: press, name: 'Investico', aliases: [], kind: 'press' },
];
const dutch = createVocabulary(defaultCodebook, speakers, 'nl');
const coding: CodingLike = {
  safeguard: 'voornemen',
  measure: 'abolished',
  stage: 'proposed',
  impact: 'duration',
  direction: 'favourable',
  basis: 'expectation',
  speaker: ind,
};

describe('codingInWords', () => {
  it('says what happens to the safeguard and what the safeguard does', () => {
    expect(codingInWords(coding, dutch)).toMatchObject({
      subject: 'Voornemen afgeschaft',
      stance: 'hurts',
      effect: 'de waarborg schaadt doorlooptijd',
      stage: 'voorgesteld',
      basis: 'verwachting',
      speaker: 'IND',
    });
  });

  it.each([
    [{ direction: 'neutral' }, 'noEffect', 'geen gevolg voor doorlooptijd'],
    [{ direction: 'unclear' }, 'none', 'onduidelijk voor doorlooptijd'],
    [{ measure: 'moved' }, 'none', 'gunstig voor doorlooptijd'],
  ] as const)('says %o as %s', (change, stance, effect) => {
    expect(codingInWords({ ...coding, ...change }, dutch)).toMatchObject({ stance, effect });
  });

  it('leaves out an impact that is not named', () => {
    const { impact: _, ...descriptive } = coding;
    expect(codingInWords(descriptive, dutch)).not.toHaveProperty('effect');
  });

  it('names who reports it', () => {
    expect(codingInWords({ ...coding, reportedBy: press }, dutch).speaker).toBe(
      'IND, aangehaald door Investico',
    );
  });
});

describe('quantityInWords', () => {
  it('says a range of money a year', () => {
    const words = quantityInWords({ value: 660_000, to: 800_000, unit: 'EUR', period: 'P1Y' }, 'nl');
    expect(words.replaceAll('\u00a0', ' ')).toBe('€ 660.000–€ 800.000 per jaar');
  });

  it('says a number of things', () => {
    expect(quantityInWords({ value: 1200.5, unit: 'cases' }, 'nl')).toBe('1.200,5 zaken');
    expect(quantityInWords({ value: 1_234_567, unit: 'cases' }, 'nl')).toBe('1.234.567 zaken');
    expect(quantityInWords({ value: 33.333333, unit: 'fte' }, 'nl')).toBe('33,33 fte');
  });

  it.each([
    [0.125, '0,125 fte'],
    [0.004, '0,004 fte'],
    [0.0012345, '0,00123 fte'],
  ])('says %d by its first digits', (value, expected) => {
    expect(quantityInWords({ value, unit: 'fte' }, 'nl')).toBe(expected);
  });

  it('says cents', () => {
    const words = quantityInWords({ value: 12.5, unit: 'EUR' }, 'nl');
    expect(words.replaceAll('\u00a0', ' ')).toBe('€ 12,50');
  });
});

describe('vocabulary', () => {
  it('gives a merged speaker the name that stands for it now', () => {
    expect(speakerName(dutch, oldInd)).toBe('IND');
  });

  it.each([
    ['Doorlooptijd', 'doorlooptijd'],
    ['EU-recht', 'EU-recht'],
    ['Harmonisatie in de EU', 'harmonisatie in de EU'],
    ['IND', 'IND'],
  ])('puts %s into a sentence as %s', (label, expected) => {
    expect(inSentence(label)).toBe(expected);
  });
});
