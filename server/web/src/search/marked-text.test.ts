import { describe, expect, it } from 'vitest';
import { cutAtHits } from './marked-text.tsx';

const cut = (text: string, ...hits: [number, number][]) =>
  cutAtHits(
    text,
    hits.map(([start, end]) => ({ start, end })),
  ).map((part) => (part.isHit ? `[${part.text}]` : part.text));

describe('cutAtHits', () => {
  it('keeps a text without hits whole', () => {
    expect(cut('Het voornemen')).toEqual(['Het voornemen']);
  });

  it('cuts at both ends, between and inside', () => {
    expect(cut('voornemen en zienswijze', [13, 23], [0, 9])).toEqual(['[voornemen]', ' en ', '[zienswijze]']);
  });

  it('marks words once where hits overlap, and leaves markup text', () => {
    expect(cut('<b>asiel</b>', [3, 8], [5, 8])).toEqual(['<b>', '[asiel]', '</b>']);
  });
});
