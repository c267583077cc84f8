import { describe, expect, it } from 'vitest';
import { addOwnRevision, findBase } from './own-revisions.ts';

const at = (revision: number) => ({ id: 'a', revision });

describe('findBase', () => {
  it('is what the reviewer saw, also when a later version has come in', () => {
    expect(findBase({}, at(7), 3)).toBe(3);
  });

  it('is the own change that was sent since then', () => {
    const own = addOwnRevision(addOwnRevision({}, 3, at(4)), 4, at(6));
    expect(findBase(own, at(9), 3)).toBe(6);
    expect(findBase(own, at(9), 4)).toBe(6);
    expect(findBase(own, at(9), 9)).toBe(9);
  });

  it('is the own creation for who opened it before it was sent', () => {
    expect(findBase(addOwnRevision({}, undefined, at(4)), at(8), undefined)).toBe(4);
  });

  it('does not reach across a change of a colleague', () => {
    const own = addOwnRevision(addOwnRevision({}, 3, at(4)), 5, at(6));
    expect(findBase(own, at(6), 3)).toBe(3);
  });
});
