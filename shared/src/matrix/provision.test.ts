import { describe, expect, it } from 'vitest';
import { noValue } from './axes.ts';
import { compareProvisions, readProvision } from './provision.ts';
import { content, hurts, matrixOf, passage } from './testing.ts';

describe('readProvision', () => {
  it.each([
    ['art. I, onderdeel C', { article: 'art. I, onderdeel C' }],
    ['art. I, onderdeel Ba', { article: 'art. I, onderdeel Ba' }],
    ['art. 39 Vw 2000', { article: 'art. 39 Vw 2000', law: 'Vw 2000' }],
    ['art. 31 lid 2 onder k Vw 2000', { article: 'art. 31 lid 2 onder k Vw 2000', law: 'Vw 2000' }],
    ['art. 8:55d Awb', { article: 'art. 8:55d Awb', law: 'Awb' }],
    ['amendement 39990, nr. 14', { change: 'amendement 39990, nr. 14' }],
    [
      'art. I, onderdeel D (amendement 39990, nr. 14)',
      { article: 'art. I, onderdeel D', change: 'amendement 39990, nr. 14' },
    ],
    [
      'amendement 39990, nr. 14, op art. I, onderdeel D',
      { article: 'art. I, onderdeel D', change: 'amendement 39990, nr. 14' },
    ],
    [
      'art. II (tweede nota van wijziging nr. 9)',
      { article: 'art. II', change: 'tweede nota van wijziging nr. 9' },
    ],
    ['overgangsrecht', { article: 'overgangsrecht' }],
    ['(', {}],
  ])('takes %s apart', (provision, parts) => {
    expect(readProvision(provision)).toEqual(parts);
  });
});

describe('compareProvisions', () => {
  it('counts as a law does, the bill first', () => {
    const sorted = [
      'amendement 39990, nr. 14',
      'art. 39 Vw 2000',
      'art. 8:55d Awb',
      'art. X',
      'art. IX',
      'art. I, onderdeel D',
      'art. I, onderdeel C',
      'art. 4 Vw 2000',
    ];
    const inOrder = [
      'art. I, onderdeel C',
      'art. I, onderdeel D',
      'art. IX',
      'art. X',
      'art. 8:55d Awb',
      'art. 4 Vw 2000',
      'art. 39 Vw 2000',
      'amendement 39990, nr. 14',
    ];
    expect(sorted.toSorted(compareProvisions)).toEqual(inOrder);
    const passages = sorted.map((provision, at) => passage(String(at), [{ ...hurts, provision }]));
    expect(
      matrixOf(content(passages), 'safeguard', 'provision')
        .columns.map(({ id }) => id)
        .filter((id) => id !== noValue),
    ).toEqual(inOrder);
  });
});
