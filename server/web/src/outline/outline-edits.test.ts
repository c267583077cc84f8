import type { OutlinePart } from '@waarborg/shared/dossier';
import { readMarkdown } from '@waarborg/shared/markdown';
import { describe, expect, it } from 'vitest';
import { partName, placeAfter } from './outline-edits.ts';

const part = (id: string, place: string, text = id): OutlinePart => ({
  ...{ id, outline: 'o', place, comments: [], revision: 1 },
  content: { kind: 'text', text },
});
describe('placeAfter', () => {
  it('comes behind both of two parts at the same place', () => {
    expect(placeAfter([part('a', 'B'), part('b', 'B'), part('c', 'C')], 0) > 'B').toBe(true);
  });
});

describe('partName', () => {
  it('is short, and there also where a part has no words', () => {
    expect(partName(part('a', 'B', `${'woord '.repeat(20)}`), 'leeg', readMarkdown)).toHaveLength(60);
    expect(partName(part('a', 'B', '  '), 'leeg', readMarkdown)).toBe('leeg');
  });

  it('has no signs of formatting', () => {
    const text = '> Wij zijn **zeer [tegen](https://example.org)**.\n\n- om *geld*\n- om tijd';
    expect(partName(part('a', 'B', text), 'leeg', readMarkdown)).toBe('Wij zijn zeer tegen. om geld om tijd');
    expect(partName(part('a', 'B', 'om *geld*'), 'leeg', () => undefined)).toBe('om *geld*');
  });
});
