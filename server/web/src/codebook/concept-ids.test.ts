import { describe, expect, it } from 'vitest';
import { isConceptId, proposeId } from './concept-ids.ts';

describe('the id that is proposed for a name', () => {
  const long = `${'a'.repeat(57)}-${'b'.repeat(20)}`;

  it.each([
    ['Tolk en vertaling', [], 'tolk-en-vertaling'],
    ['Tolk', ['tolk', 'tolk-2'], 'tolk-3'],
    ['…', [], 'begrip'],
    [long, [long.slice(0, 64)], `${'a'.repeat(57)}-2`],
  ])('%s beside %o is %s', (name, taken, id) => {
    expect(proposeId(name, taken)).toBe(id);
    expect(isConceptId(id)).toBe(true);
  });
});
