/** Numbers that are written out in Dutch: `vierentwintig`, `tweehonderdvijftig`, `anderhalf`, `drieënhalf`. */

const small =
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  );
const tens = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');

const unit = `één|${small.slice(0, 9).join('|')}`;
/** Longer words first: `achttien` is no `acht`. One list, however it is put together: a page waits for this pattern to be read. */
const part = `honderd|duizend|${tens.join('|')}|één|${small.toReversed().join('|')}`;
const whole = `(?:${part})(?:(?:en|ën)?(?:${part}))*`;

/** Pattern of a number that is written out, for a regular expression with the flags `i` and `u`. */
export const numberInWords = String.raw`(?:(?:een\s+)?hal(?:f|ve)(?=jaar|\s)|anderhal(?:f|ve)|(?:${unit})(?:en|ën)hal(?:f|ve)|(?:${whole}))(?:(?=jaar)|(?!(?-i:\p{L})))`;

function readBelowHundred(text: string): number {
  const place = small.indexOf(text === 'één' ? 'een' : text);
  if (place >= 0) return place + 1;
  const ten = tens.findIndex((one) => text.endsWith(one));
  if (ten < 0) return Number.NaN;
  const units = text.slice(0, text.length - (tens[ten]?.length ?? 0)).replace(/[eë]n$/u, '');
  return (ten + 2) * 10 + (units === '' ? 0 : readBelowHundred(units));
}

/** Reads `vijfhonderdtwintig` by its parts before and behind the word for a power of ten. */
function readAround(text: string, power: string, factor: number, read: (part: string) => number): number {
  const [before = '', behind] = text.split(new RegExp(`${power}(?:en)?(?=.|$)`, 'u'));
  if (behind === undefined) return read(text);
  return (before === '' ? 1 : read(before)) * factor + (behind === '' ? 0 : read(behind));
}

/** The value of a number that `numberInWords` matched, `NaN` where that is none (`tweedrie`); undefined for anything else. */
export function readNumberInWords(written: string): number | undefined {
  const text = written.toLowerCase().replace(/\s+/gu, ' ');
  if (!/^[a-zëé ]+$/u.test(text)) return undefined;
  if (text.startsWith('anderhal')) return 1.5;
  if (/^(?:een )?hal(?:f|ve)$/u.test(text)) return 0.5;
  const half = /^(.+)[eë]nhal(?:f|ve)$/u.exec(text)?.[1];
  if (half) return readBelowHundred(half) + 0.5;
  return readAround(text, 'duizend', 1_000, (part) => readAround(part, 'honderd', 100, readBelowHundred));
}
