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

  it('says of which safeguards it is true', () => {
    const readings = [reading('bill', 'voornemen'), reading('bill', 'minors')];
    expect(readingIn(readings)).toBe('partly');
    expect(readingIn(readings, ['voornemen', 'minors'])).toBe('read');
    expect(readingIn(readings, ['voornemen', 'interpreter'])).toBe('partly');
    expect(readingIn(readings, ['interpreter'])).toBe('not-read');
  });
});
