import { describe, expect, it } from 'vitest';
import { lookOf } from './look.ts';

describe('the look of a passage', () => {
  it.each([
    [[{ measure: 'abolished', direction: 'unfavourable' }], 'helps'],
    [[{ measure: 'abolished', direction: 'favourable' }], 'hurts'],
    [[{ measure: 'kept', direction: 'neutral' }], 'no-effect'],
    [[{ direction: 'favourable' }], 'none'],
    [[], 'none'],
    [
      [
        { measure: 'kept', direction: 'favourable' },
        { measure: 'kept', direction: 'unfavourable' },
      ],
      'mixed',
    ],
    [
      [
        { measure: 'kept', direction: 'neutral' },
        { measure: 'kept', direction: 'unfavourable' },
      ],
      'hurts',
    ],
  ] as const)('of %j is %s', (codings, look) => {
    expect(lookOf(codings)).toBe(look);
  });
});
