import type { DocumentIdentity } from './find-document.ts';
import { identityKeys } from './find-document.ts';
import type { Citation, CitedSource } from './read-citations.ts';

/** A passage with what it cites, each thing once. */
export interface CitingPassage {
  /** Annotation id. */
  readonly passage: string;
  /** The document that the dossier lists. */
  readonly document: string;
  readonly citations: readonly Citation[];
}

/** The whole text of a document with what it cites, each thing once. */
export type CitingText = Omit<CitingPassage, 'passage'>;

/** Who cites something. */
export interface Citers {
  /** Annotation ids. */
  readonly passages: ReadonlySet<string>;
  /** Ids of documents that cite it in a passage or anywhere in their text; never the source itself. */
  readonly documents: ReadonlySet<string>;
}

/** An article that is cited. */
export interface GatheredArticle extends Citers {
  /** `art. 28` */
  readonly article: string;
  readonly link?: string | undefined;
}

/** A source that a dossier cites. */
export interface GatheredSource extends Citers {
  readonly source: CitedSource;
  /** The document of the dossier that it is; absent where the dossier does not have it, or nobody can tell. */
  readonly document?: string | undefined;
  /** In the order in which a law counts. */
  readonly articles: readonly GatheredArticle[];
}

interface Gathering {
  readonly passages: Set<string>;
  readonly documents: Set<string>;
}

interface SourceGathering extends Gathering {
  source: CitedSource;
  readonly document: string | undefined;
  readonly articles: Map<string, Gathering & { readonly link: string | undefined }>;
}

/** A name that lawyers use before a bare number, whichever of them a text used first. */
function better(one: CitedSource, other: CitedSource): CitedSource {
  const isNumber = one.canonical === one.identifier?.value && other.canonical !== one.canonical;
  const isLess = one.session === undefined && other.session !== undefined;
  return isNumber || (isLess && one.canonical === other.canonical) ? other : one;
}

function note({ passages, documents }: Gathering, citer: { passage?: string; document: string }): void {
  if (citer.passage !== undefined) passages.add(citer.passage);
  documents.add(citer.document);
}

const collator = new Intl.Collator('nl', { numeric: true });

/** Articles as a law counts: `art. 9` before `art. 10`. */
function byNumber(one: GatheredArticle, other: GatheredArticle): number {
  return collator.compare(one.article, other.article);
}

/**
 * All that a dossier cites, by source, with who cites it. `documents` are those of the dossier, by which a source is
 * known to be in it. Linear in the citations.
 */
export function gatherCitations(
  passages: Iterable<CitingPassage>,
  texts: Iterable<CitingText>,
  documents: readonly (DocumentIdentity & { readonly id: string })[],
): GatheredSource[] {
  const ofKey = new Map(documents.flatMap((one) => identityKeys(one).map((key) => [key, one.id] as const)));
  const sources = new Map<string, SourceGathering>();
  const add = (citer: { passage?: string; document: string }, citation: Citation) => {
    const { source, article, articleLink } = citation;
    const known = sources.get(source.key);
    const gathered = known ?? {
      source,
      document: ofKey.get(source.key),
      passages: new Set<string>(),
      documents: new Set<string>(),
      articles: new Map(),
    };
    if (known) known.source = better(known.source, source);
    else sources.set(source.key, gathered);
    // What a paper says of itself, on each of its pages, is no citation.
    if (gathered.document === citer.document) return;
    note(gathered, citer);
    if (article === undefined) return;
    const part = gathered.articles.get(article) ?? {
      link: articleLink,
      passages: new Set<string>(),
      documents: new Set<string>(),
    };
    gathered.articles.set(article, part);
    note(part, citer);
  };
  for (const { citations, ...citer } of [...passages, ...texts]) {
    for (const citation of citations) add(citer, citation);
  }
  return [...sources.values()]
    .filter((one) => one.documents.size > 0)
    .map(({ articles, ...one }) => ({
      ...one,
      articles: [...articles].map(([article, part]) => ({ article, ...part })).sort(byNumber),
    }));
}
