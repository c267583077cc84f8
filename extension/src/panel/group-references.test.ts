import { describe, expect, it } from 'vitest';
import { citedSources } from './group-references.ts';

const text = `De memorie (Kamerstukken II 2024/25, 36704, nr. 3) noemt ECLI:NL:RVS:2020:2706.
Zie ook Kamerstukken II 2024/25, 36704, nr. 3, p. 7, en artikel 39 van de Vreemdelingenwet 2000.`;

describe('citedSources', () => {
  const sources = citedSources(text);

  it('lists each source once, in the order of the text, with every place', () => {
    expect(sources.map(({ group, places }) => [group, places.length])).toEqual([
      ['papers', 2],
      ['rulings', 1],
      ['articles', 1],
    ]);
    for (const { places } of sources) {
      for (const { start, end, words } of places) expect(text.slice(start, end)).toBe(words);
    }
  });

  it('says which document is meant and where it can be read', () => {
    expect(sources[1]).toMatchObject({
      canonical: 'ECLI:NL:RVS:2020:2706',
      identifier: { scheme: 'ecli', value: 'ECLI:NL:RVS:2020:2706' },
    });
    expect(sources[0]?.link).toMatch(/^https:/u);
  });

  it('finds nothing where nothing is cited', () => {
    expect(citedSources('Een brief zonder verwijzing.')).toEqual([]);
  });
});
