import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readableEntries } from './read-list.ts';

describe('readableEntries', () => {
  it('leaves out what it cannot read, and keeps the rest in order', () => {
    expect(readableEntries(z.number()).parse([1, 'two', 3])).toEqual([1, 3]);
  });

  it('takes nothing else than a list', () => {
    expect(readableEntries(z.number()).safeParse({}).success).toBe(false);
  });
});
