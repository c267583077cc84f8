import { describePassage } from '@waarborg/shared/anchoring';
import { describe, expect, it } from 'vitest';
import type { LocalAnnotation } from '../messaging/index.ts';
import { anchorPassages } from './anchored-passages.ts';

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
  it('come in the order of the text, orphans last', () => {
    const anchored = anchorPassages(text, [
      annotation('gone', 'staat hier nergens vermeld'),
      annotation('late', 'De tolk blijft.'),
      annotation('early', 'wordt afgeschaft'),
    ]);
    expect(anchored.map(({ annotation, state }) => [annotation.id, state])).toEqual([
      ['early', 'exact'],
      ['late', 'exact'],
      ['gone', 'orphan'],
    ]);
  });

  it('are changed when one of their pieces is lost, and show the others', () => {
    const [passage] = anchorPassages(text, [
      annotation('two', 'De tolk blijft.', 'en verdwijnt daarna geheel'),
    ]);
    expect(passage).toMatchObject({ state: 'changed', positions: [{ start: text.indexOf('De tolk') }] });
  });
});
