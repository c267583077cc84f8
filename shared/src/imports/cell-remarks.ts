import { sheetParts, targetsOf, type WorkbookParts } from './workbook-parts.ts';

/** Parts with the remarks that people put on cells; those of a thread have a copy there too. */
const remarkPart = /(?:^|\/)comments?\d*\.xml$/iu;
const remark = /<(?:\w+:)?comment\s/gu;

/**
 * How many cells of each sheet have a remark, by the name of the sheet (ECMA-376, part 1, 18.7.3). They stand beside
 * the table.
 *
 * @throws ImportRefusal
 */
export function countRemarks(parts: WorkbookParts): ReadonlyMap<string, number> {
  const countIn = (path: string) => {
    const bytes = parts.get(path);
    return bytes ? [...new TextDecoder().decode(bytes).matchAll(remark)].length : 0;
  };
  return new Map(
    [...sheetParts(parts)].map(([name, { path }]) => {
      const targets = [...targetsOf(parts, path).values()].filter((target) => remarkPart.test(target));
      // Beside the folder of the sheets, from which it is named, or from the root.
      const paths = targets.map((target) =>
        target.startsWith('/') ? target.slice(1) : `xl/${target.replace('../', '')}`,
      );
      return [name, paths.reduce((sum, one) => sum + countIn(one), 0)];
    }),
  );
}
