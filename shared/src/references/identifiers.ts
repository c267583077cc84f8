import type { DocumentIdentifier } from '../dossier/index.ts';
import { findEcli } from './case-law.ts';
import { celexOfEli } from './legislation.ts';
import { toPublicationId } from './publication-id.ts';

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

/** An address without escapes: links that pass through other sites are escaped more than once. */
function unescapeAll(address: string): string {
  try {
    const plain = decodeURIComponent(address);
    return plain === address ? plain : unescapeAll(plain);
  } catch {
    // A stray percent sign: the address as it stands may still hold what is sought.
    return address;
  }
}

function ecliOf(url: URL): DocumentIdentifier[] {
  const plain = withoutFormat(unescapeAll(url.href));
  const value = findEcli(plain.replace(/ECLI_([A-Z]{2})_([A-Z0-9]+)_(\d{4})_/iu, 'ECLI:$1:$2:$3:'));
  return value ? [{ scheme: 'ecli', value }] : [];
}

function lawOf(url: URL): DocumentIdentifier[] {
  const value = /\bBWB[RV]\d{7}\b/iu.exec(url.pathname)?.[0].toUpperCase();
  return value ? [{ scheme: 'bwb', value }] : [];
}

function celexOf(url: URL): DocumentIdentifier[] {
  const value =
    /^CELEX:([0-9A-Z()/]+)$/iu.exec(url.searchParams.get('uri') ?? '')?.[1]?.toUpperCase() ??
    celexOfEli(url.pathname);
  return value ? [{ scheme: 'celex', value }] : [];
}

/**
 * A document of the Tweede Kamer by its number. Pages of a case list several documents: only `did`, and `id` of
 * a download, name the one that is shown.
 */
function chamberDocumentOf(url: URL): DocumentIdentifier[] {
  const named =
    url.searchParams.get('did') ?? (/^\/downloads\//u.test(url.pathname) ? url.searchParams.get('id') : null);
  const value = /^\d{4}D\d{5}$/iu.exec(named ?? '')?.[0].toUpperCase();
  return value ? [{ scheme: 'tweede-kamer', value }] : [];
}

/** Sites whose addresses name the document, and how to read them. Nothing else is guessed. */
const readersOfSites: Readonly<Record<string, (url: URL) => DocumentIdentifier[]>> = {
  'zoek.officielebekendmakingen.nl': publicationOf,
  'repository.overheid.nl': publicationOf,
  'uitspraken.rechtspraak.nl': ecliOf,
  'deeplink.rechtspraak.nl': ecliOf,
  'data.rechtspraak.nl': ecliOf,
  'wetten.overheid.nl': lawOf,
  'tweedekamer.nl': chamberDocumentOf,
  'eur-lex.europa.eu': celexOf,
};

/** The identifiers that an address names; none where the site is not known to name documents so. */
export function identifiersOfAddress(address: string): DocumentIdentifier[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  return readersOfSites[url.hostname.replace(/^www\./u, '')]?.(url) ?? [];
}
