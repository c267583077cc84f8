import { matchAt, readPages } from './parliamentary-parts.ts';
import { toPublicationId } from './publication-id.ts';
import { isCounted } from './read-article.ts';
import type { Reference } from './reference.ts';

const written =
  /(?<![\w-])(?:kst|ah|h|kv|ag|nds|blg|stb|trb|stcrt|gmb|prb|wsb|bgr)-[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,5}(?![\w-])/gi;
/** The state's journals and those of other authorities, by year and number: `Stb. 2023, 45`, `Stcrt. 2022 nr. 12345`. */
const journals =
  /(?<![A-Za-z])(Stb|Stcrt|Trb|Gmb|Prb|Wsb|Staatsblad|Staatscourant|Tractatenblad|Gemeenteblad|Provinciaal [Bb]lad|Waterschapsblad)\.?(?:\s+van\s+het\s+Koninkrijk\s+der\s+Nederlanden)?(?:\s*,)?(?:\s+van)?\s*(\d{4})(?:\s*,\s*(?:(?:nrs?|nummers?)\.?\s*)?|\s*(?:nrs?|nummers?)\.?\s*|\s*\/\s*|-(?=\d{1,3}(?!\d))|(?<=Stcrt\.?\s*\d{4})-)(\d{2} \d{3}|\d{1,6})(?![\d/]|-\d)/g;
/** What goes on with the numbers of one year, "2000, 495 en 496", or with another year: "1951, 131 en 1954, 88". */
const anotherNumber =
  /\s*(?:,\s*(?:en\s+)?|en\s+)(?:(?<year>(?:19|20)\d{2}),\s*)?(?<number>\d{1,5})(?!\d|[./-]\d|\s\d{3})/y;
const kindOf: Readonly<Record<string, string>> = {
  staatsblad: 'stb',
  staatscourant: 'stcrt',
  tractatenblad: 'trb',
  gemeenteblad: 'gmb',
  'provinciaal blad': 'prb',
  waterschapsblad: 'wsb',
};
/** First year of which journals stand on officielebekendmakingen; before, each authority had its own. */
const firstYears: Readonly<Record<string, number>> = { gmb: 2014, prb: 2014, wsb: 2014 };
const firstYear = 1995;

function toReference(id: string, start: number, end: number, isOnline = true): Reference {
  return {
    kind: 'publication',
    start,
    end,
    canonical: id,
    ...(isOnline
      ? {
          identifier: { scheme: 'official-publication' as const, value: id },
          link: `https://zoek.officielebekendmakingen.nl/${id}.html`,
        }
      : {}),
  };
}

/** What a journal names behind its first number: they rise within a year, and count nothing. */
function* readMore(text: string, kind: string, first: { year: string; number: string }, from: number) {
  let [{ year, number }, end] = [first, from];
  for (let next = matchAt(anotherNumber, text, end); next; next = matchAt(anotherNumber, text, end)) {
    const written = next.groups.number ?? '';
    const isRising = next.groups.year ? next.groups.year > year : Number(written) > Number(number);
    if (!isRising || isCounted(text, next.end)) return;
    year = next.groups.year ?? year;
    number = written;
    const start =
      next.end - (next.groups.year ? text.slice(end, next.end).replace(/^\D+/u, '') : written).length;
    end = next.end;
    yield toReference(`${kind}-${year}-${number}`, start, end, Number(year) >= firstYear);
  }
}

/** A document of the Tweede Kamer by its number: `2025D04328`. */
const chamberDocument = /(?<![\w-])20\d{2}D\d{5}(?!\w)/g;

/**
 * Ids of official publications, numbers of documents of the Tweede Kamer, and the state's journals by year and number,
 * in a plain text.
 */
export function findOfficialPublications(text: string): Reference[] {
  const ids = [...text.matchAll(written)].flatMap((match) => {
    const id = toPublicationId(match[0]);
    return id ? [toReference(id, match.index, match.index + match[0].length)] : [];
  });
  const documents = [...text.matchAll(chamberDocument)].map(({ index: start, 0: value }) => ({
    kind: 'chamber-document' as const,
    start,
    end: start + value.length,
    canonical: value,
    identifier: { scheme: 'tweede-kamer' as const, value },
    link: `https://www.tweedekamer.nl/downloads/document?id=${value}`,
  }));
  const numbers = [...text.matchAll(journals)].flatMap((match) => {
    const [whole, name = '', year = '', which = ''] = match;
    const kind = kindOf[name.toLowerCase()] ?? name.toLowerCase();
    // A number of one municipality is also that of others.
    if (Number(year) < (firstYears[kind] ?? 0)) return [];
    const number = which.replace(' ', '');
    const pages = readPages(text, match.index + whole.length);
    const end = pages?.end ?? match.index + whole.length;
    const first = toReference(`${kind}-${year}-${number}`, match.index, end, Number(year) >= firstYear);
    if (pages) return [{ ...first, pages: pages.pages }];
    return [first, ...readMore(text, kind, { year, number }, end)];
  });
  return [...ids, ...documents, ...numbers];
}
