import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCompound, cutsOf, excerptOf, scoreText, stemsOf, wordsOf } from './index.ts';

describe('the stem of a word', () => {
  it.each([
    ['voornemen', 'voornemens'],
    ['procedure', 'procedures'],
    ['huis', 'huizen'],
    ['brief', 'brieven'],
    ['proces', 'processen'],
    ['advies', 'adviezen'],
    ['zienswijze', 'zienswijzen'],
    ['garantie', 'garanties'],
    ['vreemdeling', 'vreemdelingen'],
    ['bezwaar', 'bezwaren'],
    ['advocaat', 'advocaten'],
    ['foto', 'foto’s'],
    ['minderjarig', 'minderjarige', 'minderjarigen'],
    ['dwangsom', 'dwangsommen'],
    ['gezin', 'gezinnen'],
    ['geval', 'gevallen'],
    ['schrap', 'schrappen'],
  ])('is the same for all forms: %s', (...forms) => {
    expect(new Set(forms.flatMap(stemsOf)).size).toBe(1);
  });

  it('tells words apart that only look alike', () => {
    for (const [one, other] of [
      ['recht', 'rechter'],
      ['beroep', 'beroerd'],
      ['besluit', 'besloten'],
      ['asiel', 'aziaat'],
    ]) {
      expect(stemsOf(one ?? '')).not.toEqual(stemsOf(other ?? ''));
    }
  });

  it('knows no accents, no case and no ligatures', () => {
    expect(stemsOf('Coördinatie')).toEqual(stemsOf('COORDINATIE'));
    expect(stemsOf('één ﬁnanciën')).toEqual(stemsOf('een financien'));
  });

  it('has only letters and digits, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { stem, start, end } of wordsOf(text)) {
          expect(stem).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('compounds', () => {
  const word = (text: string) => [...wordsOf(text)][0] ?? { stem: '', folded: '' };

  it('are found by their first and their last part, with what stands between', () => {
    expect(asCompound('asielprocedur', word('procedure'))?.rests).toContain('asiel');
    expect(asCompound('voornemenprocedur', word('voornemen'))?.rests).toContain('procedur');
    expect(asCompound('asielzoekerscentrum', word('asielzoeker'))?.rests).toContain('centrum');
    expect(asCompound('verraad', word('raad'))).toBeUndefined();
    expect(asCompound('raad', word('raad'))).toBeUndefined();
  });

  it('can be cut in two', () => {
    expect(asCompound('terugkeerbesluit', word('terugkeer'))?.rests).toContain('besluit');
    expect(cutsOf('terugkeerbesluit')).toContainEqual([...stemsOf('terugkeer'), 'besluit']);
    expect(cutsOf('voornemensprocedur')).toContainEqual([...stemsOf('voornemen'), 'procedur']);
    expect(cutsOf('recht')).toEqual([]);
  });
});

describe('an excerpt', () => {
  const stems = new Set(stemsOf('procedure'));

  it('shows the words that were found, and some before the first', () => {
    const text = `${'lorem ipsum '.repeat(100)}De procedures, en de Procedure. ${'dolor '.repeat(200)}`;
    const excerpt = excerptOf(text, stems);
    expect(excerpt?.hits.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual([
      'procedures',
      'Procedure',
    ]);
    expect(text.slice(excerpt?.start).startsWith(excerpt?.text ?? '?')).toBe(true);
    expect(excerpt?.text).toMatch(/^\S+ .* De procedures/u);
    // Nor does it end within a word, and it says that there is more.
    expect(excerpt?.text).toMatch(/ dolor$/u);
    expect(excerpt?.goesOn).toBe(true);
    expect(excerptOf('Een procedure. ', stems)?.goesOn).toBe(false);
  });

  it('is none where nothing was found', () => {
    expect(excerptOf('Iets anders', stems)).toBeUndefined();
  });

  it('cuts no character in two, and marks only what lies in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600, size: 'max' }),
        fc.nat(600),
        (text, place) => {
          const excerpt = excerptOf(`${text.slice(0, place).toWellFormed()} procedure ${text}`, stems);
          expect(excerpt?.text.isWellFormed()).toBe(true);
          for (const { start, end } of excerpt?.hits ?? []) {
            expect(stemsOf(excerpt?.text.slice(start, end) ?? '')).toEqual([...stems]);
          }
          expect(excerpt?.hits.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

it('a text answers better that says a word more often in fewer words', () => {
  const words = [new Set(['recht'])];
  const [short, long, often] = ['recht', `recht ${'x '.repeat(50)}`, 'recht recht x'].map((text) =>
    scoreText(text.trim().split(' '), words),
  );
  expect(short).toBeGreaterThan(long ?? 0);
  expect(often).toBeGreaterThan(short ?? 0);
  expect(scoreText(['x'], words)).toBe(0);
});
