import { describe, expect, it } from 'vitest';
import { isSlug, maxSlugLength } from '../dossier/index.ts';
import { toSlug } from './to-slug.ts';

describe('toSlug', () => {
  it.each([
    ['Asielwetten 2025–2026', 'asielwetten-2025-2026'],
    ['  Wet “stroomlijning” (voorbeeld)  ', 'wet-stroomlijning-voorbeeld'],
    ['Één financiële wet', 'een-financiele-wet'],
    ['—', ''],
    [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
    [`${'a'.repeat(60)} bbb`, `${'a'.repeat(60)}-bbb`],
    [`${'a'.repeat(60)} bbbb cc`, 'a'.repeat(60)],
    [`${'a'.repeat(31)} ${'b'.repeat(32)} c`, `${'a'.repeat(31)}-${'b'.repeat(32)}`],
    ['a'.repeat(80), 'a'.repeat(64)],
  ])('makes %j into %j', (title, slug) => {
    expect(toSlug(title, maxSlugLength)).toBe(slug);
    expect(slug === '' || isSlug(slug)).toBe(true);
  });
});
