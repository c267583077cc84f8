import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.ts';

const passage = 'Het "voornemen" vervalt, zei zij.';

function errorOf(throwing: () => void): unknown {
  try {
    throwing();
  } catch (error) {
    return error;
  }
  throw new RangeError('nothing was thrown');
}

describe('an error in the log', () => {
  it('says what kind it is and where it came from', () => {
    const described = describeError(Object.assign(new RangeError('too far'), { code: 'E_FAR' }));
    expect(described).toMatchObject({ type: 'RangeError', message: 'too far', code: 'E_FAR' });
    expect(described.at[0]).toContain('describe-error.test.ts');
  });

  it('keeps nothing of what a parser quotes', () => {
    const error = errorOf(() => JSON.parse(passage));
    expect(String(error)).toContain('voorn');
    expect(describeError(error).message).toBe('Unexpected token …');
  });

  it('keeps nothing of what a cause quotes, nor of what hangs on it', () => {
    const cause = Object.assign(new Error(`invalid input: "${passage}"`), { detail: passage });
    const described = describeError(new Error('failed', { cause }));
    expect(JSON.stringify(described)).not.toMatch(/voornemen|vervalt/u);
    expect(described.cause?.message).toBe('invalid input: …');
  });

  it('says nothing of what is no error', () => {
    expect(describeError(passage)).toEqual({ type: 'string', message: '', at: [] });
  });
});
