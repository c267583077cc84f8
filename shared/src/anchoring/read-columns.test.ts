import { describe, expect, it } from 'vitest';
import { anchorQuotes, describePassage } from './index.ts';
import { readColumns } from './read-columns.ts';
import { LEFT, RIGHT } from './sample-columns.ts';

const ABOVE = 'Wat hier boven de kolommen staat, loopt over de hele breedte van de bladzijde en door.';
const original = `${ABOVE}\n${LEFT} ${RIGHT}\n${ABOVE.replace('boven', 'onder')}`;

/** Lines of about 40 characters. */
function linesOf(words: string): string[] {
  return words.match(/.{1,40}(?: |$)/g) ?? [];
}

function beside(left: string, right: string): string {
  const [one, other] = [linesOf(left), linesOf(right)];
  const count = Math.max(one.length, other.length);
  return Array.from({ length: count }, (_, at) => `${(one[at] ?? '').padEnd(44)}${other[at] ?? ''}`).join(
    '\n',
  );
}

const page = `${ABOVE}\n${beside(LEFT, RIGHT)}\n${ABOVE.replace('boven', 'onder')}`;

/** What is drawn of a passage that is quoted from the original. */
function draw(first: string, last: string, way: 'place' | 'words' | 'original'): string | undefined {
  const start = original.indexOf(first);
  const quote = describePassage(original, { start, end: original.indexOf(last, start) + last.length });
  const { exact, prefix = '', suffix = '' } = quote;
  const [anchoring] = anchorQuotes(
    page,
    [way === 'place' ? quote : { exact, prefix, suffix }],
    way === 'original' ? { original } : {},
  );
  if (anchoring === undefined || anchoring.state === 'orphan') return undefined;
  return page.slice(anchoring.position.start, anchoring.position.end);
}

describe('readColumns', () => {
  it('reads one column after the other, and what stands above and below them where it stands', () => {
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(words(readColumns(page)?.text ?? '')).toBe(words(original));
  });

  it('reads three columns', () => {
    const [one, two, three] = [linesOf(LEFT), linesOf(RIGHT), linesOf(LEFT.toUpperCase())];
    const lines = one.map((line, at) => `${line.padEnd(42)}${(two[at] ?? '').padEnd(43)}${three[at] ?? ''}`);
    expect(readColumns(lines.join('\n'))?.text.replace(/\s+/g, ' ')).toContain(
      'dan de wet hem laat. Wie in bewaring zit',
    );
  });

  it.each([
    ['no columns', original],
    [
      'numbers of items',
      linesOf(LEFT)
        .map((line, at) => `${at + 1}.   ${line}`)
        .join('\n'),
    ],
    ['two spaces between sentences', linesOf(LEFT.replaceAll('. ', '.  ')).join('\n')],
    ['two lines', beside(linesOf(LEFT).slice(0, 2).join(''), linesOf(RIGHT).slice(0, 2).join(''))],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => {
    expect(readColumns(text)).toBeUndefined();
  });
});

describe('anchorQuotes, columns beside each other', () => {
  it.each(['place', 'words', 'original'] as const)('finds two lines of one column by %s', (way) => {
    expect(draw('Het gehoor vindt', 'een taal die hij', way)).toMatch(/^Het gehoor[\s\S]*een taal die hij$/);
    expect(draw('relaas van de', 'Van die verlenging', way)).toMatch(/^relaas[\s\S]*Van die verlenging$/);
  });

  it.each(['place', 'words', 'original'] as const)(
    'draws nothing of what goes from the foot of one to the head of the next, by %s',
    (way) => {
      expect(draw('met de reden waarom', 'bijstand door een raadsman.', way)).toBeUndefined();
    },
  );

  it('draws nothing of what goes from one cell of a table to the next, where a copy has all cells', () => {
    const mark = (at: number) => String.fromCharCode(0x61 + (at % 26), 0x61 + (at >> 1));
    const cells = Array.from({ length: 40 }, (_, at) =>
      (at % 2 === 0 ? LEFT : RIGHT).replace(/\p{L}{6,}/gu, (word) => word + mark(at)),
    );
    const rows = cells
      .filter((_, at) => at % 2 === 0)
      .map((cell, row) => beside(cell, cells[2 * row + 1] ?? ''));
    const published = cells.join('\n');
    const across = cells.slice(0, 20).join('\n').length;
    const places = Array.from({ length: 80 }, (_, at) => ({ start: 120 * at, end: 120 * at + 90 }));
    const quotes = [{ start: across - 30, end: across + 130 }, ...places].map((place) =>
      describePassage(published, place),
    );
    expect(anchorQuotes(rows.join('\n\n'), quotes)[0]).toEqual({ state: 'orphan' });
  });

  it('finds what was quoted across both', () => {
    const start = page.indexOf('Die termijn') - 3;
    const quote = describePassage(page, { start, end: start + 130 });
    expect(anchorQuotes(`Vooraf.\n${page}`, [quote])).toMatchObject([{ state: 'moved', similarity: 1 }]);
  });
});
