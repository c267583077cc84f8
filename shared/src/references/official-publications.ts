import { toPublicationId } from './publication-id.ts';
import type { Reference } from './reference.ts';

const written =
  /(?<![\w-])(?:kst|ah|h|kv|ag|nds|blg|stb|trb|stcrt|gmb|prb|wsb|bgr)-[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,5}(?![\w-])/gi;
/** The state's journals and those of other authorities, by year and number: `Stb. 2023, 45`, `Stcrt. 2022 nr. 12345`. */
const journals =
  /(?<![A-Za-z])(Stb|Stcrt|Trb|Gmb|Prb|Wsb|Staatsblad|Staatscourant|Tractatenblad|Gemeenteblad|Provinciaal [Bb]lad|Waterschapsblad)\.?(?:\s+van\s+het\s+Koninkrijk\s+der\s+Nederlanden)?\s*,?\s*(\d{4})(?:\s*,\s*(?:nr\.?\s*)?|\s*nr\.?\s*|\s*\/\s*|-(?=\d{1,3}(?!\d)))(\d{2} \d{3}|\d{1,6})(?![\d/]|-\d)/g;
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

/** Ids of official publications, and the state's journals by year and number, in a plain text. */
export function findOfficialPublications(text: string): Reference[] {
  const ids = [...text.matchAll(written)].flatMap((match) => {
    const id = toPublicationId(match[0]);
    return id ? [toReference(id, match.index, match.index + match[0].length)] : [];
  });
  const numbers = [...text.matchAll(journals)].flatMap((match) => {
    const [whole, name = '', year = '', which = ''] = match;
    const kind = kindOf[name.toLowerCase()] ?? name.toLowerCase();
    // A number of one municipality is also that of others.
    if (Number(year) < (firstYears[kind] ?? 0)) return [];
    const id = `${kind}-${year}-${which.replace(' ', '')}`;
    return [toReference(id, match.index, match.index + whole.length, Number(year) >= firstYear)];
  });
  return [...ids, ...numbers];
}
