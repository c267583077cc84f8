import { expect, it } from 'vitest';
import { joinPages } from './join-pages.ts';
import { toRuns } from './text-runs.ts';

/** Lines of a page that was turned a quarter to the left, as pdf.js gives them. */
function turnedPage(...lines: readonly (readonly [str: string, across: number])[]) {
  return toRuns(
    lines.map(([str, across]) => ({
      str,
      hasEOL: true,
      height: 10,
      transform: [0, 10, -10, 0, 842 - across, 50],
    })),
  );
}

it('knows the running header of pages that are turned', () => {
  const pages = ['Een', 'Twee', 'Drie'].map((word) =>
    turnedPage(['Kamerstuk 36 704', 800], [`${word} gaat over de`, 700], [`termijn van ${word}.`, 685]),
  );
  expect(joinPages(pages).flat.text.split('\n')).toEqual(
    ['Een', 'Twee', 'Drie'].flatMap((word) => [`${word} gaat over de`, `termijn van ${word}.`]),
  );
});
