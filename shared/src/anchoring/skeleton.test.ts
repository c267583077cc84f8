import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionInText, skeletonIndex, toSkeleton } from './skeleton.ts';

const left = (text: string) => String.fromCharCode(...toSkeleton(text).codes);

describe('toSkeleton', () => {
  it.each([
    ['de Staten-\nGeneraal', 'destatengeneraal'],
    ['o\ufb03ciële', 'officiële'],
    ['„woord” en ‘woord’', '"woord"en"woord"'],
    ['36\u00a0704', '36704'],
    ['artikel 3.109', 'artikel3.109'],
    ['2024–2025', '2024-2025'],
    ['2024-\n2025', '2024-2025'],
    ['een groei van -5 %', 'eengroeivan-5%'],
    ['bijlage - 5 pagina’s', 'bijlage5pagina"s'],
    ['Staten-Generaal2 heeft', 'statengeneraalheeft'],
    ['de aanvraag.12 De', 'deaanvraag.de'],
    ['paragraaf C2/6.2.8', 'paragraafc2/6.2.8'],
    ['artikel3 van', 'artikel3van'],
    ['de Vw2000 geldt', 'devw2000geldt'],
    ['\u200bwoord\ufeff', 'woord'],
    ['ÉÉN STRASSE, ΟΔΟΣ', 'éénstrasse,οδοσ'],
    ['één Straße, οδος', 'éénstrasse,οδοσ'],
  ])('leaves of %j %j', (text, expected) => {
    expect(left(text)).toBe(expected);
  });

  it('maps each code unit to its cluster', () => {
    const skeleton = toSkeleton('x \ufb03 e\u0301 y');
    expect(String.fromCharCode(...skeleton.codes)).toBe('xffiéy');
    expect(positionInText(skeleton, 1, 2)).toEqual({ start: 2, end: 3 });
    expect(positionInText(skeleton, 4, 5)).toEqual({ start: 4, end: 6 });
    expect(skeletonIndex(skeleton, 3)).toBe(4);
  });

  it('has offsets that never fall and lie within the text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const { codes, offsets } = toSkeleton(text);
        expect(codes).toHaveLength(offsets.length);
        let last = 0;
        for (const offset of offsets) {
          expect(offset).toBeGreaterThanOrEqual(last);
          expect(offset).toBeLessThan(text.length);
          last = offset;
        }
      }),
    );
  });
});
