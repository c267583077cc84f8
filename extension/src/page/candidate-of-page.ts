import { maxSpeakerNameLength } from '@waarborg/shared/annotation';
import { type DocumentIdentifier, maxTitleLength } from '@waarborg/shared/dossier';
import {
  canonicalAddress,
  findEcli,
  identifiersOfAddress,
  proposeSourceType,
  readTextClues,
  type TextClues,
  toJudge,
  toPublicationId,
} from '@waarborg/shared/references';
import { onOneLine } from '@waarborg/shared/text';
import { addOtherKinds } from './add-other-kinds.ts';
import type { Candidate } from './document-view.ts';

/** What is read of a page to propose its document; `document` of a browser has it. */
export type PageSource = Pick<Document, 'title' | 'querySelector' | 'querySelectorAll'>;

/** Metadata by lower-case name; only the first of each that says something. */
type Metadata = ReadonlyMap<string, { readonly content: string; readonly scheme: string }>;

/**
 * Proposes what document a page shows, from its address and its own metadata.
 *
 * Modest on purpose: two documents taken for one are worse than one taken for two. An identifier
 * counts only when the address names it, when the page's metadata declares it in so many words, or when
 * the text opens with the header of a Kamerstuk; never because it stands somewhere in the text or in links,
 * which may belong to the site around the document.
 *
 * @param text the document's text, as far as it has been read.
 */
export function candidateOfPage(page: PageSource, address: string, text = ''): Candidate {
  const metadata = readMetadata(page);
  const clues = readTextClues(text);
  const identifiers = identifiersOf(page, address, metadata, clues);
  const issuer = issuerOf(page, address, metadata, clues);
  const date = dateOf(page, metadata) ?? clues.date;
  return {
    title: titleOf(page, address, metadata),
    sourceType: proposeSourceType({ address, identifiers, issuer, byText: clues.sourceType }),
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
    const content = onOneLine(meta.getAttribute('content') ?? '');
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
  const heading = onOneLine(page.querySelector('main h1, article h1, h1')?.textContent ?? '');
  const title = declared ?? (withoutSite(onOneLine(page.title), heading) || firstOf(metadata, 'og:title'));
  return (title || address).slice(0, maxTitleLength);
}

/** A page's title without the name of its site, which stands behind what the heading says too. */
function withoutSite(title: string, heading: string): string {
  const behind = title.startsWith(heading) ? title.slice(heading.length) : '';
  return title === '' || (heading !== '' && /^\s[|–—·:-]\s/u.test(behind)) ? heading : title;
}

/** `ECLI:NL:RBDHA:2014:8504, Rechtbank Den Haag, 2014-07-10`: how the courts' site titles a ruling. */
const rulingTitle = /^ECLI:[^,\s]+,\s*([^,]+),\s*(?:.*\b(\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4}))?/iu;

/** The Chambers publish what others write to them: then the paper's own header says who speaks. */
const publisher = /^(?:tweede|eerste) kamer\b/iu;

function issuerOf(
  page: PageSource,
  address: string,
  metadata: Metadata,
  clues: TextClues,
): string | undefined {
  const declared = firstOf(metadata, 'dcterms.creator', 'dc.creator', 'overheid.authority');
  const court = rulingTitle.exec(onOneLine(page.title))?.[1];
  const own = declared ?? (court && toJudge(court));
  const isPress = proposeSourceType({ address, identifiers: [] }) === 'press';
  const medium = isPress ? firstOf(metadata, 'og:site_name') : undefined;
  const issuer = publisher.test(own ?? '') ? (clues.issuer ?? own) : (own ?? clues.issuer ?? medium);
  return issuer?.slice(0, maxSpeakerNameLength) || undefined;
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
  return toDate(declared ?? '') ?? toDate(rulingTitle.exec(onOneLine(page.title))?.[2] ?? '');
}

/** A calendar date as far as it is known, from `2026-05`, `2026-05-12T09:00`, `12-05-2026`; nothing else. */
function toDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month}-${day}` : text;
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|T)/.exec(iso)?.[0];
}

function identifiersOf(
  page: PageSource,
  address: string,
  metadata: Metadata,
  clues: TextClues,
): DocumentIdentifier[] {
  return addOtherKinds(identifiersOfAddress(address), [
    declaredPublication(metadata),
    declaredRuling(page, metadata),
    declaredAct(metadata),
    // How the Tweede Kamer shows a paper: its text begins with the header that names it.
    clues.identifier,
  ]);
}

/** `<meta name="DC.identifier" scheme="OVERHEIDop.StbID" content="stb-2014-296">`. */
function declaredPublication(metadata: Metadata): DocumentIdentifier | undefined {
  const declared = metadata.get('dc.identifier') ?? metadata.get('dcterms.identifier');
  if (!declared || !/^overheidop\./iu.test(declared.scheme)) return undefined;
  const value = toPublicationId(declared.content);
  return value ? { scheme: 'official-publication', value } : undefined;
}

/**
 * A ruling's own page has its ECLI as metadata, at the head of its title, or in the block of labels above
 * its text; others only mention it.
 */
function declaredRuling(page: PageSource, metadata: Metadata): DocumentIdentifier | undefined {
  const title = onOneLine(page.title);
  const declared = firstOf(metadata, 'dcterms.identifier', 'dc.identifier') ?? '';
  const value =
    (/^ECLI:\S+$/iu.test(declared) ? findEcli(declared) : undefined) ??
    (rulingTitle.test(title) ? findEcli(title) : undefined) ??
    onlyEcliOf(page.querySelectorAll(rulingLabels));
  return value ? { scheme: 'ecli', value } : undefined;
}

/** Labels above a ruling: on the courts' site, and on that of the Council of State. */
const rulingLabels = '.rnl-details .rnl-details-value, .rol-metadata-blok';

/** The ECLI that labels give, if they give one and no other. */
function onlyEcliOf(labels: Iterable<Pick<Element, 'textContent'>>): string | undefined {
  const found = new Set([...labels].map(({ textContent }) => findEcli(textContent ?? '')));
  found.delete(undefined);
  return found.size === 1 ? [...found][0] : undefined;
}

/** `<meta name="WT.z_docID" content="32016R0679">`: how EUR-Lex names the act that it shows. */
function declaredAct(metadata: Metadata): DocumentIdentifier | undefined {
  const value = /^[1-9]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?$/u.exec(firstOf(metadata, 'wt.z_docid') ?? '')?.[0];
  return value ? { scheme: 'celex', value } : undefined;
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
