import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExactly } from './exact-json.ts';

it.each([
  ['12345678901234567890', '12345678901234567890'],
  ['-9007199254740993', '-9007199254740993'],
  ['9007199254740992', '9007199254740992'],
  ['0.12345678901234567890123', '0.12345678901234567890123'],
  ['12.34567890123456789', '12.34567890123456789'],
  ['1e999', '1e999'],
  ['-1E-999', '-1E-999'],
  ['1.50', '1.5'],
  ['1e3', '1000'],
  ['100000000000000000000000', '1e+23'],
  ['-0.0', '0'],
])('gives %s back as %s', (written, given) => {
  expect(JSON.stringify(parseExactly(`{"a":[${written}]}`))).toBe(`{"a":[${given}]}`);
});

it('takes no longer for a number that is a million zeros', () => {
  const number = `0.${'0'.repeat(1_000_000)}1`;
  expect(JSON.stringify(parseExactly(number))).toBe(number);
});

it('reads whatever doubles hold, and texts, as JSON.parse does', () => {
  const property = fc.property(fc.json(), fc.stringMatching(/^\d{20}$/u), (json, digits) => {
    const text = `[${json}, "${digits}", {"${digits}": 1e2}]`;
    expect(parseExactly(text)).toEqual(JSON.parse(text));
  });
  fc.assert(property);
});
