import { describe, expect, it } from 'vitest';
import { toWholeWords } from './read-selection.ts';

/** What a selection of words in a text becomes. */
function passage(text: string, selected: string): string {
  const start = text.indexOf(selected);
  const position = toWholeWords(text, { start, end: start + selected.length });
  return text.slice(position.start, position.end);
}

describe('a passage', () => {
  it.each([
    ['is what was selected between words', 'Dat is zo.', 'is', 'is'],
    ['has the whole of its first and last word', 'De rechtbanken oordelen.', 'bank', 'rechtbanken'],
    [
      'has letters with accents, however they are written',
      'Het re\u0301sume\u0301 telt.',
      'me',
      're\u0301sume\u0301',
    ],
    ['leaves out the digit of a footnote', 'Staten-Generaal2 zegt', 'Staten-Generaal', 'Staten-Generaal'],
    ['keeps to words that a hyphen joins', 'bewaar- en voorlichting', 'bewaar', 'bewaar'],
    ['ends at a sign between letters', "auto's rijden", "auto's", "auto's"],
    ['takes script without spaces as it was selected', `${'字'.repeat(200)}`, '字'.repeat(3), '字'.repeat(3)],
  ])('%s', (_, text, selected, expected) => {
    expect(passage(text, selected)).toBe(expected);
  });
});
