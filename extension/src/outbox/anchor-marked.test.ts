import { describePassage } from '@waarborg/shared/anchoring';
import { describe, expect, it } from 'vitest';
import { anchorMarked } from './anchor-marked.ts';

const original =
  'De voornemenprocedure vervalt. Dat kost de rechtspraak tijd. De tolk blijft altijd aanwezig.';
const text = 'Vooraf. De tolk blijft aanwezig. De voornemenprocedure vervalt. Dat kost tijd.';

function quote(exact: string, rendition?: string) {
  const start = original.indexOf(exact);
  const selector = describePassage(original, { start, end: start + exact.length });
  return { ...selector, ...(rendition && { rendition }) };
}

describe('the quotes of a document', () => {
  it('are answered in the order in which they were asked, whatever is known of their texts', async () => {
    const quotes = [
      quote('De voornemenprocedure vervalt.', 'kept'),
      quote('De voornemenprocedure vervalt.'),
      quote('De voornemenprocedure vervalt.', 'missing'),
    ];
    const asked: string[] = [];
    const anchorings = await anchorMarked(text, quotes, async (rendition) => {
      asked.push(rendition);
      return rendition === 'kept' ? original : undefined;
    });
    expect(asked.toSorted()).toEqual(['kept', 'missing']);
    for (const anchoring of anchorings) {
      expect(anchoring).toMatchObject({ position: { start: text.indexOf('De voornemen') } });
    }
  });

  it('ask for a text once, however many were made in it', async () => {
    let count = 0;
    await anchorMarked(text, [quote('De tolk', 'kept'), quote('Dat kost', 'kept')], async () => {
      count += 1;
      return original;
    });
    expect(count).toBe(1);
  });

  it('stay where they are when something is put in above them', async () => {
    const quotes = [quote('Dat kost de rechtspraak tijd.', 'kept'), quote('De tolk blijft altijd aanwezig.')];
    const now = `${'De toelichting is uitgebreid. '.repeat(30)}${original}`;
    expect(await anchorMarked(now, quotes, async () => original)).toMatchObject([
      { state: 'exact', position: { start: now.indexOf('Dat kost') } },
      { state: 'exact', position: { start: now.indexOf('De tolk') } },
    ]);
  });
});
