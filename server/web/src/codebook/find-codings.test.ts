import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { describe, expect, it } from 'vitest';
import { findCodings } from './find-codings.ts';

const passage = (id: string, exact: string, ...more: string[]): Pick<Annotation, 'ranges' | 'codings'> => ({
  ranges: [exact, ...more].map((text) => ({
    exact: text,
    prefix: '',
    suffix: '',
    start: 0,
    end: text.length,
  })),
  codings: ['beroep', 'bezwaar'].map((safeguard) => ({ id: `${id}-${safeguard}`, safeguard }) as Coding),
});
const passages = [
  passage('een', 'Tegen het besluit staat hoger beroep open.'),
  passage('twee', 'De rechtbanken oordeelden anders.'),
  passage('drie', 'Eerst dit,', 'dan het hogere beroep.'),
];
const found = (...terms: string[]) =>
  findCodings(passages, { id: 'beroep', kind: 'safeguard' }, terms).map((id) => id.split('-')[0]);

describe('codings by the words of their passages', () => {
  it.each([
    [['hoger beroep'], ['een', 'drie']],
    [['rechtbank'], ['twee']],
    [
      ['oordeel*', 'besluiten'],
      ['een', 'twee'],
    ],
    [['dit dan'], []],
    [['nergens'], []],
    [[], []],
  ])('with %o are %o', (terms, expected) => {
    expect(found(...terms)).toEqual(expected);
  });

  it('are those of the concept alone', () => {
    expect(findCodings(passages, { id: 'bezwaar', kind: 'safeguard' }, ['rechtbank'])).toEqual([
      'twee-bezwaar',
    ]);
  });
});
