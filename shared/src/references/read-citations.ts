import type { DocumentIdentifier } from '../dossier/index.ts';
import { identityKeys } from './find-document.ts';
import { findReferences } from './find-references.ts';
import { linkOfLaw } from './laws.ts';
import type { Reference, ReferenceKind } from './reference.ts';
import type { SourceGroup } from './source-groups.ts';

const groupOfKind: Readonly<Record<Exclude<ReferenceKind, 'law' | 'article'>, SourceGroup>> = {
  kamerstuk: 'papers',
  aanhangsel: 'papers',
  handelingen: 'debates',
  publication: 'publications',
  ecli: 'rulings',
  ljn: 'rulings',
  case: 'rulings',
  advice: 'publications',
  'chamber-document': 'papers',
  'commission-document': 'union',
};

/** A paper, a ruling or a law that is cited, by whichever of its names. */
export interface CitedSource {
  /** Equal for two citations of the same source, and for a document that is it (`identityKeys`). */
  readonly key: string;
  readonly group: SourceGroup;
  /** `kst-36704-11`, `ECLI:NL:RVS:2024:1`, `Vw 2000`; empty for the articles of which no law is named. */
  readonly canonical: string;
  /** Absent where it is not certain which document is meant. */
  readonly identifier?: DocumentIdentifier;
  /** Where it can be read; absent where no address is certain. */
  readonly link?: string;
  /** Parliamentary session, where the text says it: `2024-2025`. */
  readonly session?: string;
}

/** One citation in a text. Offsets as in a `Reference`. */
export interface Citation {
  readonly start: number;
  readonly end: number;
  readonly source: CitedSource;
  /** The article of a law that is meant, whichever of its paragraphs: `art. 28`. */
  readonly article?: string;
  /** Where that article can be read; absent where no address is certain. */
  readonly articleLink?: string;
}

const unnamed: CitedSource = { key: 'unnamed', group: 'unnamed', canonical: '' };

/** The key of a source of which the text says the name alone. */
export function keyOfName(canonical: string): string {
  return `name ${canonical.toLowerCase()}`;
}

function keyOf(canonical: string, identifier: DocumentIdentifier | undefined): string {
  const [key] = identifier ? identityKeys({ identifiers: [identifier], addresses: [] }) : [];
  return key ?? keyOfName(canonical);
}

function toLaw(name: string, identifier: DocumentIdentifier | undefined): CitedSource {
  return {
    key: keyOf(name, identifier),
    group: identifier?.scheme === 'celex' ? 'union' : 'laws',
    canonical: name,
    ...(identifier ? { identifier, link: linkOfLaw(identifier) } : {}),
  };
}

function toSource({ kind, canonical, identifier, link, provision, paper }: Reference): CitedSource {
  if (kind === 'law' || kind === 'article')
    return provision?.law === undefined ? unnamed : toLaw(provision.law, identifier);
  return {
    key: keyOf(canonical, identifier),
    group: groupOfKind[kind],
    canonical,
    ...(identifier ? { identifier } : {}),
    ...(link ? { link } : {}),
    ...(paper?.session ? { session: paper.session } : {}),
  };
}

/** Where an article can be read as a whole, without its paragraph. */
function linkOfArticle(article: string, { identifier, link }: Reference): string | undefined {
  const number = /^art\. (\S+)$/u.exec(article)?.[1];
  return identifier && number ? linkOfLaw(identifier, { number }) : link;
}

function toCitation(reference: Reference): Citation {
  const { start, end, provision } = reference;
  const article = provision?.article;
  const articleLink = article && linkOfArticle(article, reference);
  return {
    start,
    end,
    source: toSource(reference),
    ...(article ? { article } : {}),
    ...(articleLink ? { articleLink } : {}),
  };
}

/** What a text cites, in its order: papers, rulings and laws, an article under its law. Linear in the text. */
export function readCitations(text: string): Citation[] {
  return findReferences(text).map(toCitation);
}
