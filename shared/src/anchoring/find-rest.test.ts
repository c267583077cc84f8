import { expect, it } from 'vitest';
import { findRest, isRest } from './find-rest.ts';
import { NOTHING_KNOWN } from './known-changes.ts';
import { matchOf } from './match-candidate.ts';
import type { Piece } from './pieces.ts';
import { toQuotePattern } from './quote-pattern.ts';
import { toSearchedText } from './searched-text.ts';
import { toSkeleton } from './skeleton.ts';

const between =
  'Het afschaffen van de opvang bespaart de minister naar schatting 2999 duizend euro per jaar.';
const known = { ...NOTHING_KNOWN, isCopy: () => true };

/** How many rests are found of a place of a copy that has `pieces` of a quote, `left` when stray sentences are left out. */
function countRests(exact: string, copy: string, pieces: readonly Piece[], left = pieces): number {
  const text = toSearchedText(copy);
  const pattern = toQuotePattern({ exact });
  const match = { ...matchOf(text.skeleton, pattern, { pieces }, known), pieces: left };
  const sought = { pattern, expected: undefined, matches: [match], known };
  return findRest(text, sought, match).filter((rest) => isRest(sought, match, rest)).length;
}

function lengthOf(words: string): number {
  return toSkeleton(words).codes.length;
}

it('finds the rest where a word of it, too short for an alignment, stands with the part', () => {
  const part = 'Daarom kan de Raad besluiten dat het besluit niet langer wordt verleend.';
  const rest = 'grond van artikel 51, tweede lid, van het Handvest kan de Ombudsman';
  const copy = `${part} Op\n\n${between}\n\n${rest} besluiten.`;
  expect(countRests(`${part} Op ${rest}`, copy, [{ old: 0, new: 0, length: lengthOf(part) }])).toBe(1);
});

it('finds the rest where a part of its sentence stands with the part, and is left out there', () => {
  const rest = 'opvatting van de gemeente over de opvang niet en acht';
  const tail = 'het bewijs, gelet op de Vreemdelingenwet 2000, noodzakelijk.';
  const part = 'De verblijfsvergunning en de voorziening hangen samen: het College betwist de termijn.';
  const before = `De minister deelt de ${rest}\n\n${between}\n\n`;
  const piece = { old: lengthOf(rest), new: lengthOf(before), length: lengthOf(tail + part) };
  const own = lengthOf(tail);
  const left = { old: piece.old + own, new: piece.new + own, length: piece.length - own };
  const copy = `${before}${tail} ${part}`;
  expect(countRests(`${rest} ${tail} ${part}`, copy, [piece], [left])).toBeGreaterThan(0);
});
