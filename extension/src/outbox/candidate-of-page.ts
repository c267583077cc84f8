import { maxSpeakerNameLength } from '@waarborg/shared/annotation';
import { type DocumentIdentifier, maxTitleLength } from '@waarborg/shared/dossier';
import {
  addOtherKinds,
  canonicalAddress,
  findEcli,
  identifiersOfAddress,
  issuerOfSite,
  proposeSourceType,
  readTextClues,
  readUnionTitle,
  type TextClues,
  toJudge,
  toPublicationId,
} from '@waarborg/shared/references';
import { toXmlText } from '@waarborg/shared/text';
import type { DocumentCandidate, PageClues } from '../messaging/index.ts';

/** By lower-case name. */
type Metadata = ReadonlyMap<string, PageClues['metadata'][number]>;

/**
 * Proposes what document a page shows, from its address and its own metadata.
 *
 * Modest on purpose: two documents taken for one are worse than one taken for two. An identifier
 * counts only when the address names it, when the page's metadata declares it in so many words, or when
 * the text opens with the header of a Kamerstuk or of an act; never because it stands somewhere in the text or in links,
 * which may belong to the site around the document.
 */
export function candidateOfPage(page: PageClues): DocumentCandidate {
  const { address } = page;
  const metadata = new Map(page.metadata.map((declared) => [declared.name, declared]));
  const named = readUnionTitle(firstOf(metadata, 'wt.z_doctitle') ?? '');
  const clues = { ...readTextClues(page.beginning), ...named };
  const identifiers = identifiersOf(page, metadata, clues);
  const issuer = issuerOf(page, metadata, clues);
  const date = dateOf(page, metadata) ?? clues.date;
  return {
    title: titleOf(page, metadata, named.title),
    sourceType: proposeSourceType({ address, identifiers, issuer, byText: clues.sourceType }),
    ...(issuer && { issuer }),
    ...(date && { date }),
    addresses: addressesOf(page).map((found) => ({
      address: found,
      mediaType: 'text/html' as const,
    })),
    identifiers,
  };
}

/** Whether a page is one of Waarborg's own, such as a matrix: it shows documents and is none. */
export function isOwnPage({ metadata }: PageClues): boolean {
  return metadata.some(({ name, content }) => name === 'application-name' && content === 'Waarborg');
}

function firstOf(metadata: Metadata, ...names: readonly string[]): string | undefined {
  return names.map((name) => metadata.get(name)?.content).find((content) => content !== undefined);
}

function titleOf(
  { title: ofWindow, heading, address }: PageClues,
  metadata: Metadata,
  named: string | undefined,
): string {
  const declared = firstOf(metadata, 'dcterms.title', 'dc.title', 'citation_title') ?? named;
  const title = declared ?? (withoutSite(ofWindow, heading) || firstOf(metadata, 'og:title'));
  return toXmlText((title || address).slice(0, maxTitleLength)).trim() || address;
}

/** A page's title without the name of its site, which stands behind what the heading says too. */
function withoutSite(title: string, heading: string): string {
  const behind = title.startsWith(heading) ? title.slice(heading.length) : '';
  return title === '' || (heading !== '' && /^\s[|–—·:-]\s/u.test(behind)) ? heading : title;
}

/** `ECLI:NL:RBDHA:2014:8504, Rechtbank Den Haag, 2014-07-10`: how the courts' site titles a ruling. */
const rulingTitle =
  /^ECLI:[^,\s]+,\s*(?:voorheen LJN [^,]{1,20},\s*)?([^,\s][^,]*),\s*(?:.*\b(\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4}))?/iu;

/** The Chambers publish what others write to them: then the paper's own header says who speaks. */
const publisher = /^(?:tweede|eerste) kamer\b/iu;

function issuerOf(page: PageClues, metadata: Metadata, clues: TextClues): string | undefined {
  const declared = firstOf(metadata, 'dcterms.creator', 'dc.creator', 'overheid.authority');
  const court = rulingTitle.exec(page.title)?.[1];
  const own = declared ?? (court && toJudge(court));
  const isPress = proposeSourceType({ address: page.address, identifiers: [] }) === 'press';
  const medium = isPress ? firstOf(metadata, 'og:site_name') : undefined;
  const said = clues.issuer ?? issuerOfSite(page.address) ?? medium;
  const issuer = publisher.test(own ?? '') ? (said ?? own) : (own ?? said);
  // A cut may leave half a character, and a script may write what no text holds.
  return toXmlText(issuer?.slice(0, maxSpeakerNameLength) ?? '').trim() || undefined;
}

function dateOf({ title }: PageClues, metadata: Metadata): string | undefined {
  const declared = firstOf(
    metadata,
    'dcterms.date',
    'dc.date',
    'dcterms.issued',
    'dcterms.available',
    'citation_publication_date',
    'article:published_time',
  );
  return toDate(declared ?? '') ?? toDate(rulingTitle.exec(title)?.[2] ?? '');
}

/** A calendar date as far as it is known, from `2026-05`, `2026-05-12T09:00`, `12-05-2026`; nothing else. */
function toDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month}-${day}` : text;
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|T)/.exec(iso)?.[0];
}

function identifiersOf(page: PageClues, metadata: Metadata, clues: TextClues): DocumentIdentifier[] {
  return addOtherKinds(identifiersOfAddress(page.address), [
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
function declaredRuling({ title, labels }: PageClues, metadata: Metadata): DocumentIdentifier | undefined {
  const declared = firstOf(metadata, 'dcterms.identifier', 'dc.identifier') ?? '';
  const value =
    (/^ECLI:\S+$/iu.test(declared) ? findEcli(declared) : undefined) ??
    (rulingTitle.test(title) ? findEcli(title) : undefined) ??
    onlyEcliOf(labels);
  return value ? { scheme: 'ecli', value } : undefined;
}

/** The ECLI that labels give, if they give one and no other. */
function onlyEcliOf(labels: readonly string[]): string | undefined {
  const found = new Set(labels.map(findEcli));
  found.delete(undefined);
  return found.size === 1 ? [...found][0] : undefined;
}

/** `<meta name="WT.z_docID" content="32016R0679">`: how EUR-Lex names the act that it shows. */
function declaredAct(metadata: Metadata): DocumentIdentifier | undefined {
  const value = /^[1-9]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?$/u.exec(firstOf(metadata, 'wt.z_docid') ?? '')?.[0];
  return value ? { scheme: 'celex', value } : undefined;
}

function addressesOf({ address, canonical: declared }: PageClues): string[] {
  const own = canonicalAddress(address);
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
  const dropsNothing = [...own.searchParams].every(
    ([name, value]) => canonical.searchParams.get(name) === value,
  );
  return canonical.protocol.startsWith('http') && form(canonical) === form(own) && dropsNothing;
}
