import { passwordLength } from '@waarborg/shared/api';
import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGuessable } from './guessable-password.ts';

const owner = {
  name: 'Noor de Wit',
  email: 'n.dewit@zaken.example.nl',
  publicUrl: 'https://codering.example.nl',
};
const isRefused = (password: string) => isGuessable(password, owner);

describe('a password is refused', () => {
  it('that is among the most used, long enough by itself or made so as people do', async () => {
    const used = dictionary['passwords-common'];
    expect(used.length).toBeGreaterThan(3_000);
    // Some of them: to judge one takes some milliseconds.
    const made = used.slice(0, 3_000).filter((_, place) => place % 120 === 0);
    const long = used.filter(({ length }) => length >= passwordLength.least).slice(0, 25);
    for (const password of [...long, ...made.map((word) => `${word}12345678`)])
      expect(await isRefused(password), password).toBe(true);
  });

  it.each([
    ...['waarborg2026!', 'Waarborg1234', 'wachtwoord123', 'Zomer2026!!!', 'tweedekamer26', 'Ministerie2026'],
    ...['noordewit2026', 'Noor.de.Wit1!', 'n.dewit@zaken.example.nl', 'codering2026!', 'ndewit123456'],
    ...['aaaaaaaaaaaa', 'abcdefghijkl', '123456789012', 'qwertyuiop[]', '12-11-1980-12', 'P@ssw0rdP@ssw0rd'],
  ])('that everybody can think of: %s', async (password) => {
    expect(await isRefused(password)).toBe(true);
  });
});

describe('a password is kept', () => {
  it.each(['een-zin-van-woorden', 'de kat slaapt op de mat', 'kJ8$kd02mNvq', 'correct horse battery staple'])(
    'that is a sentence, or nothing that anybody knows: %s',
    async (password) => {
      expect(await isRefused(password)).toBe(false);
    },
  );

  it('of any letters and length, or refused, but always judged', async () => {
    const password = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 128 });
    await fc.assert(
      fc.asyncProperty(password, async (text) => {
        expect(typeof (await isRefused(text))).toBe('boolean');
      }),
      { numRuns: 30 },
    );
  });
});
