import { describe, expect, it } from 'vitest';
import { anchorQuotes, describePassage } from './index.ts';
import { LEFT, RIGHT } from './sample-columns.ts';

/** Lines of about 40 characters. */
function linesOf(words: string): string[] {
  return words.match(/.{1,40}(?: |$)/g) ?? [];
}

const page = linesOf(LEFT)
  .map((line, at) => `${line.padEnd(44)}${linesOf(RIGHT)[at] ?? ''}`)
  .join('\n');

describe('anchorQuotes, columns that were read across', () => {
  it.each([
    ['left', LEFT, 'Die termijn', 'maakt.'],
    ['right', RIGHT, 'Het gehoor', 'reageren'],
  ])('finds a passage of the %s one from its first word to its last', (_, words, first, last) => {
    const original = `${LEFT}\n${RIGHT}`;
    const start = original.indexOf(words) + words.indexOf(first);
    const quote = describePassage(original, { start, end: original.indexOf(last, start) + last.length });
    const { exact, prefix = '', suffix = '' } = quote;
    for (const quotes of [[quote], [{ exact, prefix, suffix }]]) {
      for (const options of [{}, { original }]) {
        const [anchoring] = anchorQuotes(page, quotes, options);
        if (anchoring === undefined || anchoring.state === 'orphan') throw new Error('It is an orphan.');
        const { start: from, end } = anchoring.position;
        const found = page.slice(from, end);
        expect([found.startsWith(first), found.endsWith(last)], found).toEqual([true, true]);
        expect(anchoring.state).toBe('changed');
      }
    }
  });
});
