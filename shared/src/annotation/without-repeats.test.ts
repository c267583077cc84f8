import { describe, expect, it } from 'vitest';
import { type CodingDraft, withoutRepeats } from './index.ts';

const coding = (changes: Partial<CodingDraft> = {}): CodingDraft => ({
  ...{ safeguard: 'voornemen', measure: 'abolished', impact: 'cost', direction: 'favourable' },
  ...{ basis: 'figure', speaker: 's1' },
  ...changes,
});

describe('withoutRepeats', () => {
  it('keeps the first of codings that are the same in every part', () => {
    const codings = [coding({ id: 'c1' }), coding({ id: 'c2' }), coding({ basis: 'position' })];
    expect(withoutRepeats(codings)).toEqual([codings[0], codings[2]]);
  });

  it('keeps all that were kept before, and nothing new that one of them says', () => {
    const codings = [coding(), coding({ id: 'c1' }), coding({ id: 'c2' })];
    expect(withoutRepeats(codings, [{ id: 'c1' }, { id: 'c2' }])).toEqual(codings.slice(1));
  });
});
