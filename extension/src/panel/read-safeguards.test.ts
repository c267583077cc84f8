import { type Codebook, defaultCodebook, offeredConcepts } from '@waarborg/shared/codebook';
import { describe, expect, it } from 'vitest';
import { readSafeguards, toggleSafeguard } from './read-safeguards.ts';

const codebook: Codebook = defaultCodebook;
const ids = offeredConcepts(codebook.concepts, 'safeguard').map(({ id }) => id);
const [first = '', ...others] = ids;
const at = '2026-05-12T10:00:00Z';

describe('readSafeguards', () => {
  it("reads one's own readings only", () => {
    const readings = [
      { document: 'd', reviewer: 'u', safeguard: first, at },
      // Two that were read before one was merged into the other.
      { document: 'd', reviewer: 'u', safeguard: first, at },
      { document: 'd', reviewer: 'v', at },
    ];
    expect(readSafeguards(readings, 'u')).toEqual([first]);
    expect(readSafeguards(readings, 'v')).toBe('all');
  });
});

describe('toggleSafeguard', () => {
  it('leaves all others when one is taken out of all', () => {
    expect(toggleSafeguard('all', first, codebook)).toEqual(others);
  });

  it('makes "all" of the last one', () => {
    expect(toggleSafeguard(others, first, codebook)).toBe('all');
    expect(toggleSafeguard([], first, codebook)).toEqual([first]);
  });
});
