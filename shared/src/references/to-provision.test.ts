import { describe, expect, it } from 'vitest';
import { toProvision } from './to-provision.ts';

describe('toProvision', () => {
  it.each([
    ['Artikel 39 van de Vreemdelingenwet 2000', 'art. 39 Vw 2000'],
    ['Vreemdelingenwet 2000, artikel 39', 'art. 39 Vw 2000'],
    [' Vw 2000 art. 39 lid 1 ', 'art. 39 lid 1 Vw 2000'],
    ['Awb, art. 8:1', 'art. 8:1 Awb'],
    ['art. 39 Vw 2000', 'art. 39 Vw 2000'],
  ])('gives %j one form', (typed, canonical) => {
    expect(toProvision(typed)).toBe(canonical);
  });

  it.each(['art. I, onderdeel C', 'amendement nr. 14 op art. 39 Vw 2000', 'art. 39', 'Vw 2000', ''])(
    'leaves %j as it is',
    (typed) => expect(toProvision(typed)).toBe(typed),
  );
});
