import { describe, expect, it } from 'vitest';
import { isBetweenWords, isSentenceStart } from './sentences.ts';
import { skeletonIndex, toSkeleton } from './skeleton.ts';

const LONG = 'een alinea die niet is afgebroken om op een bladzijde te passen '.repeat(4).trim();

/** Whether it holds of the place where the words start. */
function holds(judge: typeof isSentenceStart, text: string, words: string): boolean {
  const skeleton = toSkeleton(text);
  return judge(skeleton, skeletonIndex(skeleton, text.indexOf(words)));
}

describe('isSentenceStart', () => {
  it('is true of any line of a text whose lines are not broken', () => {
    expect(holds(isSentenceStart, `${LONG}\nartikel 5 van de wet`, 'artikel 5')).toBe(true);
  });

  it('is false of a line that goes on from a long one, where lines are broken', () => {
    const line = 'een regel die is afgebroken om op een bladzijde te passen';
    expect(holds(isSentenceStart, `${line}\nartikel 5 van de wet`, 'artikel 5')).toBe(false);
  });

  it('is true of every line where none goes on with a small letter, as in a table', () => {
    const rows = Array.from(
      { length: 14 },
      (_, row) => `Bijdrage aan de uitvoering van maatregel ${row} 1.200 3.400`,
    );
    expect(holds(isSentenceStart, rows.join('\n'), 'Bijdrage aan de uitvoering van maatregel 13')).toBe(true);
  });

  it('is true of a line with a number between brackets', () => {
    const line = 'een regel die is afgebroken om op een bladzijde te passen';
    expect(holds(isSentenceStart, `${line}\n[20292] een fout is hersteld`, '[20292]')).toBe(true);
  });
});

describe('isBetweenWords', () => {
  it('is true behind a rule of hyphens under a heading', () => {
    expect(holds(isBetweenWords, 'Overige bepalingen\n------\n\nDeze wet geldt.', 'Deze')).toBe(true);
  });

  it('is false behind a hyphen at the end of a line', () => {
    expect(holds(isBetweenWords, 'de be-\nslissing', 'slissing')).toBe(false);
  });
});
