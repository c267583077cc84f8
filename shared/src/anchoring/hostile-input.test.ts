import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuotes, describePassage, type QuoteSelector, standInPlace } from './index.ts';
import { findExpectedStart } from './quote-pattern.ts';

describe('anchorQuotes, hostile input', () => {
  const long = 'a'.repeat(50_000);
  const sentence = 'De minister beslist binnen zes maanden op de aanvraag. ';

  it.each([
    ['one letter repeated', 'a'.repeat(200_000), [long, `${'a'.repeat(500)}b`, 'a']],
    ['two letters repeated', 'ab'.repeat(100_000), [`${'ab'.repeat(20_000)}c`, 'ba'.repeat(99)]],
    ['one sentence repeated', sentence.repeat(10_000), [sentence, sentence.replace('zes', 'acht')]],
    [
      'half one letter, half another',
      'a'.repeat(100_000) + 'b'.repeat(100_000),
      ['a'.repeat(40_000) + 'b'.repeat(40_000), `${'a'.repeat(300)}cb`, 'ab'],
    ],
    ['three words in turn', 'van de raad '.repeat(20_000), ['de raad van de raad', 'raad de '.repeat(300)]],
    ['lone surrogates', '\ud800'.repeat(60_000), [`${'\ud800'.repeat(300)}\udc00`, '\udfff']],
    ['combining marks', `e${'\u0301'.repeat(100_000)}`, ['é', '\u0301']],
    ['emoji', '👩‍👩‍👧'.repeat(10_000), ['👩‍👧', '👩‍👩‍👧x']],
    ['right to left', 'السلام عليكم ورحمة الله '.repeat(3000), ['السلام عليكم ورحمه الله']],
    ['three letters repeated', 'aba'.repeat(300_000), ['aba'.repeat(400), `${'aba'.repeat(200)}c`]],
    [
      'one word repeated',
      'vreemdeling '.repeat(60_000),
      ['vreemdeling '.repeat(200), 'vreemdelingen vreemdeling'],
    ],
    ['one character that becomes eighteen', '\ufdfa'.repeat(40_000), ['\ufdfa', `${'\ufdfa'.repeat(40)}x`]],
    ['NUL', `${'\0'.repeat(60_000)}a\0b`, ['\0', 'a\0b', 'ab']],
    ['ends of sentences only', '. '.repeat(60_000), ['. . .', '.'.repeat(300)]],
    ['sentences of one letter', 'A. B! C? '.repeat(20_000), ['A. B! C? A. B! D? '.repeat(30)]],
    ['one line repeated', 'Tweede Kamer, nr. 11\n'.repeat(20_000), ['Tweede Kamer, nr. 12\nEerste Kamer']],
    ['white space', ' \n\t\u00a0'.repeat(20_000), [' ', '\n\n', 'a']],
    ['nothing', '', ['a', '', ' ']],
  ])('answers for %s', { timeout: 60_000 }, (_, text, words) => {
    const quotes = words.flatMap((exact) => [
      { exact },
      { exact, prefix: text.slice(0, 50), suffix: text.slice(50, 90), start: 50, end: 50 + exact.length },
    ]);
    for (const options of [{}, { original: `${text}x` }]) {
      const anchorings = anchorQuotes(`x${text}`, quotes, options);
      expect(anchorings).toHaveLength(quotes.length);
      for (const anchoring of anchorings) {
        if (anchoring.state === 'orphan') continue;
        expect(anchoring.position.start).toBeGreaterThanOrEqual(0);
        expect(anchoring.position.end).toBeGreaterThan(anchoring.position.start);
        expect(anchoring.position.end).toBeLessThanOrEqual(text.length + 1);
      }
    }
  });

  it('finds a long quote that consists of 20,000 sentences', () => {
    const original = Array.from({ length: 30_000 }, (_, at) => `Zin ${at}.`).join(' ');
    const start = original.indexOf('Zin 5000.');
    const quote = describePassage(original, { start, end: original.indexOf('Zin 25000.') });
    const text = `Vooraf. ${original.replaceAll('77.', '78.')}`;
    const [anchoring] = anchorQuotes(text, [quote]);
    expect(anchoring).toMatchObject({ state: 'changed' });
  });

  it('finds a quote of 100 KB that was edited', () => {
    const original = Array.from(
      { length: 4000 },
      (_, at) => `Zin ${at} gaat over zaak ${at * 7} van ${at % 13}. `,
    ).join('');
    const start = 30_000;
    const quote = describePassage(original, { start, end: 130_000 });
    const text = `Vooraf. ${original.replaceAll('gaat over zaak 7', 'betreft dossier 7')}`;
    for (const selector of [quote, { exact: quote.exact }]) {
      const [anchoring] = anchorQuotes(text, [selector]);
      expect(anchoring).toMatchObject({ state: 'changed' });
    }
  });

  it('answers for values that are no quotes', () => {
    const values = [
      { exact: 1 },
      { exact: 'een', prefix: 2, suffix: null, start: 'x' },
      {},
      null,
      undefined,
      'een',
    ] as unknown as QuoteSelector[];
    const orphan = { state: 'orphan' };
    const found = { state: 'exact', position: { start: 0, end: 3 }, similarity: 1 };
    for (const options of [{}, { original: 'een' }])
      expect(anchorQuotes('een twee', values, options)).toEqual([
        orphan,
        found,
        orphan,
        orphan,
        orphan,
        orphan,
      ]);
  });

  it.each([
    ['is empty', ''],
    ['does not have the quote', 'Iets heel anders, zonder de gezochte woorden.'],
    ['is the text', sentence.repeat(3)],
    ['has the quote twice', `${sentence.repeat(2)}Slot.`],
  ])('answers when the original %s', (_, original) => {
    const text = sentence.repeat(3);
    const quotes = [
      { exact: sentence.trim(), start: sentence.length },
      { exact: 'zes maanden', prefix: 'binnen ', start: 3_000_000 },
      { exact: 'zes maanden', start: -1, end: Number.NaN },
      { exact: 'zes maanden', start: Number.POSITIVE_INFINITY, end: 0.5 },
    ];
    const anchorings = anchorQuotes(text, quotes, { original });
    expect(anchorings).toHaveLength(quotes.length);
    expect(anchorings[0]).toMatchObject({ state: 'exact', position: { start: sentence.length } });
  });

  it('answers alike for thousands of equal quotes', () => {
    const original = Array.from({ length: 2000 }, (_, at) => `Zin ${at} gaat over zaak ${at * 7}. `).join('');
    const start = original.indexOf('Zin 900 ');
    const quote = describePassage(original, { start, end: start + 60 });
    const anchorings = anchorQuotes(`Vooraf. ${original}`, new Array<QuoteSelector>(10_000).fill(quote));
    expect(new Set(anchorings.map((anchoring) => JSON.stringify(anchoring))).size).toBe(1);
    expect(anchorings[0]).toMatchObject({ state: 'moved', position: { start: start + 8 } });
  });

  it('finds no other words where a quote stood beyond the end of any text', () => {
    const quote = { exact: 'De ', prefix: 'Beslist', start: 72_057_594_037_927_950 };
    expect(anchorQuotes('Beslist', [quote])).toEqual([{ state: 'orphan' }]);
  });

  it('finds thousands of quotes by their original that start elsewhere in it than they say', {
    timeout: 60_000,
  }, () => {
    const original = Array.from({ length: 6000 }, (_, at) => `Zin ${at} gaat over zaak ${at * 7}. `).join('');
    const text = `Vooraf. ${original.replaceAll('77', '78')}`;
    const starts = Array.from({ length: 3000 }, (_, at) => original.indexOf(`Zin ${at * 2} gaat`));
    const quotes = starts.map((start) => ({
      ...describePassage(original, { start, end: start + 40 }),
      start: original.length - start,
    }));
    const found = anchorQuotes(text, quotes, { original });
    expect(found.map((anchoring) => anchoring.state === 'orphan' || anchoring.position.start)).toEqual(
      starts.map((start) => start + 'Vooraf. '.length),
    );
  });

  it('gives positions within the text, and states that fit them, whatever it is given', {
    timeout: 60_000,
  }, () => {
    const words = fc.constantFrom(
      'De ',
      'raad. ',
      'Beslist',
      ' niet',
      '. ',
      '\n',
      'nr. 11 ',
      '\u0301',
      '\ud800',
      '12',
      '-',
      'ﬁets',
      'حقوق ',
      '👩🏽‍⚖️',
      '„',
    );
    const anything = fc.array(words, { maxLength: 120 }).map((parts) => parts.join(''));
    const quotes = fc.array(
      fc.record({
        exact: anything,
        prefix: anything,
        suffix: anything,
        start: fc.oneof(fc.integer({ min: -9, max: 400 }), fc.double()),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(anything, anything, quotes, fc.boolean(), (text, original, many, hasOriginal) => {
        const anchorings = anchorQuotes(text, many, hasOriginal ? { original } : {});
        expect(anchorings).toHaveLength(many.length);
        anchorings.forEach((anchoring, at) => {
          if (anchoring.state === 'orphan') return;
          expect(anchoring.position.start).toBeGreaterThanOrEqual(0);
          expect(anchoring.position.end).toBeGreaterThan(anchoring.position.start);
          expect(anchoring.position.end).toBeLessThanOrEqual(text.length);
          expect(anchoring.similarity).toBeGreaterThan(0);
          expect(anchoring.similarity).toBeLessThanOrEqual(1);
          expect(anchoring.state === 'changed').toBe(anchoring.similarity < 1);
          if (anchoring.state === 'changed') return;
          const quote = many[at] as (typeof many)[number];
          const { start, end } = anchoring.position;
          expect(lettersOf(text.slice(start, end))).toBe(lettersOf(quote.exact));
          const expected = findExpectedStart(quote);
          const isInPlace = expected === undefined || expected === start;
          expect(anchoring.state).toBe(isInPlace ? 'exact' : 'moved');
        });
        expect(standInPlace(text, many, anchorings, hasOriginal ? original : undefined)).toHaveLength(
          many.length,
        );
      }),
    );
  });
});

/** The letters alone: what belongs to a mark or a number depends on the words around it. */
function lettersOf(words: string): string {
  return words.normalize('NFKD').replace(/[^\p{L}]/gu, '');
}
