import { anchorQuotes, describePassage } from '@waarborg/shared/anchoring';
import { describe, expect, it } from 'vitest';
import type { LocalAnnotation } from '../messaging/index.ts';
import { type AnchorQuotes, anchorPassages } from './anchored-passages.ts';

const anchor: AnchorQuotes = async (...search) => anchorQuotes(...search);
const text = 'De voornemenprocedure wordt afgeschaft. Dat kost de rechtspraak tijd. De tolk blijft.';

function annotation(id: string, ...words: readonly string[]): LocalAnnotation {
  const ranges = words.map((exact) => {
    const start = text.indexOf(exact);
    return start < 0 ? { exact } : describePassage(text, { start, end: start + exact.length });
  });
  return {
    id,
    source: 'https://example.org/',
    ranges,
    codings: [],
    creator: { id: 'u', name: 'U' },
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    sync: 'sent',
  };
}

describe('the passages of a document', () => {
  it('come in the order of the text, orphans last', async () => {
    const { passages } = await anchorPassages(anchor, text, [
      annotation('gone', 'staat hier nergens vermeld'),
      annotation('late', 'De tolk blijft.'),
      annotation('early', 'wordt afgeschaft'),
    ]);
    expect(passages.map(({ annotation, state }) => [annotation.id, state])).toEqual([
      ['early', 'exact'],
      ['late', 'exact'],
      ['gone', 'orphan'],
    ]);
  });

  it('are changed when one of their pieces is lost, and show the others', async () => {
    const { passages } = await anchorPassages(anchor, text, [
      annotation('two', 'De tolk blijft.', 'en verdwijnt daarna geheel'),
    ]);
    expect(passages[0]).toMatchObject({ state: 'changed', positions: [{ start: text.indexOf('De tolk') }] });
  });

  describe('of which the text was kept', () => {
    const original = text;
    const marked = { ...annotation('kept', 'Dat kost de rechtspraak tijd.'), rendition: 'r' };
    const later =
      'Vooraf. De voornemenprocedure verdwijnt. Dat kost de rechtspraak veel tijd. De tolk blijft.';

    it('are found without it where they stand as they were marked', async () => {
      const { passages, awaited } = await anchorPassages(anchor, text, [marked]);
      expect(passages).toMatchObject([{ state: 'exact' }]);
      expect(awaited).toEqual([]);
    });

    it('wait for it elsewhere, and are then carried over', async () => {
      expect(await anchorPassages(anchor, later, [marked])).toEqual({ passages: [], awaited: ['r'] });
      const { passages, awaited } = await anchorPassages(anchor, later, [marked], new Map([['r', original]]));
      const [place] = passages[0]?.positions ?? [];
      expect(passages[0]?.state).toBe('changed');
      expect(later.slice(place?.start, place?.end)).toBe('Dat kost de rechtspraak veel tijd.');
      expect(awaited).toEqual([]);
    });

    it('are found by their quote when it cannot be had', async () => {
      const { passages } = await anchorPassages(anchor, later, [marked], new Map([['r', undefined]]));
      expect(passages[0]?.state).toBe('changed');
    });
  });
});
