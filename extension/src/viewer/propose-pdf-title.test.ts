import { describe, expect, it } from 'vitest';
import { findLargeLine, titleOfFile } from './propose-pdf-title.ts';

const line = (str: string, height: number) => ({ str, height, hasEOL: true });

describe('the title of a PDF', () => {
  it('is its first large lines', () => {
    const body = Array.from({ length: 20 }, () => line('Lopende tekst van het rapport.', 10));
    expect(
      findLargeLine([line('IND', 9), line('De Stand van', 22), line('de uitvoering', 22), ...body]),
    ).toBe('De Stand van de uitvoering');
    expect(findLargeLine(body)).toBeUndefined();
    expect(findLargeLine([])).toBeUndefined();
  });

  it('is else the name of its file', () => {
    expect(titleOfFile('https://example.org/a/Brief%20aan_de_Kamer.PDF')).toBe('Brief aan de Kamer');
    expect(titleOfFile('100%.pdf')).toBe('100%');
  });
});
