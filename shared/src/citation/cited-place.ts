import type { Annotation, PassageRange, Section } from '../annotation/index.ts';
import { citationMessages } from '../messages/citation.ts';
import type { Language } from '../messages/index.ts';

/** Where in the document the passage stands. Empty for a document as a whole. */
export interface CitedPlace {
  /** Pages of the PDF, from 1, each once, in order. */
  readonly pages?: readonly number[] | undefined;
  /** Parts in which the pieces stand, in the order of the text. */
  readonly sections?: readonly Section[] | undefined;
  /** Day of the version of a law that was read, `2022-10-01`. */
  readonly version?: string | undefined;
}

/** The version of a law in an address of wetten.overheid.nl: in the path, or as `z` of a JCI. */
function versionOfLaw(source: string): string | undefined {
  const version =
    /^https?:\/\/wetten\.overheid\.nl\/(?:BWB[RV]\d{7}\/(\d{4}-\d{2}-\d{2})|jci[\d.]+:.*[&:]z=(\d{4}-\d{2}-\d{2}))/iu.exec(
      source,
    );
  return version?.[1] ?? version?.[2];
}

function unique<T>(values: readonly (T | undefined)[]): T[] {
  const byKey = new Map(
    values.flatMap((value) => (value === undefined ? [] : [[JSON.stringify(value), value] as const])),
  );
  return [...byKey.values()];
}

/** Where a passage stands, by what its pieces and its copy say. */
export function citedPlace({
  source,
  ranges,
}: {
  readonly source: Annotation['source'];
  readonly ranges: readonly Pick<PassageRange, 'page' | 'section'>[];
}): CitedPlace {
  return {
    pages: unique(ranges.map(({ page }) => page)).toSorted((a, b) => a - b),
    sections: unique(ranges.map(({ section }) => section)),
    version: versionOfLaw(source),
  };
}

/** Numbers in words: `3`, `3-4` for as many neighbours as make a run, `3 en 7`, `3, 5 en 9`. */
export function joinNumbers(numbers: readonly string[], language: Language, leastRun = 2): string {
  const [first = '', ...rest] = numbers;
  if (rest.length === 0) return first;
  const isRun = numbers.every(
    (number, index) =>
      /^\d+$/u.test(number) && (index === 0 || Number(number) === Number(numbers[index - 1]) + 1),
  );
  if (isRun && numbers.length >= leastRun) return `${first}-${numbers.at(-1)}`;
  return `${numbers.slice(0, -1).join(', ')} ${citationMessages[language].and} ${numbers.at(-1)}`;
}

/** `p. 3-4`; undefined where no page is known. */
export function pagesInWords({ pages = [] }: CitedPlace, language: Language): string | undefined {
  if (pages.length === 0) return undefined;
  return citationMessages[language].page(joinNumbers(pages.map(String), language));
}
