import { toPublicationId } from './publication-id.ts';
import type { Reference } from './reference.ts';

const written =
  /(?<![\w-])(?:kst|ah|h|kv|ag|nds|blg|stb|trb|stcrt|gmb|prb|wsb|bgr)-[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,5}(?![\w-])/gi;
const journals =
  /(?<![A-Za-z])(Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?\s*,?\s*(\d{4})\s*,\s*(?:nr\.?\s*)?(\d{1,6})(?!\d)/g;
const kindOf: Readonly<Record<string, string>> = {
  stb: 'stb',
  staatsblad: 'stb',
  stcrt: 'stcrt',
  staatscourant: 'stcrt',
  trb: 'trb',
  tractatenblad: 'trb',
};
/** First year of which journals stand on officielebekendmakingen. */
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

/** Ids of official publications, and the state's journals by year and number, in an evened-out text. */
export function findOfficialPublications(text: string): Reference[] {
  const ids = [...text.matchAll(written)].flatMap((match) => {
    const id = toPublicationId(match[0]);
    return id ? [toReference(id, match.index, match.index + match[0].length)] : [];
  });
  const numbers = [...text.matchAll(journals)].map((match) => {
    const [whole, name = '', year = '', which = ''] = match;
    const id = `${kindOf[name.toLowerCase()]}-${year}-${which}`;
    return toReference(id, match.index, match.index + whole.length, Number(year) >= firstYear);
  });
  return [...ids, ...numbers];
}
