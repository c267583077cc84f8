import { describe, expect, it } from 'vitest';
import { conceptIdSchema } from '../annotation/index.ts';
import { idOfGroup, proposeId } from './concept-ids.ts';

const long = `${'a'.repeat(57)}-${'b'.repeat(20)}`;

describe('the id that is proposed for a name', () => {
  it.each([
    ['Tolk en vertaling', [], 'tolk-en-vertaling'],
    ['Tolk', ['tolk', 'tolk-2'], 'tolk-3'],
    ['…', [], 'begrip'],
    [long, ['a'.repeat(57)], `${'a'.repeat(57)}-2`],
  ])('%s beside %o is %s', (name, taken, id) => {
    expect(proposeId(name, (one) => taken.includes(one))).toBe(id);
    expect(conceptIdSchema.parse(id)).toBe(id);
  });
});

describe('the id of a group', () => {
  it.each([
    ['Asiel', 'impact', 'asiel-impact'],
    [long, 'safeguard', `${'a'.repeat(54)}-safeguard`],
    [`${'a'.repeat(56)}-${'b'.repeat(20)}`, 'impact', `${'a'.repeat(56)}-impact`],
  ] as const)('of %s for a %s is %s, an id that the codebook takes', (name, kind, id) => {
    expect(idOfGroup(name, kind)).toBe(id);
    expect(conceptIdSchema.parse(id)).toBe(id);
  });
});
