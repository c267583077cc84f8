import { readEclis, toEcli, type WrittenEcli } from './ecli.ts';
import type { Reference } from './reference.ts';

/** Written without `ECLI:`, as the Court of Justice does, and Dutch courts without their country. */
const short =
  /(?<![\w:;])(?:(EU):([CTF])|(CE):(ECHR)|(NL):([A-Z]{2,7})|(HR|PHR|RVS|CRVB|CBB|GH[A-Z]{2,4}|RB[A-Z]{2,4})):(\d{4}):([A-Z0-9.]{1,25})(?![A-Z0-9])/gi;
const ljn = /(?<![A-Za-z])(?:LJN|LJ|ELRO)(?:[- ]?(?:nummer|nr\.?))?\s*:?\s*([A-Z]{2})\s?(\d{4})(?!\d)/gi;

/** Where a ruling can be read; undefined for courts of which no address by ECLI is known. */
function linkOf(ecli: string): string | undefined {
  if (ecli.startsWith('ECLI:NL:')) return `https://deeplink.rechtspraak.nl/uitspraak?id=${ecli}`;
  if (ecli.startsWith('ECLI:EU:')) return `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:${ecli}`;
  return undefined;
}

function toReference({ ecli, start, end }: WrittenEcli, isShort: boolean): Reference {
  const link = linkOf(ecli);
  return {
    kind: 'ecli',
    start,
    end,
    canonical: ecli,
    identifier: { scheme: 'ecli', value: ecli },
    ...(link ? { link } : {}),
    ...(isShort ? { isShort: true as const } : {}),
  };
}

function readShort(match: RegExpExecArray): WrittenEcli[] {
  const [, eu, euCourt, ce, ceCourt, nl, nlCourt, dutchCourt, year = '', ordinal = ''] = match;
  const court = euCourt ?? ceCourt ?? nlCourt ?? dutchCourt ?? '';
  return toEcli(match, [eu ?? ce ?? nl ?? 'NL', court, year, ordinal]);
}

/** ECLIs, whole or shortened, and LJN numbers in a plain text. A damaged ECLI is none. */
export function findCaseLaw(text: string): Reference[] {
  return [
    ...readEclis(text).map((written) => toReference(written, false)),
    ...[...text.matchAll(short)].flatMap(readShort).map((written) => toReference(written, true)),
    ...[...text.matchAll(ljn)].map((match) => ({
      kind: 'ljn' as const,
      start: match.index,
      end: match.index + match[0].length,
      canonical: `LJN:${match[1]?.toUpperCase()}${match[2]}`,
    })),
  ];
}
