import type { Reference } from './reference.ts';

/**
 * A document of the European Commission, or of it and the High Representative: `COM(2016) 467 final`, `SWD(2020) 207`,
 * `COM 2016 (467)`, `COM/2016/0467`, `COM(97) 510 def.`
 */
const written =
  /(?<![\p{L}\d])(?<series>COM|SWD|SEC|JOIN)(?:\s?\((?<year>(?:19|20)?\d{2})\)\s?(?<number>\d{1,4})|\s(?<bareYear>(?:19|20)\d{2})\s?\((?<enclosed>\d{1,4})\)|[/:](?<strokeYear>(?:19|20)\d{2})[/:](?<behind>\d{1,4}))(?:[\s/:]?(?:final|definitief|def\.?|FINAL|FIN)(?![\p{L}\d]))?(?!\d)/gu;

/** Sectors of CELEX by the series whose numbers they repeat. */
const seriesOfCelex: Readonly<Record<string, string>> = { PC: 'COM', DC: 'COM', JC: 'JOIN' };
const preparatory = /^5((?:19|20)\d{2})(PC|DC|JC)(\d{4})(?:\(\d{2}\))?$/u;

/** How lawyers write one: `COM(2016) 467`. */
function nameOf(series: string, year: string, number: string): string {
  return `${series}(${year}) ${Number(number)}`;
}

/** The name of a Commission document by its CELEX number, `52016PC0467`; undefined for every other number. */
export function nameOfCommissionDocument(celex: string): string | undefined {
  const [, year = '', type = '', number = ''] = preparatory.exec(celex.toUpperCase()) ?? [];
  const series = seriesOfCelex[type];
  return series && nameOf(series, year, number);
}

/** Documents of the European Commission by their numbers, in a plain text. */
export function findCommissionDocuments(text: string): Reference[] {
  return [...text.matchAll(written)].map(({ index: start, 0: whole, groups = {} }) => {
    const { series = '' } = groups;
    const year = groups.year ?? groups.bareYear ?? groups.strokeYear ?? '';
    const number = groups.number ?? groups.enclosed ?? groups.behind ?? '';
    const inFull = year.length === 2 ? `19${year}` : year;
    return {
      kind: 'commission-document',
      start,
      end: start + whole.length,
      canonical: nameOf(series, inFull, number),
      link: `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=${series}:${inFull}:${Number(number)}:FIN`,
    };
  });
}
