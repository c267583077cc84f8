import { describe, expect, it } from 'vitest';
import { anchorQuotes, describePassage, standInPlace } from './index.ts';

const SENTENCES = [
  'De vreemdeling dient zijn aanvraag in bij het aanmeldcentrum.',
  'Het eerste gehoor gaat over zijn identiteit en zijn reisroute.',
  'De gemachtigde bespreekt het rapport van dat gehoor met zijn cliënt.',
  'De tolk is bij elk gehoor aanwezig en vertaalt alle vragen.',
  'De termijn voor de zienswijze bedraagt zes weken na ontvangst.',
  'Daarna neemt de dienst binnen acht dagen een besluit.',
];
const REST = [
  'De rechtbank stelt een griffierecht vast en verstuurt de oproepingen.',
  'Partijen kunnen tot tien dagen voor de zitting nadere stukken indienen.',
  'De hoogste bestuursrechter behandelt het hoger beroep in drie kamers.',
  'Tegen een uitspraak in verzet staat geen ander rechtsmiddel meer open.',
  'Kosten van rechtsbijstand worden vergoed volgens een vast bedrag per handeling.',
].join(' ');

function toPaper(...sentences: readonly string[]): string {
  return [...sentences, REST].join(' ');
}

const BEFORE = toPaper(...SENTENCES);

/** Whether these sentences stand in their place in a later text, with the original and, where `isKept` is false, without. */
function look(now: string, marked: readonly string[], isKept = true): boolean[] {
  const quotes = marked.map((exact) => {
    const start = BEFORE.indexOf(exact);
    return describePassage(BEFORE, { start, end: start + exact.length });
  });
  const anchorings = anchorQuotes(now, quotes, isKept ? { original: BEFORE } : {});
  return standInPlace(now, quotes, anchorings, isKept ? BEFORE : undefined);
}

describe('a passage stands in its place', () => {
  const [first, second, third, fourth, fifth, sixth] = SENTENCES as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];

  it.each([true, false])('when text was put in far above it (original kept: %s)', (isKept) => {
    const now = `${'Deze toelichting is later toegevoegd. '.repeat(40)}${BEFORE}`;
    expect(look(now, SENTENCES, isKept)).toEqual(SENTENCES.map(() => true));
    expect(look(now, [third], isKept)).toEqual([true]);
  });

  it.each([true, false])('when a sentence beside it came or went (original kept: %s)', (isKept) => {
    expect(look(toPaper(first, second, fourth, fifth, sixth), [fourth], isKept)).toEqual([true]);
    expect(look(BEFORE.replace(fourth, `Dit is nieuw. ${fourth}`), [fourth], isKept)).toEqual([true]);
  });

  it('when both sentences beside it are others, and those beyond them are not', () => {
    const now = toPaper(first, 'De griffier opent.', third, 'Iedereen krijgt het woord.', fifth, sixth);
    expect(look(now, [first, third, fifth], false)).toEqual([true, true, true]);
    expect(look(now, [third])).toEqual([true]);
  });

  it('when it is only set in another way', () => {
    const now = `Vooraf. ${BEFORE.replaceAll(' ', '\n').replaceAll('gehoor', 'ge\u00adhoor')}`;
    expect(look(now, SENTENCES)).toEqual(SENTENCES.map(() => true));
  });

  it('when its text was kept and it is in order with the rest, whatever was put in around it', () => {
    const filler = 'Hier staat een heel andere tekst over de begroting van volgend jaar. '.repeat(9);
    expect(look(`${first} ${second} ${filler}${third} ${filler}${fourth} ${fifth} ${REST}`, [third])).toEqual(
      [true],
    );
  });

  it('not when it went past the others, also when no other was marked and its text was kept', () => {
    const now = toPaper(first, third, fourth, fifth, sixth, second);
    expect(look(now, SENTENCES, false)).toEqual([true, false, true, true, true, true]);
    expect(look(now, [second])).toEqual([false]);
  });

  it('not when it went with the words around it, past most of the document', () => {
    const now = `${toPaper(third, fourth, fifth, sixth)} ${first} ${second}`;
    expect(look(now, [second])).toEqual([false]);
  });

  it('not when all around it is other text and nothing else is known', () => {
    const filler = 'Hier staat een heel andere tekst over de begroting van volgend jaar. '.repeat(5);
    expect(look(`${first} ${filler}${third} ${filler}`, [third], false)).toEqual([false]);
  });

  it('not when it is gone', () => {
    expect(look(BEFORE.replace(third, ''), [third, fourth])).toEqual([false, true]);
  });
});
