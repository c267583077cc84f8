import { describe, expect, it } from 'vitest';
import { recallAnswer, rememberAnswer } from './remembered-answers.ts';

describe('the answers that are remembered', () => {
  it('stay the same one while they say the same, so that nothing is drawn anew', () => {
    const first = { totals: { claims: 3 }, cells: [{ row: 'hearing' }] };
    expect(rememberAnswer('same', first)).toBe(first);
    expect(rememberAnswer('same', structuredClone(first))).toBe(first);
    expect(recallAnswer('same')).toBe(first);
    const next = { ...first, totals: { claims: 4 } };
    expect(rememberAnswer('same', next)).toBe(next);
    expect(recallAnswer('same')).toBe(next);
  });

  it('are forgotten when sixty others came after them, and are kept when they came again', () => {
    rememberAnswer('old', 'old');
    rememberAnswer('kept', 'kept');
    for (let other = 0; other < 59; other++) {
      rememberAnswer(`other ${other}`, other);
      if (other === 30) rememberAnswer('kept', 'kept');
    }
    expect(recallAnswer('old')).toBeUndefined();
    expect(recallAnswer('kept')).toBe('kept');
  });
});
