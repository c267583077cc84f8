import { addressSchema } from '../annotation/index.ts';
import {
  type DocumentDraft,
  type DocumentIdentifier,
  foldName,
  maxTitleLength,
  type SourceType,
} from '../dossier/index.ts';
import {
  canonicalAddress,
  identifiersOfAddress,
  identityKeys,
  mediaTypeOfAddress,
} from '../references/index.ts';
import { readDay } from '../text/index.ts';
import { type DocumentField, namingFields } from './import-field.ts';
import type { RowContext } from './plan-rows.ts';
import { citedKamerstuk, identifiersOfTitle, readIdentifiers } from './read-values.ts';
import { RowError, type RowReader } from './row-error.ts';

/** An address that stands in the place of a title. */
const isAddress = /^https?:\/\/\S+$/iu;

/**
 * The document of rows that name none: one of the dossier by its id, a new one by what is said of it, or that of the
 * row above.
 */
export type OtherwiseDocument =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly said: Readonly<Partial<Record<DocumentField, string>>> }
  | { readonly kind: 'above' };

/** Whether a row names its document, in whatever way. */
export function namesDocument(read: RowReader): boolean {
  return namingFields.some((field) => read(field) !== '');
}

/** Whether a row names its document otherwise too, and gives an identifier of it that cannot be read. */
export function losesIdentifier(read: RowReader): boolean {
  const reference = read('identifier');
  if (reference === '' || isAddress.test(reference) || readIdentifiers(reference).length > 0) return false;
  const title = foldName(read('document'));
  return title === '' ? read('address') !== '' : title !== foldName(reference);
}

/** The day and the kind of a document; undefined is what is not said of it. */
export interface DatedKind {
  /** ISO 8601. */
  readonly date?: string | undefined;
  readonly sourceType?: SourceType | undefined;
}

/** The document that a row is about, with the day and the kind that it has. */
export interface RowDocument extends DatedKind {
  /** Its id. */
  readonly document: string;
  /** Address of the copy in which the passage stands. */
  readonly source: string;
  /** Who speaks in a coding without speaker, by name or id; undefined where nobody does. */
  readonly issuer: string | undefined;
}

/** Finds the documents of the rows of one table. */
export interface DocumentFinder {
  /** Finds the document of a row, or makes one from what the row says of it; `said` is what it says of its day and kind. */
  find(read: RowReader, said: DatedKind): RowDocument;
  /** A document of the dossier; undefined for one that it does not have. */
  findKnown(id: string): RowDocument | undefined;
  /** The documents that were made. */
  created(): readonly DocumentDraft[];
}

interface KnownDocument extends RowDocument {
  readonly identifiers: readonly DocumentIdentifier[];
}

/** Whether identifiers of documents that share none are of one scheme: many a Kamerstuk is called a Memorie van toelichting. */
function areOthers(ours: readonly DocumentIdentifier[], theirs: readonly DocumentIdentifier[]): boolean {
  return ours.some(({ scheme }) => theirs.some((other) => other.scheme === scheme));
}

/** Where a document with an identifier stands on the web; undefined where nobody can tell. */
function addressOf({ scheme, value }: DocumentIdentifier): string | undefined {
  switch (scheme) {
    case 'official-publication':
      return `https://zoek.officielebekendmakingen.nl/${value}.html`;
    case 'ecli':
      return value.startsWith('ECLI:NL:')
        ? `https://deeplink.rechtspraak.nl/uitspraak?id=${value}`
        : undefined;
    case 'bwb':
      return `https://wetten.overheid.nl/${value}`;
    case 'celex':
      return `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:${value}`;
    default:
      return undefined;
  }
}

/** What identifiers tell of a document's kind. */
const typesByScheme: Readonly<Partial<Record<DocumentIdentifier['scheme'], SourceType>>> = {
  ecli: 'court-ruling',
  bwb: 'legislation',
  celex: 'legislation',
  'official-publication': 'parliamentary-paper',
  'tweede-kamer': 'parliamentary-paper',
};

/**
 * Finds the documents of rows: by identifier or address, else by title; among those of the dossier first, then among
 * those that earlier rows brought. Its finding throws a RowError for a row that does not say enough.
 */
export function createDocumentFinder({ documents, createId }: RowContext): DocumentFinder {
  const known = new Map<string, KnownDocument>();
  const byTitle = new Map<string, KnownDocument[]>();
  const made: DocumentDraft[] = [];
  const learn = (document: DocumentDraft | (typeof documents)[number]) => {
    const address = document.addresses[0]?.address;
    const source = address ?? `urn:uuid:${document.id}`;
    const { id, identifiers, date, sourceType, issuer } = document;
    const entry = { document: id, source, issuer, identifiers, date, sourceType };
    for (const key of [...identityKeys(document), `id ${document.id}`]) {
      if (!known.has(key)) known.set(key, entry);
    }
    const title = foldName(document.title);
    byTitle.set(title, [...(byTitle.get(title) ?? []), entry]);
    return entry;
  };
  for (const document of documents) learn(document);

  const make = (read: RowReader, { date, sourceType }: DatedKind, names: DocumentNames) => {
    const issuer = read('issuer');
    const { title, identifiers, address } = names;
    const [first] = identifiers;
    const place = address ?? (first && addressOf(first));
    const cited = citedKamerstuk(title || read('identifier'));
    const named = cited || title || first?.value || address;
    if (!named) throw new RowError('no-document', 'document');
    const draft: DocumentDraft = {
      id: createId(`document ${first?.value ?? address ?? foldName(title)}`),
      sourceType: sourceType ?? (first && typesByScheme[first.scheme]) ?? 'other',
      title: named.slice(0, maxTitleLength),
      ...(date === undefined ? {} : { date }),
      ...(issuer === '' ? {} : { issuer }),
      addresses: place ? [{ address: place, mediaType: mediaTypeOfAddress(place) }] : [],
      identifiers: [...identifiers],
    };
    made.push(draft);
    return learn(draft);
  };

  return {
    find(read, said) {
      const names = namesOf(read);
      const keys = identityKeys({
        identifiers: names.identifiers,
        addresses: names.address ? [{ address: names.address, mediaType: 'text/html' }] : [],
      });
      const titled = names.title === '' ? [] : (byTitle.get(foldName(names.title)) ?? []);
      const found =
        keys.map((key) => known.get(key)).find((entry) => entry !== undefined) ??
        titled.find(({ identifiers }) => !areOthers(identifiers, names.identifiers));
      const document = found ?? make(read, said, names);
      return { ...document, source: names.address ?? document.source };
    },
    findKnown: (id) => known.get(`id ${id}`),
    created: () => made,
  };
}

/** The day that a row gives its document; undefined where it gives none, a RowError where it is none. */
export function dayOf(read: RowReader): string | undefined {
  const date = read('date');
  const day = date === '' ? undefined : readDay(date);
  if (date !== '' && day === undefined) throw new RowError('not-a-date', 'date');
  return day;
}

interface DocumentNames {
  /** Empty where there is none. */
  readonly title: string;
  readonly identifiers: readonly DocumentIdentifier[];
  readonly address: string | undefined;
}

/**
 * What a row calls its document. An address among the titles is one, and what stands in the column of identifiers and
 * is none is a title, where there is no other.
 */
function namesOf(read: RowReader): DocumentNames {
  const [named, reference] = [read('document'), read('identifier')];
  const given = readIdentifiers(reference);
  const isNamedByAddress = isAddress.test(named);
  const written = read('address') || (isNamedByAddress ? named : isAddress.test(reference) ? reference : '');
  const address = written === '' ? undefined : canonicalAddress(written);
  if (address !== undefined && !addressSchema.safeParse(address).success)
    throw new RowError('not-allowed', 'address');
  const isNameless = given.length === 0 && address === undefined;
  const title = isNamedByAddress ? '' : named || (isNameless ? reference : '');
  const identifiers = [
    ...(given.length > 0 ? given : identifiersOfTitle(title)),
    ...(address === undefined ? [] : identifiersOfAddress(address)),
  ];
  const byValue = new Map(identifiers.map((one) => [`${one.scheme} ${one.value}`, one]));
  return { title, identifiers: [...byValue.values()], address };
}
