import { slugSchema } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { slugOfTitle } from './slug-of-title.ts';

describe('slugOfTitle', () => {
  it.each([
    ['Asielwetten 2025–2026', 'asielwetten-2025-2026'],
    ['  Wet “stroomlijning” (voorbeeld)  ', 'wet-stroomlijning-voorbeeld'],
    ['Één financiële wet', 'een-financiele-wet'],
    ['—', ''],
    [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
  ])('makes %j into %j', (title, slug) => {
    expect(slugOfTitle(title)).toBe(slug);
    expect(slug === '' || slugSchema.safeParse(slug).success).toBe(true);
  });
});
