import { expect, it } from 'vitest';
import { knownFrom, toCarriedText } from './carry-passage.ts';
import { anchorQuotes, describePassage } from './index.ts';
import { toSkeleton } from './skeleton.ts';

const bodies = ['gemeente', 'rechtbank', 'minister', 'Inspectie', 'lidstaat', 'advocaat', 'Kamer'];
const acts = [
  'beperkt het nader gehoor',
  'herziet de bewaring',
  'verlengt de termijn',
  'vervangt de opvang',
  'toetst het besluit',
];
const means = ['een verslag', 'een tolk', 'een hoorplicht', 'een dwangsom', 'een advies', 'een beroep'];

/** Cells of a table, each of other words. */
const cells = Array.from({ length: 60 }, (_, at) => {
  const pick = (list: readonly string[], step: number) => list[(at * step + (at >> 2)) % list.length];
  return (
    `In zaak ${1000 + 37 * at} ${pick(acts, 3)} door de ${pick(bodies, 1)} met ${pick(means, 5)} van dag ${at + 3}. ` +
    `Daarna ${pick(acts, 1)} voor de ${pick(bodies, 4)} omdat ${pick(means, 1)} nummer ${701 * at + 11} ontbreekt.`
  );
});
const original = cells.join('\n');
/** The same, written a page at a time: first the cells on the left, then those on the right. */
const copy = Array.from({ length: 6 }, (_, page) => cells.slice(10 * page, 10 * page + 10))
  .flatMap((rows) => [...rows.filter((_, at) => at % 2 === 0), ...rows.filter((_, at) => at % 2 === 1)])
  .join('\n');

function quote(from: number, to: number) {
  return describePassage(original, { start: from, end: to });
}

it.each([{}, { original }])('draws what goes from one cell to the next at neither of both, %j', (options) => {
  const starts = cells.map((cell) => original.indexOf(cell));
  const within = cells.map((cell, at) =>
    quote((starts[at] as number) + 3, (starts[at] as number) + cell.length - 2),
  );
  // From the right cell of a row to the left cell of the next one.
  const across = [12, 24, 33].map((at) => quote((starts[at] as number) - 70, (starts[at] as number) + 90));
  const found = anchorQuotes(copy, [...within, ...across], options);
  expect(found.slice(0, within.length).every((one) => one.state !== 'orphan' && one.similarity === 1)).toBe(
    true,
  );
  expect(found.slice(within.length)).toEqual(across.map(() => ({ state: 'orphan' })));
});

it('knows a copy whose columns stand one after the other, however its cells part what the alignment lacks', () => {
  const columns = [0, 1, 2].flatMap((column) => cells.filter((_, at) => at % 3 === column)).join('\n');
  const carried = toCarriedText(toSkeleton(original), toSkeleton(columns));
  expect(knownFrom(carried, { start: 0, end: 0 }).isCopy()).toBe(true);
  const half = cells.filter((_, at) => at % 2 === 0).join('\n');
  const removed = toCarriedText(toSkeleton(original), toSkeleton(half));
  expect(knownFrom(removed, { start: 0, end: 0 }).isCopy()).toBe(false);
});
