import type { DocumentIdentifier } from '../dossier/index.ts';

/**
 * An ECLI (Council conclusions 2011/C 127/01) in an address or a metadata field:
 * country, court, year, ordinal; the ordinal does not end in a full stop.
 */
const ecliPattern = /\bECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:\d{4}:[A-Z0-9.]{0,24}[A-Z0-9]/iu;

/** The first ECLI in a text, in canonical upper case. */
export function findEcli(text: string): string | undefined {
  return ecliPattern.exec(text)?.[0].toUpperCase();
}

/** Kinds of official publications whose ids start with them (sources.md, "Identifiers"). */
const publicationPattern =
  /^(?:kst|ah|h|kv|blg|stb|stcrt|trb|gmb|prb|wsb|bgr|ag|ek|tk|nds)-[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** The canonical id of an official publication, if the text is one: `kst-36704-11`. */
export function toPublicationId(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  return publicationPattern.test(id) && /\d/u.test(id) ? id : undefined;
}

/** Removes the ending of a file format: `kst-36704-11.html` names the publication `kst-36704-11`. */
function withoutFormat(name: string): string {
  return name.replace(/\.(?:html?|pdf|xml|odt)$/iu, '');
}

function publicationOf(url: URL): DocumentIdentifier[] {
  const names = url.pathname.split('/').filter((part) => part !== '');
  const frbr = names[0] === 'frbr';
  const candidates = frbr ? names.slice(1) : names.slice(0, 1);
  const id = candidates
    .map((name) => toPublicationId(withoutFormat(name)))
    .find((found) => found !== undefined);
  return id ? [{ scheme: 'official-publication', value: id }] : [];
}

function ecliOf(url: URL): DocumentIdentifier[] {
  let address = url.href;
  try {
    address = decodeURIComponent(address);
  } catch {
    // A stray percent sign: the address as it stands may still hold an ECLI.
  }
  const value = findEcli(address.replace(/ECLI_([A-Z]{2})_([A-Z0-9]+)_(\d{4})_/iu, 'ECLI:$1:$2:$3:'));
  return value ? [{ scheme: 'ecli', value }] : [];
}

function lawOf(url: URL): DocumentIdentifier[] {
  const value = /\bBWB[RV]\d{7}\b/iu.exec(url.pathname)?.[0].toUpperCase();
  return value ? [{ scheme: 'bwb', value }] : [];
}

function celexOf(url: URL): DocumentIdentifier[] {
  const value = /^CELEX:([0-9A-Z()]+)$/iu.exec(url.searchParams.get('uri') ?? '')?.[1]?.toUpperCase();
  return value ? [{ scheme: 'celex', value }] : [];
}

/** Sites whose addresses name the document, and how to read them. Nothing else is guessed. */
const readersOfSites: Readonly<Record<string, (url: URL) => DocumentIdentifier[]>> = {
  'zoek.officielebekendmakingen.nl': publicationOf,
  'repository.overheid.nl': publicationOf,
  'uitspraken.rechtspraak.nl': ecliOf,
  'deeplink.rechtspraak.nl': ecliOf,
  'data.rechtspraak.nl': ecliOf,
  'wetten.overheid.nl': lawOf,
  'eur-lex.europa.eu': celexOf,
};

/** The identifiers that an address names; none where the site is not known to name documents so. */
export function identifiersOfAddress(address: string): DocumentIdentifier[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  return readersOfSites[url.hostname.replace(/^www\./u, '')]?.(url) ?? [];
}
