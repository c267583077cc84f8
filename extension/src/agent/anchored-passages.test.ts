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
    const passages = await anchorPassages(anchor, text, [
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
    const passages = await anchorPassages(anchor, text, [
      annotation('two', 'De tolk blijft.', 'en verdwijnt daarna geheel'),
    ]);
    expect(passages[0]).toMatchObject({ state: 'changed', positions: [{ start: text.indexOf('De tolk') }] });
  });

  it('name the text in which they were marked only where they need it', async () => {
    const marked = { ...annotation('kept', 'Dat kost de rechtspraak tijd.'), rendition: 'r' };
    const later = `Vooraf. ${text}`;
    const asked: unknown[] = [];
    const spy: AnchorQuotes = async (newText, quotes) => {
      asked.push(...quotes.map(({ rendition }) => rendition));
      return anchorQuotes(newText, quotes);
    };
    expect(await anchorPassages(spy, text, [marked])).toMatchObject([{ state: 'exact' }]);
    expect(asked).toEqual([]);
    const mixed = [marked, annotation('none', 'De tolk blijft.')];
    expect(await anchorPassages(spy, later, mixed)).toMatchObject([{ state: 'moved' }, { state: 'moved' }]);
    expect(asked).toEqual(['r', undefined]);
  });

  it('are changed when words came between', async () => {
    const later = text.replace('rechtspraak tijd', 'rechtspraak geen tijd');
    const passages = await anchorPassages(anchor, later, [
      annotation('one', 'Dat kost de rechtspraak tijd.'),
    ]);
    expect(passages).toMatchObject([{ state: 'changed' }]);
  });
});
