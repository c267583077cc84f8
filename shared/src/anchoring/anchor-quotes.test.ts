import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuotes, describePassage, type QuoteSelector } from './index.ts';

const BILL =
  'Artikel 39 vervalt. De vreemdeling wordt niet langer in de gelegenheid gesteld zijn zienswijze op het ' +
  'voornemen te geven. Het horen gaat voor. De minister beslist binnen zes maanden. Het horen gaat voor. ' +
  'In de Staten-Generaal werd dit besproken onder Kamerstukken II 2024/25, 36704, nr. 11.';

function anchorOne(text: string, quote: QuoteSelector) {
  const [anchoring] = anchorQuotes(text, [quote]);
  if (anchoring === undefined || anchoring.state === 'orphan') return { state: 'orphan', words: undefined };
  return { state: anchoring.state, words: text.slice(anchoring.position.start, anchoring.position.end) };
}

describe('anchorQuotes, the same words', () => {
  it('takes in the dashes at either end of a quote', () => {
    const exact = '-------\n\nDeze wet geldt niet.\n-----';
    const text = `Ander begin.\nOverig\n-------\n\nDeze wet geldt\nniet.\n----- Slot.`;
    const [found] = anchorQuotes(text, [{ exact, prefix: 'Overig\n', suffix: ' Slot.' }]);
    const { start, end } =
      found?.state === 'orphan' || found === undefined ? { start: 0, end: 0 } : found.position;
    expect(text.slice(start, end)).toBe('-------\n\nDeze wet geldt\nniet.\n-----');
  });

  it('finds a quote where it was', () => {
    const start = BILL.indexOf('De minister');
    const quote = describePassage(BILL, { start, end: start + 41 });
    expect(anchorQuotes(BILL, [quote])).toEqual([
      { state: 'exact', position: { start, end: start + 41 }, similarity: 1 },
    ]);
  });

  it('finds a quote that has moved', () => {
    const start = BILL.indexOf('De minister');
    const quote = describePassage(BILL, { start, end: start + 41 });
    expect(anchorQuotes(`Nieuw. ${BILL}`, [quote])).toEqual([
      { state: 'moved', position: { start: start + 7, end: start + 48 }, similarity: 1 },
    ]);
  });

  it('lets the context decide between two equal quotes', () => {
    const second = BILL.lastIndexOf('Het horen');
    const { prefix, suffix } = describePassage(BILL, { start: second, end: second + 20 });
    const [anchoring] = anchorQuotes(BILL, [{ exact: 'Het horen gaat voor.', prefix, suffix }]);
    expect(anchoring).toMatchObject({ position: { start: second } });
  });

  it('prefers the place whose context stands over the expected place whose context does not', () => {
    const first = BILL.indexOf('Het horen');
    const second = BILL.lastIndexOf('Het horen');
    const quote = {
      exact: 'Het horen gaat voor.',
      prefix: 'binnen zes maanden. ',
      start: first,
      end: first + 20,
    };
    expect(anchorQuotes(BILL, [quote])[0]).toMatchObject({ state: 'moved', position: { start: second } });
  });

  it('does not guess between two equally good places', () => {
    expect(anchorOne(BILL, { exact: 'Het horen gaat voor.' }).state).toBe('orphan');
  });

  it('keeps an ambiguous quote without context at its expected place', () => {
    const second = BILL.lastIndexOf('Het horen');
    expect(anchorQuotes(BILL, [{ exact: 'Het horen gaat voor.', start: second }])[0]).toMatchObject({
      state: 'exact',
      position: { start: second },
    });
  });

  it.each([
    ['white space', 'de gelegenheid gesteld', 'de ge legenheid\n  gesteld'],
    ['a lost space', 'IND medewerkers horen', 'INDmedewerkers horen'],
    ['an end-of-line hyphen', 'de emissiefactoren zijn', 'de emissiefacto-\nren zijn'],
    ['a soft hyphen', 'zienswijze geven', 'ziens\u00adwijze geven'],
    ['a no-break hyphen', 'Staten-Generaal besprak', 'Staten\u2011Generaal besprak'],
    ['a ligature', 'de officiële afdeling', 'de o\ufb03ciële afdeling'],
    ['a decomposed letter', 'efficiënt beslissen', 'efficie\u0308nt beslissen'],
    ['quotation marks', "het 'voornemen' is", 'het \u2018voornemen\u2019 is'],
    ['two single quotation marks', 'het "voornemen" is', "het ,,voornemen'' is".replace(',,', '\u201e')],
    ['a footnote mark after a word', 'de Staten-Generaal heeft', 'de Staten-Generaal2 heeft'],
    ['a footnote mark after a sentence', 'de aanvraag. De minister', 'de aanvraag.12 De minister'],
    ['a superscript footnote mark', 'de procedure is', 'de procedure³ is'],
    ['a grouped number', 'kamerstuk 36704 zegt', 'kamerstuk 36\u00a0704 zegt'],
    ['capitals', 'vervalt. Het nader gehoor De minister', 'vervalt.\nHET NADER GEHOOR\nDe minister'],
    ['capitals set apart', 'vervalt. Het gehoor De minister', 'vervalt.\nH E T  G E H O O R\nDe minister'],
    ['a range of years', 'vergaderjaar 2024-2025 is', 'vergaderjaar 2024\u2013\n2025 is'],
  ])('disregards %s, in the text and in the quote', (_name, one, other) => {
    expect(anchorOne(`Vooraf, ${other}. Daarna.`, { exact: one })).toEqual({ state: 'exact', words: other });
    expect(anchorOne(`Vooraf, ${one}. Daarna.`, { exact: other })).toEqual({ state: 'exact', words: one });
  });

  it.each([
    ['3.109', '3109'],
    ['10-12', '1012'],
    ['C2', 'C3'],
    ['artikel3', 'artikel4'],
    ['-5', '5'],
    ['5', '51'],
  ])('does not take the number %s for %s', (one, other) => {
    expect(anchorOne(`onder ${other} van`, { exact: one }).state).toBe('orphan');
  });

  it('takes a letter in the other case for an edit where its word is not set in capitals', () => {
    const [anchoring] = anchorQuotes('Daarop beslist de minister binnen zes maanden.', [
      { exact: 'beslist de Minister binnen zes maanden' },
    ]);
    expect(anchoring).toMatchObject({ state: 'changed', position: { start: 7, end: 45 } });
  });

  it('finds unchanged words that stand once among lines that are nearly alike, whatever is quoted around them', () => {
    const numbers = Array.from({ length: 60 }, (_, at) => 20 + at);
    const text = numbers
      .map((number) => `artikel ${number} Vraag van de rechter gesteld door 6202${number}CN`)
      .join(' ');
    const quotes = numbers.map((number, at) => ({
      exact: `artikel ${number} Vraag van de rechter gesteld door`,
      prefix: at === 0 ? '' : 'van de rechter gesteld door   ',
      suffix: `   artikel ${number + 1} Vraag van de`,
      start: 46 * at,
    }));
    const words = anchorQuotes(text, quotes).map(
      (found) => found.state !== 'orphan' && text.slice(found.position.start, found.position.end),
    );
    expect(words).toEqual(quotes.map(({ exact }) => exact));
  });

  it('prefers the place with the case of the quote', () => {
    const text = 'Wie de wet kent, weet dat hij de Wet bedoelt.';
    expect(anchorQuotes(text, [{ exact: 'de Wet' }])[0]).toMatchObject({ position: { start: 30 } });
  });

  it('finds words that moved, also where others much like them stand in their place', () => {
    const words =
      'De minister beslist binnen 26 weken op een aanvraag om een machtiging tot voorlopig verblijf.';
    const others = words.replace('26', '13').replace('een machtiging', 'verlenging van een machtiging');
    const end = 'Een besluit daarover is pas deze zomer te verwachten, aldus de staatssecretaris. ';
    const original = `${BILL} ${words} ${end}`;
    const start = original.indexOf(words);
    const quote = describePassage(original, { start, end: start + words.length });
    const text = `${BILL} ${others} ${end} Voor wie al hier is, blijft alles bij het oude. ${words} Dat was het.`;
    expect(anchorQuotes(text, [quote], { original })[0]).toMatchObject({
      state: 'moved',
      position: { start: text.lastIndexOf(words) },
    });
  });

  it('leaves a footnote mark outside the passage it follows', () => {
    expect(anchorOne('De procedure12 is nieuw.', { exact: 'De procedure' }).words).toBe('De procedure');
  });

  it.each([
    ['', 'a'],
    ['a', ''],
    [' - ', '-'],
    ['\ud800', '\udc00'],
    ['abc', 'abc\ud800'],
    ['a', '\u0301'],
  ])('answers for the text %j and the quote %j', (text, exact) => {
    expect(anchorQuotes(text, [{ exact, prefix: '\udc00', start: -3, end: Number.NaN }])).toHaveLength(1);
  });

  it('finds every passage of any text that it described', { timeout: 60_000 }, () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(texts, fc.nat(200), fc.integer({ min: 1, max: 50 }), (text, at, length) => {
        const start = Math.min(at, text.length);
        const end = Math.min(text.length, start + length);
        const quote = describePassage(text, { start, end });
        expect(quote.exact).toBe(text.slice(start, end));
        const expected = end > start ? { state: 'exact', position: { start, end } } : { state: 'orphan' };
        expect(anchorQuotes(text, [quote])[0]).toMatchObject(expected);
      }),
    );
  });

  it('gives positions within the text, whatever it is given', { timeout: 60_000 }, () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    const quotes = fc.array(
      fc.record({ exact: anything, prefix: anything, suffix: anything, start: fc.integer() }),
    );
    fc.assert(
      fc.property(anything, quotes, (text, many) => {
        const anchorings = anchorQuotes(text, many);
        expect(anchorings).toHaveLength(many.length);
        for (const anchoring of anchorings) {
          if (anchoring.state === 'orphan') continue;
          expect(anchoring.position.start).toBeGreaterThanOrEqual(0);
          expect(anchoring.position.end).toBeGreaterThan(anchoring.position.start);
          expect(anchoring.position.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('describePassage', () => {
  it('refuses a passage outside the text', () => {
    expect(() => describePassage('abc', { start: 2, end: 4 })).toThrow(RangeError);
  });

  it('does not cut a character in its context', () => {
    const text = `${'😀'.repeat(100)}a${'😀'.repeat(100)}`;
    const { prefix = '', suffix = '' } = describePassage(text, { start: 200, end: 201 });
    expect(prefix.isWellFormed()).toBe(true);
    expect(suffix.isWellFormed()).toBe(true);
  });
});
