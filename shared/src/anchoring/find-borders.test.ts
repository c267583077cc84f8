import { describe, expect, it } from 'vitest';
import { anchorQuotes, describePassage } from './index.ts';

const FIRST = 'De Raad wijst erop dat de toetsing zich naar de rechter verplaatst.';
const SECOND = 'Uit cijfers over 2023 blijkt dat het voornemen in veel zaken werd bijgesteld.';
const THIRD = 'Advocaten vrezen dat gebreken in het besluit pas in beroep aan het licht komen.';
const FOURTH = 'De Inspectie acht het risico reëel dat kinderen onvoldoende worden gehoord.';
const BILL = `Inleiding. ${FIRST} ${SECOND} ${THIRD} ${FOURTH} Daarmee eindigt de toelichting op dit punt.`;

/** What the engine finds of `words` of the bill in `text`, with and without the original. */
function find(words: string, text: string): (string | undefined)[] {
  const start = BILL.indexOf(words);
  const quote = describePassage(BILL, { start, end: start + words.length });
  const others = [FIRST, SECOND, THIRD, FOURTH].map((sentence) => {
    const at = BILL.indexOf(sentence);
    return describePassage(BILL, { start: at, end: at + sentence.length });
  });
  const [alone] = anchorQuotes(text, [quote], { original: BILL });
  const [together] = anchorQuotes(text, [quote, ...others]);
  return [alone, together].map((found) =>
    found === undefined || found.state === 'orphan'
      ? undefined
      : text.slice(found.position.start, found.position.end),
  );
}

describe('the borders of a passage', () => {
  it.each([
    ['the last sentence', `${FIRST} ${SECOND.slice(0, 33)}`, `${SECOND} `, FIRST],
    ['the first sentence', `${SECOND.slice(-30)} ${THIRD}`, `${SECOND} `, THIRD],
    ['a sentence within', `${FIRST} ${SECOND} ${THIRD}`, `${SECOND} `, `${FIRST} ${THIRD}`],
  ])('end where %s was removed', (_, words, removed, left) => {
    expect(find(words, BILL.replace(removed, ''))).toEqual([left, left]);
  });

  it('hold a replaced word at the end of the passage, and not the one after it', () => {
    const words = FIRST.slice(0, FIRST.indexOf(' verplaatst'));
    const text = BILL.replace('de rechter verplaatst', 'de magistraat verplaatst');
    const found = words.replace('rechter', 'magistraat');
    expect(find(words, text)).toEqual([found, found]);
  });

  it('do not fall in page furniture that stands beside the passage', () => {
    const pages = Array.from({ length: 3 }, (_, page) => {
      const lines = Array.from(
        { length: 40 },
        (_, line) => `Regel ${line} van blad ${'abc'[page]}${line * 7} is eigen.`,
      );
      return `${lines.map((line, at) => `${line} ${'xyzuvw'[at % 6]}${page}${at}`).join('\n')}\nTweede Kamer, vergaderjaar 2024–2025, nr. 11 ${page}\n`;
    });
    const words = SECOND.slice(0, SECOND.indexOf(' werd'));
    const broken = BILL.replace(
      'veel zaken werd bijgesteld',
      'allerlei dossiers\nTweede Kamer, vergaderjaar 2024–2025, nr. 11 4\nwerd bijgesteld',
    );
    const [alone] = find(words, `${pages.join('')}${broken}`);
    expect(alone).toBe(`${SECOND.slice(0, SECOND.indexOf('veel'))}allerlei dossiers`);
  });
});

describe('a sentence that only resembles one of the passage', () => {
  it('is not drawn with the other sentences', () => {
    const twin = 'Uit cijfers over 2019 bleek dat de procedure nog werd gevolgd.';
    const text = BILL.replace(SECOND, twin);
    const words = `${FIRST} ${SECOND}`;
    const [, together] = find(words, text);
    expect(together).toBe(FIRST);
  });
});
