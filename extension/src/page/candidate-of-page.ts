import type { DocumentIdentifier } from '@waarborg/shared/dossier';
import {
  canonicalAddress,
  findEcli,
  identifiersOfAddress,
  toPublicationId,
} from '@waarborg/shared/references';
import type { Candidate } from './document-view.ts';
import { proposeSourceType } from './propose-source-type.ts';

/** What is read of a page to propose its document; `document` of a browser has it. */
export type PageSource = Pick<Document, 'title' | 'querySelector' | 'querySelectorAll'>;

/** Metadata by lower-case name; only the first of each that says something. */
type Metadata = ReadonlyMap<string, { readonly content: string; readonly scheme: string }>;

const maxTitleLength = 1_000;
const maxIssuerLength = 200;

/**
 * Proposes what document a page shows, from its address and its own metadata.
 *
 * Modest on purpose: two documents taken for one are worse than one taken for two. An identifier
 * counts only when the address names it, or when the page's metadata declares it in so many words;
 * never because it stands in the text or in links, which may belong to the site around the document.
 */
export function candidateOfPage(page: PageSource, address: string): Candidate {
  const metadata = readMetadata(page);
  const identifiers = identifiersOf(page, address, metadata);
  const issuer = issuerOf(page, metadata);
  const date = dateOf(page, metadata);
  return {
    title: titleOf(page, address, metadata),
    sourceType: proposeSourceType({ address, identifiers, issuer }),
    ...(issuer && { issuer }),
    ...(date && { date }),
    addresses: addressesOf(page, address).map((found) => ({
      address: found,
      mediaType: 'text/html' as const,
    })),
    identifiers,
  };
}

function readMetadata(page: PageSource): Metadata {
  const metadata = new Map<string, { content: string; scheme: string }>();
  for (const meta of page.querySelectorAll('meta[name], meta[property]')) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase();
    const content = collapse(meta.getAttribute('content') ?? '');
    if (content === '' || metadata.has(name)) continue;
    metadata.set(name, { content, scheme: meta.getAttribute('scheme') ?? '' });
  }
  return metadata;
}

function firstOf(metadata: Metadata, ...names: readonly string[]): string | undefined {
  return names.map((name) => metadata.get(name)?.content).find((content) => content !== undefined);
}

function titleOf(page: PageSource, address: string, metadata: Metadata): string {
  const declared = firstOf(metadata, 'dcterms.title', 'dc.title', 'citation_title');
  const heading = collapse(page.querySelector('main h1, article h1, h1')?.textContent ?? '');
  const title = declared ?? (collapse(page.title) || heading || firstOf(metadata, 'og:title'));
  return (title || address).slice(0, maxTitleLength);
}

/** `ECLI:NL:RBDHA:2014:8504, Rechtbank Den Haag, 2014-07-10`: how the courts' site titles a ruling. */
const rulingTitle = /^ECLI:[^,\s]+,\s*([^,]+),\s*(?:.*\b(\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4}))?/iu;

function issuerOf(page: PageSource, metadata: Metadata): string | undefined {
  const declared = firstOf(metadata, 'dcterms.creator', 'dc.creator', 'overheid.authority');
  const court = rulingTitle.exec(collapse(page.title))?.[1]?.trim();
  // The Council of State advises and judges; a ruling is by its judicial division.
  const judge = court === 'Raad van State' ? 'Afdeling bestuursrechtspraak van de Raad van State' : court;
  return (declared ?? judge)?.slice(0, maxIssuerLength) || undefined;
}

function dateOf(page: PageSource, metadata: Metadata): string | undefined {
  const declared = firstOf(
    metadata,
    'dcterms.date',
    'dc.date',
    'dcterms.issued',
    'dcterms.available',
    'citation_publication_date',
    'article:published_time',
  );
  return toDate(declared ?? '') ?? toDate(rulingTitle.exec(collapse(page.title))?.[2] ?? '');
}

/** A calendar date as far as it is known, from `2026-05`, `2026-05-12T09:00`, `12-05-2026`; nothing else. */
function toDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month}-${day}` : text;
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|T)/.exec(iso)?.[0];
}

function identifiersOf(page: PageSource, address: string, metadata: Metadata): DocumentIdentifier[] {
  const named = identifiersOfAddress(address);
  const declared = [declaredPublication(metadata), declaredRuling(page, metadata)].filter(
    (identifier) => identifier !== undefined,
  );
  // What the address names is certain; the metadata may only add another kind.
  const kinds = new Set(named.map(({ scheme }) => scheme));
  return [...named, ...declared.filter(({ scheme }) => !kinds.has(scheme))];
}

/** `<meta name="DC.identifier" scheme="OVERHEIDop.StbID" content="stb-2014-296">`. */
function declaredPublication(metadata: Metadata): DocumentIdentifier | undefined {
  const declared = metadata.get('dc.identifier') ?? metadata.get('dcterms.identifier');
  if (!declared || !/^overheidop\./iu.test(declared.scheme)) return undefined;
  const value = toPublicationId(declared.content);
  return value ? { scheme: 'official-publication', value } : undefined;
}

/** A ruling's own page has its ECLI as metadata or at the head of its title; others only mention it. */
function declaredRuling(page: PageSource, metadata: Metadata): DocumentIdentifier | undefined {
  const title = collapse(page.title);
  const declared = firstOf(metadata, 'dcterms.identifier', 'dc.identifier') ?? '';
  const value = /^ECLI:\S+$/iu.test(declared)
    ? findEcli(declared)
    : rulingTitle.test(title)
      ? findEcli(title)
      : undefined;
  return value ? { scheme: 'ecli', value } : undefined;
}

function addressesOf(page: PageSource, address: string): string[] {
  const own = canonicalAddress(address);
  const declared = page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '';
  if (!URL.canParse(declared, own)) return [own];
  const canonical = canonicalAddress(new URL(declared, own).href);
  return canonical !== own && differOnlyInForm(new URL(canonical), new URL(own)) ? [own, canonical] : [own];
}

/**
 * Whether a canonical link can be believed: many sites declare one and the same for all their pages,
 * so it may only drop parameters, `www.`, or the ending of the address that the page has.
 */
function differOnlyInForm(canonical: URL, own: URL): boolean {
  const form = (url: URL) =>
    `${url.hostname.replace(/^www\./, '')}:${url.port}${url.pathname.replace(/(?:\.html?)?\/?$/iu, '')}`;
  let dropsNothing = true;
  // A content script in Firefox may not iterate over what the page's window gives it.
  own.searchParams.forEach((value, name) => {
    if (canonical.searchParams.get(name) !== value) dropsNothing = false;
  });
  return canonical.protocol.startsWith('http') && form(canonical) === form(own) && dropsNothing;
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
