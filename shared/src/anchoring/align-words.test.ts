import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts } from './align-texts.ts';
import { alignWords } from './align-words.ts';
import { UNSEEN } from './change-prices.ts';
import type { Piece } from './pieces.ts';
import { retellChanges } from './retell-changes.ts';
import { positionInText, toSkeleton } from './skeleton.ts';
import { toSparseOriginal } from './sparse-original.ts';

/** The words of the new text that were aligned, and with which of the old one. */
function align(one: string, other: string): (readonly [string, string])[] | undefined {
  const [old, now] = [toSkeleton(one), toSkeleton(other)];
  const gap = { oldFrom: 0, oldTo: old.codes.length, newFrom: 0, newTo: now.codes.length };
  const textOf = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);
  return alignWords(old, now, gap)?.map(
    (piece) =>
      [
        textOf(one, positionInText(old, piece.old, piece.old + piece.length)),
        textOf(other, positionInText(now, piece.new, piece.new + piece.length)),
      ] as const,
  );
}

/** The new words that were aligned, as one line. */
const kept = (one: string, other: string) =>
  align(one, other)
    ?.map(([, now]) => now)
    .join(' ');

describe('alignWords', () => {
  const second =
    '2. De termijn, bedoeld in artikel 255, wordt opgeschort zolang een vergunning niet is ontvangen.';
  const third =
    '3. De termijn, bedoeld in artikel 238, wordt opgeschort zolang een vergoeding niet is ontvangen.';

  it('leaves to words that are not known whatever stands between those that are', () => {
    const known = `De raad beslist.\n\uffff\n${third}`;
    const text = `De raad beslist. ${second} ${third}`;
    expect(kept(known, text)?.replaceAll(' ', '')).toBe(`De raad beslist.${third}`.replaceAll(' ', ''));
  });

  it('takes the known part of a word for the word', () => {
    const known = `De raad beslist. Daarna wordt het voorne\n\uffff\nsteld dat het kan.`;
    const text = 'De raad beslist. Daarna wordt het voornemen bekend. Er werd vastgesteld dat het kan.';
    expect(kept(known, text)).toMatch(/Daarna wordt het voorne.*steld dat het kan\.$/s);
  });

  it('does not take the letter of the next item for a misspelt one', () => {
    const row = (letter: string) =>
      `article 15 paragraph 1 point (${letter}) question submitted by 62021CN0487`;
    const known = `${row('a')}\n${row('b')}\n${row('c').slice(0, -2)}\n\uffff\n${row('g')}`;
    const text = ['a', 'b', 'd', 'e', 'f', 'g'].map(row).join('\n');
    expect(
      align(known, text)
        ?.map(([one]) => one)
        .join(''),
    ).not.toMatch(/point \(c?$|\(c/);
  });

  it('passes over the header of a page within a sentence', () => {
    const pages = [0, 1, 2].map(
      (page) => `${`woord${page} `.repeat(200)}\nTweede Kamer, vergaderjaar 2024, nr. 11 ${page}\n`,
    );
    const one = `${pages.join('')}Begin hier. De raad beslist op het bezwaar. Slot ook.`;
    const other = one.replace('beslist op', `beslist\nTweede Kamer, vergaderjaar 2024, nr. 11 3\nop`);
    const [old, now] = [toSkeleton(one.slice(one.indexOf('Begin'))), toSkeleton(other)];
    const from = now.codes.length - old.codes.length - 'TweedeKamer,vergaderjaar2024,nr.113'.length;
    const gap = { oldFrom: 0, oldTo: old.codes.length, newFrom: from, newTo: now.codes.length };
    const covered = alignWords(old, now, gap)?.reduce((sum, { length }) => sum + length, 0);
    expect(covered).toBe(old.codes.length);
  });

  it('takes out a sentence, and does not lay it on the next one of the same pattern', () => {
    const before = '1. De raad beslist.';
    const edited = third.replace('bedoeld', 'edoeld');
    const pieces = align(`${before}\n${second}\n${third}`, `${before}\n2. ${edited}`) ?? [];
    expect(pieces.every(([one]) => !one.includes('255') && !one.includes('vergunning'))).toBe(true);
    expect(pieces.map(([one]) => one).join(' ')).toMatch(/3\. De termijn.*artikel 238.*vergoeding niet/s);
  });

  it('takes out an item of a list whose first words the next one has too', () => {
    const head = '- verklaart het beroep gericht tegen ';
    const left = `${head}de afwijzing van de aanvraag ongegrond.`;
    const one = `De rechtbank:\n${head}het inreisverbod ongegrond;\n${left}`;
    const [old, now] = [toSkeleton(one), toSkeleton(`De rechtbank:\n${left}`)];
    const pieces = retellChanges(old, now, alignTexts(old.codes, now.codes));
    const first = old.codes.length - toSkeleton(left).codes.length;
    expect(pieces.at(-1)).toEqual({ old: first, new: 12, length: old.codes.length - first });
  });

  it.each([
    ['misspelt', 'bevindingen', 'bevindinen'],
    ['parted by a space', 'bevindingen', 'bevin dingen'],
    ['written as one', 'van bevindingen', 'vanbevindingen'],
  ])('finds a word that is %s', (_, word, other) => {
    const sentence = (words: string) => `Het verslag ${words} ligt ter inzage.`;
    const length = (align(sentence(word), sentence(other)) ?? []).reduce((sum, [one]) => sum + one.length, 0);
    expect(length).toBeGreaterThan(sentence(word).replaceAll(' ', '').length - 3);
  });

  it('finds the one word that stands before a page header', () => {
    const header = '\nTweede Kamer, vergaderjaar 2024–2025, 36 704, nr. 11 10\n';
    const rest = 'personal data are collected, the controller shall provide it.';
    const one = `The form shall be intelligible. Where ${rest}`;
    expect(kept(one, `Where${header}${rest}`)).toBe(`Where ${rest}`);
  });

  it('leaves stretches alone that have too many words', () => {
    const text = 'a b c d '.repeat(100);
    expect(align(text, `${text} e`)).toBeUndefined();
  });
});

describe('retellChanges', () => {
  describe('of a row that was removed, and is like the next one', () => {
    const row = (letter: string, article: number, how: string) =>
      `(${letter}) de melding aan de toezichthouder, bedoeld in artikel ${article}, is ${how} gedaan binnen de termijn;`;
    const rows = [
      row('a', 12, 'schriftelijk'),
      row('b', 17, 'elektronisch'),
      row('c', 23, 'mondeling'),
      row('d', 31, 'tijdig'),
      row('e', 38, 'alsnog'),
      row('f', 44, 'later'),
    ];
    const [first, removed, ...others] = rows;
    const head =
      'De volgende voorwaarden gelden voor ieder die een aanvraag indient en daarbij stukken overlegt die in een andere lidstaat zijn afgegeven, gewaarmerkt of vertaald:';
    const tail =
      'Het bevoegd gezag maakt zijn besluit bekend door toezending aan de aanvrager, en doet daarvan mededeling in het blad dat daarvoor door de minister is aangewezen.';

    /** What is kept of what is known behind the first row, of a text that was so much longer. */
    const keptOf = (known: string, text: string, longer: number) => {
      const [old, now] = [toSkeleton(known), toSkeleton(text)];
      const unknown = now.codes.length - old.codes.length + longer;
      const placeOf = (at: number) => (at > old.codes.length - tail.length ? at + unknown : at);
      const aligned = alignTexts(old.codes, now.codes, placeOf);
      return retellChanges(old, now, aligned, true, UNSEEN, placeOf)
        .map((piece) => positionInText(old, piece.old, piece.old + piece.length))
        .map(({ start, end }) => known.slice(start, end))
        .join('')
        .split('termijn;')[1];
    };
    const exact = `${head}\n${first}\n${removed?.slice(0, 60)}`;
    const known = toSparseOriginal([
      { exact, start: 0 },
      { exact: tail, start: 2000 },
    ]).text;
    const between = 'Wie het daarmee niet eens is kan bezwaar maken. '.repeat(12);
    const text = `${head}\n${first}\n${others.join('\n')}\n${between}\n${tail}`;

    it('keeps nothing of it where hardly anything is known, and the stretch did not grow', () => {
      expect(keptOf(known, text, 60)).toBe(tail);
    });

    it('leaves it to letters where the stretch grew: a block was put in', () => {
      expect(keptOf(known, text, -400)).toMatch(/^\n\(/);
    });

    it('leaves it to letters at the end of what is known: nothing tells how the old text went on', () => {
      const short = `Voorwaarden zijn dan:\n${first}\n`;
      const end = removed?.slice(0, 40);
      const { text: sparse } = toSparseOriginal([{ exact: `${short}${end}`, start: 0 }]);
      const now = `${short}${others[0]}\n${others[1]?.slice(0, 50)}`;
      expect(keptOf(sparse, now, 0)).toMatch(/toezichthouder, be$/);
    });
  });

  it('gives equal stretches that rise in both texts, for any text', () => {
    const word = fc.constantFrom(
      'de',
      'raad.\n',
      'besluit',
      '2.',
      'op',
      'a',
      'aanvraag;\n',
      '\ud800',
      'ﬁ',
      '٣',
    );
    const text = fc.array(word, { maxLength: 300 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, text, (head, one, other) => {
        const [old, now] = [toSkeleton(`${head} ${one}`), toSkeleton(`${head} ${other} ${head}`)];
        let end: Piece = { old: 0, new: 0, length: 0 };
        for (const piece of retellChanges(old, now, alignTexts(old.codes, now.codes))) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.old).toBeGreaterThanOrEqual(end.old + end.length);
          expect(piece.new).toBeGreaterThanOrEqual(end.new + end.length);
          expect(now.codes.slice(piece.new, piece.new + piece.length)).toEqual(
            old.codes.slice(piece.old, piece.old + piece.length),
          );
          end = piece;
        }
      }),
    );
  });
});
