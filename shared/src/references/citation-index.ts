/**
 * What a dossier cites, by source, kept up to date citer by citer.
 *
 * Method: with each source, and with each article of a law, stand the passages and texts that cite it, by the document
 * in which they are. What is shown of a source is made when it is asked for and kept until one of its citers changes.
 * Cost: a change costs what the citer cites and what it cited before; a list costs the pairs of source and document.
 */
import { nameOfCommissionDocument } from './commission-documents.ts';
import { type DocumentIdentity, identityKeys } from './find-document.ts';
import { type Citation, type CitedSource, keyOfName } from './read-citations.ts';

/** A passage, or the whole text of a document, with what it cites, each thing once. */
export interface Citer {
  /** Annotation id of a passage; what names a text is up to whoever puts it in. */
  readonly id: string;
  readonly kind: 'passage' | 'text';
  /** Id of the document in which it stands, as that document has it itself. */
  readonly document: string;
  readonly citations: readonly Citation[];
}

/** Who cites something, as of the moment at which it was asked. */
export interface Citers {
  /** How many passages cite it. */
  readonly passages: number;
  /** Ids of the dossier's documents that cite it in a passage or anywhere in their text; never the source itself. */
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
  /** By the best of the names under which it is cited. */
  readonly source: CitedSource;
  /** The document of the dossier that it is; absent where the dossier does not have it, or nobody can tell. */
  readonly document?: string | undefined;
  /** In the order in which a law counts. */
  readonly articles: readonly GatheredArticle[];
}

/** A document of the dossier, by which a source is known to be in it. */
type KnownDocument = DocumentIdentity & { readonly id: string; readonly aliases: readonly string[] };

/** Ids of citers by the document in which they stand. */
type CitersByDocument = Map<string, Set<string>>;

/** Who cites a source or an article of it. */
interface Citing {
  readonly passages: CitersByDocument;
  readonly texts: CitersByDocument;
}

interface CitingArticle extends Citing {
  readonly link: string | undefined;
}

/** A source under one of its names, and how many citations use it. */
interface NamedSource {
  readonly source: CitedSource;
  count: number;
}

interface CitingSource extends Citing {
  readonly names: Map<string, NamedSource>;
  readonly articles: Map<string, CitingArticle>;
  /** What is shown of it; absent until it is asked for, and null where nobody but the source itself cites it. */
  shown?: GatheredSource | null | undefined;
}

function newCiting(): Citing {
  return { passages: new Map(), texts: new Map() };
}

function citersOf(citing: Citing, kind: Citer['kind']): CitersByDocument {
  return kind === 'passage' ? citing.passages : citing.texts;
}

function note(citing: Citing, { kind, document, id }: Citer): void {
  const byDocument = citersOf(citing, kind);
  const known = byDocument.get(document);
  if (known) known.add(id);
  else byDocument.set(document, new Set([id]));
}

function forget(citing: Citing, { kind, document, id }: Citer): void {
  const byDocument = citersOf(citing, kind);
  const known = byDocument.get(document);
  known?.delete(id);
  if (known?.size === 0) byDocument.delete(document);
}

function isUncited({ passages, texts }: Citing): boolean {
  return passages.size === 0 && texts.size === 0;
}

/** What tells two names of a source apart. */
function nameOf({ canonical, session = '' }: CitedSource): string {
  return `${canonical}\n${session}`;
}

/** A name that lawyers use goes before a bare number, and one that says the session before one that does not. */
function rankOf({ canonical, identifier, session }: CitedSource): number {
  return (canonical === identifier?.value ? 0 : 2) + (session === undefined ? 0 : 1);
}

/** The name to show: the best, of equals the one that is used most, whichever came first. */
function bestName(names: Iterable<NamedSource>): CitedSource | undefined {
  const [best] = [...names].sort(
    (one, other) =>
      rankOf(other.source) - rankOf(one.source) ||
      other.count - one.count ||
      (nameOf(one.source) < nameOf(other.source) ? -1 : 1),
  );
  return best?.source;
}

const collator = new Intl.Collator('nl', { numeric: true });

/** Articles as a law counts: `art. 9` before `art. 10`. */
/** By what a document is cited: a paper of the European Commission by its CELEX number and by its own. */
function keysOf(document: DocumentIdentity): string[] {
  const names = document.identifiers.flatMap(({ scheme, value }) =>
    scheme === 'celex' ? (nameOfCommissionDocument(value) ?? []) : [],
  );
  return [...identityKeys(document), ...names.map(keyOfName)];
}

function byNumber(one: GatheredArticle, other: GatheredArticle): number {
  return collator.compare(one.article, other.article);
}

/** What a dossier cites. A mutable index: what it gave before a change is of before the change. */
export class CitationIndex {
  readonly #sources = new Map<string, CitingSource>();
  readonly #citers = new Map<string, Citer>();
  /** The dossier's documents by their identity keys, and by every id that they had. */
  #ofKey: ReadonlyMap<string, string> = new Map();
  #ofId: ReadonlyMap<string, string> = new Map();
  #size = 0;

  /** How many citations it holds. */
  get size(): number {
    return this.#size;
  }

  /** Which documents the dossier has. */
  setDocuments(documents: readonly KnownDocument[]): void {
    this.#ofKey = new Map(documents.flatMap((one) => keysOf(one).map((key) => [key, one.id] as const)));
    this.#ofId = new Map(
      documents.flatMap(({ id, aliases }) => [id, ...aliases].map((one) => [one, id] as const)),
    );
    for (const source of this.#sources.values()) source.shown = undefined;
  }

  /** Says what a citer cites now, whatever it cited before. */
  put(citer: Citer): void {
    this.remove(citer.id);
    if (citer.citations.length === 0) return;
    this.#citers.set(citer.id, citer);
    this.#size += citer.citations.length;
    for (const citation of citer.citations) this.#add(citer, citation);
  }

  /** Forgets a citer; one that is not there is forgotten already. */
  remove(id: string): void {
    const citer = this.#citers.get(id);
    if (!citer) return;
    this.#citers.delete(id);
    this.#size -= citer.citations.length;
    for (const citation of citer.citations) this.#take(citer, citation);
  }

  /** Everything that is cited. */
  listSources(): GatheredSource[] {
    return [...this.#sources].flatMap(([key, source]) => this.#show(key, source) ?? []);
  }

  /** A source by its key; undefined where nothing cites it. */
  find(key: string): GatheredSource | undefined {
    const source = this.#sources.get(key);
    return source && (this.#show(key, source) ?? undefined);
  }

  /** Ids of the passages that cite a source, or an article of it. */
  listPassages(key: string, article?: string): string[] {
    const source = this.#sources.get(key);
    const citing = article === undefined ? source : source?.articles.get(article);
    const own = this.#ofKey.get(key);
    return [...(citing?.passages ?? [])].flatMap(([document, ids]) =>
      this.#shownId(document) === own ? [] : [...ids],
    );
  }

  /** The same with only some of its citers. */
  select(isWanted: (citer: Citer) => boolean): CitationIndex {
    const selection = new CitationIndex();
    selection.#ofKey = this.#ofKey;
    selection.#ofId = this.#ofId;
    for (const citer of this.#citers.values()) if (isWanted(citer)) selection.put(citer);
    return selection;
  }

  #add(citer: Citer, { source, article, articleLink }: Citation): void {
    const known: CitingSource = this.#sources.get(source.key) ?? {
      ...newCiting(),
      names: new Map(),
      articles: new Map(),
    };
    this.#sources.set(source.key, known);
    known.shown = undefined;
    note(known, citer);
    const name = nameOf(source);
    const named = known.names.get(name);
    if (named) named.count += 1;
    else known.names.set(name, { source, count: 1 });
    if (article === undefined) return;
    const part = known.articles.get(article) ?? { ...newCiting(), link: articleLink };
    known.articles.set(article, part);
    note(part, citer);
  }

  #take(citer: Citer, { source, article = '' }: Citation): void {
    const known = this.#sources.get(source.key);
    if (!known) return;
    known.shown = undefined;
    forget(known, citer);
    const name = nameOf(source);
    const named = known.names.get(name);
    if (named) named.count -= 1;
    if (named?.count === 0) known.names.delete(name);
    const part = known.articles.get(article);
    if (part) forget(part, citer);
    if (part && isUncited(part)) known.articles.delete(article);
    if (isUncited(known)) this.#sources.delete(source.key);
  }

  #shownId(document: string): string {
    return this.#ofId.get(document) ?? document;
  }

  #show(key: string, citing: CitingSource): GatheredSource | null {
    if (citing.shown !== undefined) return citing.shown;
    const document = this.#ofKey.get(key);
    const source = bestName(citing.names.values());
    const citers = this.#count(citing, document);
    citing.shown =
      source === undefined || citers.documents.size === 0
        ? null
        : { source, document, ...citers, articles: this.#showArticles(citing, document) };
    return citing.shown;
  }

  #showArticles({ articles }: CitingSource, own: string | undefined): GatheredArticle[] {
    return [...articles]
      .map(([article, citing]) => ({ article, link: citing.link, ...this.#count(citing, own) }))
      .filter(({ documents }) => documents.size > 0)
      .sort(byNumber);
  }

  /** @param own the document that the source is: what a paper says of itself, on each of its pages, is no citation. */
  #count({ passages, texts }: Citing, own: string | undefined): Citers {
    const documents = new Set<string>();
    let count = 0;
    for (const [document, ids] of passages) {
      const shown = this.#shownId(document);
      if (shown === own) continue;
      documents.add(shown);
      count += ids.size;
    }
    for (const document of texts.keys()) {
      const shown = this.#shownId(document);
      if (shown !== own) documents.add(shown);
    }
    return { passages: count, documents };
  }
}
