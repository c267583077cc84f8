import type { DocumentIdentifier } from '../dossier/index.ts';
import { findEcli } from './ecli.ts';
import { toPublicationId } from './publication-id.ts';

/** Removes the ending of a file format: `kst-36704-11.html` names the publication `kst-36704-11`. */
function withoutFormat(name: string): string {
  return name.replace(/\.(?:html?|pdf|xml|odt)$/iu, '');
}

/** The one value that was found; undefined where there are none or several. */
function onlyOne<T>(found: Iterable<T | undefined>): T | undefined {
  const [first, ...others] = new Set([...found].filter((one) => one !== undefined));
  return others.length === 0 ? first : undefined;
}

/** Every value of a parameter. */
function valuesOf(parameters: URLSearchParams, wanted: string): string[] {
  const values: string[] = [];
  // A content script in Firefox may not iterate over what the page's window gives it.
  parameters.forEach((value, name) => {
    if (name === wanted) values.push(value);
  });
  return values;
}

function toIdentifiers(
  scheme: DocumentIdentifier['scheme'],
  value: string | undefined,
): DocumentIdentifier[] {
  return value ? [{ scheme, value }] : [];
}

/**
 * `/kst-36704-11.html`, `/dossier/36704/kst-36704-11`, `/staatscourant/kst-36704-11.html`,
 * `/frbr/officielepublicaties/kst/36704/kst-36704-11/1/pdf/…`.
 */
function publicationOf(url: URL): DocumentIdentifier[] {
  const id = onlyOne(url.pathname.split('/').map((name) => toPublicationId(withoutFormat(name))));
  return toIdentifiers('official-publication', id);
}

/** Text without escapes: links that pass through other sites are escaped more than once. */
function unescapeAll(escaped: string): string {
  try {
    const plain = decodeURIComponent(escaped);
    return plain === escaped ? plain : unescapeAll(plain);
  } catch {
    // A stray percent sign: the text as it stands may still hold what is sought.
    return escaped;
  }
}

/** Where the courts' sites show one ruling; a page of results names what was sought. */
const rulingPaths = /^\/(?:details|inziendocument|uitspraak|uitspraken\/content|api\/document)\/?$/iu;
const rulingDownload = /^\/api\/pdfdownload\/(?<ecli>[^/]+)$/iu;

function ecliOf(url: URL): DocumentIdentifier[] {
  const shown = /^#!?(?<path>\/[^?]*)\?(?<query>.*)$/u.exec(url.hash)?.groups;
  const path = shown?.path ?? url.pathname;
  const query = shown ? new URLSearchParams(shown.query) : url.searchParams;
  const file = rulingDownload.exec(unescapeAll(path))?.groups?.ecli;
  const ids = rulingPaths.test(path) ? valuesOf(query, 'id') : [];
  const named = [...ids, ...(file === undefined ? [] : [file])].map((id) =>
    findEcli(
      withoutFormat(unescapeAll(id)).replace(/^ECLI_([A-Z]{2})_([A-Z0-9]+)_(\d{4})_/iu, 'ECLI:$1:$2:$3:'),
    ),
  );
  return toIdentifiers('ecli', onlyOne(named));
}

/** `/BWBR0011823/2022-10-01/0`, `/jci1.3:c:BWBR0011823&artikel=39`. */
function lawOf(url: URL): DocumentIdentifier[] {
  const [, value] = /^\/(?:jci1\.\d{1,2}:[cv]:)?(BWB[RV]\d{7})(?![A-Z0-9])/iu.exec(url.pathname) ?? [];
  return toIdentifiers('bwb', value?.toUpperCase());
}

/** Pages of EUR-Lex that show an act; others say something of it: a summary, how it was implemented. */
const actPath = /^\/legal-content\/[A-Z]{2}\/(?:TXT|ALL|AUTO)(?:\/(?:HTML|PDF))?\/?$/iu;
/** An act as it was adopted, in any language and format; with a date or an article behind it is another text. */
const eliPath =
  /^\/eli\/(?<type>reg|dir|dec)(?:_impl|_del)?\/(?<year>\d{4})\/(?<number>\d{1,4})(?:\/oj(?:\/[a-z]{3})?(?:\/(?:html|pdf|xhtml))?)?\/?$/iu;
const eliLetters: Readonly<Record<string, string>> = { reg: 'R', dir: 'L', dec: 'D' };

function actOrRulingOf(url: URL): DocumentIdentifier[] {
  const { type = '', year, number = '' } = eliPath.exec(url.pathname)?.groups ?? {};
  if (year) {
    const letter = eliLetters[type.toLowerCase()];
    return toIdentifiers('celex', `3${year}${letter}${number.padStart(4, '0')}`);
  }
  if (!actPath.test(url.pathname)) return [];
  const uris = valuesOf(url.searchParams, 'uri').map(unescapeAll);
  const named = uris.map((uri) => /^CELEX:([0-9A-Z()/]+)$/iu.exec(uri)?.[1]?.toUpperCase());
  const rulings = uris.map((uri) => (/^ecli:/iu.test(uri) ? findEcli(uri.slice(5)) : undefined));
  return [...toIdentifiers('celex', onlyOne(named)), ...toIdentifiers('ecli', onlyOne(rulings))];
}

/**
 * A document of the Tweede Kamer by its number. Pages of a case list several documents: only `did`, and `id` of
 * a download, name the one that is shown.
 */
function chamberDocumentOf(url: URL): DocumentIdentifier[] {
  const isDownload = /^\/downloads\//iu.test(url.pathname);
  if (!isDownload && !/^\/kamerstukken\//iu.test(url.pathname)) return [];
  const named = valuesOf(url.searchParams, isDownload ? 'id' : 'did').map((value) =>
    /^\d{4}D\d{5}$/iu.exec(value)?.[0].toUpperCase(),
  );
  return toIdentifiers('tweede-kamer', onlyOne(named));
}

/** Sites whose addresses name the document, and how to read them. Nothing else is guessed. */
const readersOfSites: ReadonlyMap<string, (url: URL) => DocumentIdentifier[]> = new Map([
  ['zoek.officielebekendmakingen.nl', publicationOf],
  ['repository.overheid.nl', publicationOf],
  ['uitspraken.rechtspraak.nl', ecliOf],
  ['deeplink.rechtspraak.nl', ecliOf],
  ['data.rechtspraak.nl', ecliOf],
  ['wetten.overheid.nl', lawOf],
  ['tweedekamer.nl', chamberDocumentOf],
  ['eur-lex.europa.eu', actOrRulingOf],
]);

/** The identifiers that an address names; none where the site is not known to name documents so. */
export function identifiersOfAddress(address: string): DocumentIdentifier[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  // A port is that of a copy on somebody's machine, whatever its name.
  if (!/^https?:$/u.test(url.protocol) || url.port !== '') return [];
  return readersOfSites.get(url.hostname.replace(/^www\./u, ''))?.(url) ?? [];
}
