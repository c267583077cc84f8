import { describe, expect, it } from 'vitest';
import { readingOf } from './index.ts';
import { content, document } from './testing.ts';

const reading = (id: string, safeguard?: string) => ({
  ...{ document: id, reviewer: 'me', at: '2026-01-01T00:00:00Z' },
  ...(safeguard === undefined ? {} : { safeguard }),
});
const readingIn = (readings: ReturnType<typeof reading>[], safeguard?: string[]) =>
  readingOf(
    content([], { readings, documents: [document('bill', { aliases: ['former'] }), document('b')] }),
    ...(['bill', { safeguard }] as const),
  );

describe('readingOf', () => {
  it('tells a bill that nobody read from one that somebody read', () => {
    expect(readingIn([])).toBe('not-read');
    expect(readingIn([reading('b')])).toBe('not-read');
    expect(readingIn([reading('bill')])).toBe('read');
    expect(readingIn([reading('former')], ['minors'])).toBe('read');
  });

  it('counts what the reviewers of the filters read, and for a safeguard what was read for one that it stands for', () => {
    const dossier = content([], { readings: [reading('bill', 'voornemen')], documents: [document('bill')] });
    const concepts = dossier.codebook.concepts.map((concept) =>
      concept.id === 'voornemen' ? { ...concept, mergedInto: 'minors' } : concept,
    );
    const merged = { ...dossier, codebook: { ...dossier.codebook, concepts } };
    expect(readingOf(merged, 'bill', { safeguard: ['minors'] })).toBe('read');
    expect(readingOf(merged, 'bill', { safeguard: ['minors'], reviewer: ['me'] })).toBe('read');
    expect(readingOf(merged, 'bill', { safeguard: ['minors'], reviewer: ['you'] })).toBe('not-read');
  });

  it('says of which safeguards it is true', () => {
    const readings = [reading('bill', 'voornemen'), reading('bill', 'minors')];
    expect(readingIn(readings)).toBe('partly');
    expect(readingIn(readings, ['voornemen', 'minors'])).toBe('read');
    expect(readingIn(readings, ['voornemen', 'interpreter'])).toBe('partly');
    expect(readingIn(readings, ['interpreter'])).toBe('not-read');
  });
});
