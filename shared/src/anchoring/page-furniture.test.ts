import { describe, expect, it } from 'vitest';
import { lengthWithoutFurniture, withoutFurniture } from './page-furniture.ts';
import { toSkeleton } from './skeleton.ts';

function wordsLeft(text: string): string {
  const skeleton = toSkeleton(text);
  const places = withoutFurniture(skeleton, 0, skeleton.codes.length);
  return places.map((place) => String.fromCharCode(skeleton.codes[place] as number)).join('');
}

const page = (number: number) =>
  `${Array.from({ length: 30 }, (_, line) => `regel ${'abcdefghijklmnopqrstuvwxyz'[line % 26]}${'xyz'[number]} van blad`).join('\n')}\n`;

describe('withoutFurniture', () => {
  it('leaves out a line that stands on three pages, whatever its number', () => {
    const footer = (number: number) => `Tweede Kamer, nr. 11 ${number}\n`;
    const text = [0, 1, 2].map((number) => page(number) + footer(number + 9)).join('');
    expect(wordsLeft(text)).toBe(wordsLeft([0, 1, 2].map(page).join('')));
  });

  it('keeps lines that stand there twice, and lines that stand everywhere', () => {
    const twice = `${page(0)}Tweede Kamer\n${page(1)}Tweede Kamer\n${page(2)}`;
    expect(wordsLeft(twice)).toContain('tweedekamer');
    expect(wordsLeft('Artikel 3 vervalt.\n'.repeat(50))).toContain('vervalt');
  });

  it('keeps lines that stand there often, but not as far from each other as pages are long', () => {
    const row = 'Overige ontvangsten 12\n';
    const text = page(0) + row + row + page(1) + page(2) + row + row + page(0) + row + row + page(1);
    expect(wordsLeft(text)).toContain('overigeontvangsten');
  });

  it.each(['', '\n', '\n\n\n', 'een regel zonder einde'])('answers for the text %j', (text) => {
    expect(wordsLeft(text)).toBe(text.replace(/\s/g, ''));
  });
});

describe('lengthWithoutFurniture', () => {
  it('counts the places that withoutFurniture gives, wherever a stretch starts and ends', () => {
    const skeleton = toSkeleton(
      [0, 1, 2].map((number) => `${page(number)}Tweede Kamer, nr. 11 ${number}\n`).join(''),
    );
    const { length } = skeleton.codes;
    for (let from = 0; from < length; from += 7) {
      const to = Math.min(length, from + 20 * (from % 60));
      expect(lengthWithoutFurniture(skeleton, from, to)).toBe(withoutFurniture(skeleton, from, to).length);
    }
  });
});
