import { describe, expect, it } from 'vitest';
import { placeCitations } from './index.ts';

const text = `De memorie (Kamerstukken II 2024/25, 36704, nr. 3) noemt ECLI:NL:RVS:2020:2706.
Zie ook Kamerstukken II 2024/25, 36704, nr. 3, p. 7, artikel 39, eerste lid, van de Vreemdelingenwet 2000,
en art. 39 Vw 2000.`;

describe('placeCitations', () => {
  const cited = placeCitations(text);

  it('lists each source and article once, in the order of the text, with every place', () => {
    expect(cited.map(({ source, article, places }) => [source.group, article, places.length])).toEqual([
      ['papers', undefined, 2],
      ['rulings', undefined, 1],
      ['laws', 'art. 39', 2],
    ]);
    for (const { places } of cited) {
      for (const { start, end, words } of places) expect(text.slice(start, end)).toBe(words);
    }
  });

  it('says which document is meant and where it can be read', () => {
    expect(cited[1]?.source).toMatchObject({
      canonical: 'ECLI:NL:RVS:2020:2706',
      identifier: { scheme: 'ecli', value: 'ECLI:NL:RVS:2020:2706' },
    });
    expect(cited[0]?.link).toMatch(/^https:/u);
    expect(cited[2]?.link).toContain('artikel=39');
  });

  it('finds nothing where nothing is cited', () => {
    expect(placeCitations('Een brief zonder verwijzing.')).toEqual([]);
  });
});
