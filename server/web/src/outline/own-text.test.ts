import { readMarkdown } from '@waarborg/shared/markdown';
import { describe, expect, it } from 'vitest';
import { readOwnText, writeOwnText } from './own-text.ts';

const again = (markdown: string) => writeOwnText(readOwnText(markdown));

describe('a text of one’s own', () => {
  it.each([
    'Wij zijn **tegen** het *afschaffen* van het voornemen.',
    'Een.\n\nTwee.',
    '* een\n* twee\n  * diep\n* drie',
    '1. een\n2. twee',
    '> Een citaat\n>\n> van twee alinea’s.',
    'Zie [de brief](https://example.org/brief).',
    '## Kop in de tekst\n\nEn wat eronder staat.',
    'Een regel\\\nen nog een.',
  ])('is kept as it was written: %j', (text) => {
    expect(again(text)).toBe(text);
  });

  it.each([
    'artikel 39, eerste lid, onder a_b_c, en 3 * 4 * 5',
    '1984. Dat jaar',
    '# geen kop? [niet af](',
    '<script>alert(1)</script> & <b>',
    '```\ncode\n```',
    '    vier spaties',
    '---',
    'a\nb',
    '&amp; &nbsp; \\* \\[x\\]',
    '| a | b |\n| - | - |',
  ])('loses no sign and no word of what a paper would say of it: %j', (text) => {
    const wordsOf = (markdown: string) =>
      readMarkdown(markdown)
        .flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]))
        .map((runs) => runs.map((run) => run.text).join(''))
        .join(' ')
        .replace(/\s+/gu, ' ')
        .trim();
    expect(wordsOf(again(text))).toBe(wordsOf(text));
    expect(again(again(text))).toBe(again(text));
  });

  it('has no link but to the web, and no picture', () => {
    const types = (markdown: string) => {
      const found = new Set<string>();
      readOwnText(markdown).descendants(({ type, marks }) => {
        for (const { name } of [type, ...marks.map((mark) => mark.type)]) found.add(name);
      });
      return [...found].toSorted();
    };
    expect(types('[x](javascript:alert(1))')).toEqual(['paragraph', 'text']);
    expect(types('![x](https://example.org/x.png)')).toEqual(['link', 'paragraph', 'text']);
  });
});
