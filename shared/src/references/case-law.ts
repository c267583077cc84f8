import type { Reference } from './reference.ts';

/**
 * ECLI (Council conclusions 2011/C 127/01): country, court (1–7 characters, begins with a letter), year,
 * ordinal of at most 25 letters, digits and full stops. Spaces around the first colon are seen in practice, and
 * ids of files that end in `:DOC` or `:INH`; with anything else after another colon it is damaged.
 */
const whole =
  /(?<![A-Za-z0-9:])ECLI {0,2}: {0,2}([A-Z]{2}):([A-Z][A-Z0-9]{0,6}):(\d{4}):([A-Z0-9.]{1,25})(?![A-Z0-9])(?!:(?!DOC|INH)[A-Z0-9])/gi;
/** Written without `ECLI:`, as the Court of Justice does, and Dutch courts without their country. */
const short =
  /(?<![\w:;])(?:(EU):([CTF])|(CE):(ECHR)|(NL):([A-Z]{2,7})|(HR|PHR|RVS|CRVB|CBB|GH[A-Z]{2,4}|RB[A-Z]{2,4})):(\d{4}):([A-Z0-9.]{1,25})(?![A-Z0-9])/gi;
const ljn = /(?<![A-Za-z])(?:LJN|LJ|ELRO)(?:[- ]?(?:nummer|nr\.?))?\s*:?\s*([A-Z]{2})\s?(\d{4})(?!\d)/gi;

/** What the ordinal must look like where that is known; what follows it after a full stop is no part of it. */
const ordinals: Readonly<Record<string, RegExp>> = {
  NL: /^(?:[1-9]\d*|[A-Z]{2}\d{4})(?=$|\.[A-Z])/iu,
  EU: /^\d+(?=$|\.[A-Z])/iu,
};

/** The ordinal of an ECLI as far as it goes, without what ends the sentence; undefined for none that its courts give. */
function readOrdinal(country: string, written: string): string | undefined {
  const ordinal = written.replace(/\.+$/u, '');
  const shape = ordinals[country.toUpperCase()];
  return (shape ? shape.exec(ordinal)?.[0] : ordinal) || undefined;
}

/** Where a ruling can be read; undefined for courts of which no address by ECLI is known. */
function linkOf(ecli: string): string | undefined {
  if (ecli.startsWith('ECLI:NL:')) return `https://deeplink.rechtspraak.nl/uitspraak?id=${ecli}`;
  if (ecli.startsWith('ECLI:EU:')) return `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:${ecli}`;
  return undefined;
}

/** A reference by the parts of an ECLI, if they make one. */
function toReference(match: RegExpExecArray, parts: readonly string[], isShort: boolean): Reference[] {
  const [country = '', court = '', year = '', written = ''] = parts;
  const ordinal = readOrdinal(country, written);
  if (ordinal === undefined) return [];
  const ecli = `ECLI:${country}:${court}:${year}:${ordinal}`.toUpperCase();
  const link = linkOf(ecli);
  return [
    {
      kind: 'ecli',
      start: match.index,
      end: match.index + match[0].length - (written.length - ordinal.length),
      canonical: ecli,
      identifier: { scheme: 'ecli', value: ecli },
      ...(link ? { link } : {}),
      ...(isShort ? { isShort: true as const } : {}),
    },
  ];
}

/** ECLIs, whole or shortened, and LJN numbers in a plain text. A damaged ECLI is none. */
export function findCaseLaw(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(whole)) found.push(...toReference(match, match.slice(1), false));
  for (const match of text.matchAll(short)) {
    const [, eu, euCourt, ce, ceCourt, nl, nlCourt, dutchCourt, year = '', ordinal = ''] = match;
    const court = euCourt ?? ceCourt ?? nlCourt ?? dutchCourt ?? '';
    found.push(...toReference(match, [eu ?? ce ?? nl ?? 'NL', court, year, ordinal], true));
  }
  for (const match of text.matchAll(ljn)) {
    const canonical = `LJN:${match[1]?.toUpperCase()}${match[2]}`;
    found.push({ kind: 'ljn', start: match.index, end: match.index + match[0].length, canonical });
  }
  return found;
}

/** The first whole ECLI in a text, in canonical upper case. */
export function findEcli(text: string): string | undefined {
  return findCaseLaw(text).find(({ kind, isShort }) => kind === 'ecli' && !isShort)?.canonical;
}
