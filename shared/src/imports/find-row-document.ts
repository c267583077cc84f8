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
import type { ImportField } from './import-field.ts';
import type { RowContext, RowProblem, RowReader } from './plan-rows.ts';
import { identifiersOfTitle, readDay, readIdentifiers } from './read-values.ts';

/** The document that a row is about. */
export interface RowDocument {
  /** Its id. */
  readonly document: string;
  /** Address of the copy in which the passage stands. */
  readonly source: string;
  /** Whether a coding without speaker has one: the issuer. */
  readonly hasIssuer: boolean;
}

/** Finds the documents of the rows of one table. */
export interface DocumentFinder {
  /** Finds the document of a row, or makes one from what the row says of it. */
  find(read: RowReader, sourceType: SourceType | undefined): RowDocument;
  /** The documents that were made. */
  created(): readonly DocumentDraft[];
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
 * those that earlier rows brought. `refuse` ends a row that does not say enough.
 */
export function createDocumentFinder(
  { documents, createId }: RowContext,
  refuse: (problem: RowProblem, field: ImportField) => never,
): DocumentFinder {
  const known = new Map<string, RowDocument & { readonly address: string | undefined }>();
  const made: DocumentDraft[] = [];
  const learn = (document: DocumentDraft | (typeof documents)[number], hasIssuer: boolean) => {
    const address = document.addresses[0]?.address;
    const entry = { document: document.id, source: address ?? `urn:uuid:${document.id}`, hasIssuer, address };
    for (const key of [...identityKeys(document), `title ${foldName(document.title)}`, `id ${document.id}`]) {
      if (!known.has(key)) known.set(key, entry);
    }
    return entry;
  };
  for (const document of documents) learn(document, document.issuer !== undefined);

  const make = (read: RowReader, sourceType: SourceType | undefined, names: DocumentNames) => {
    const [title, issuer, date] = [read('document'), read('issuer'), read('date')];
    const { identifiers, address } = names;
    const [first] = identifiers;
    const place = address ?? (first && addressOf(first));
    const named = title || first?.value || address;
    if (!named) return refuse('no-document', 'document');
    const day = date === '' ? undefined : readDay(date);
    if (date !== '' && day === undefined) return refuse('not-a-date', 'date');
    const draft: DocumentDraft = {
      id: createId(`document ${first?.value ?? address ?? foldName(title)}`),
      sourceType: sourceType ?? (first && typesByScheme[first.scheme]) ?? 'other',
      title: named.slice(0, maxTitleLength),
      ...(day === undefined ? {} : { date: day }),
      ...(issuer === '' ? {} : { issuer }),
      addresses: place ? [{ address: place, mediaType: mediaTypeOfAddress(place) }] : [],
      identifiers: [...identifiers],
    };
    made.push(draft);
    return learn(draft, issuer !== '');
  };

  return {
    find(read, sourceType) {
      const names = namesOf(read, refuse);
      const keys = [
        ...identityKeys({
          identifiers: names.identifiers,
          addresses: names.address ? [{ address: names.address, mediaType: 'text/html' }] : [],
        }),
        ...(read('document') === '' ? [] : [`title ${foldName(read('document'))}`]),
      ];
      const found = keys.map((key) => known.get(key)).find((entry) => entry !== undefined);
      const { document, source, hasIssuer } = found ?? make(read, sourceType, names);
      return { document, source: names.address ?? source, hasIssuer };
    },
    created: () => made,
  };
}

interface DocumentNames {
  readonly identifiers: readonly DocumentIdentifier[];
  readonly address: string | undefined;
}

/** Identifiers and address that a row gives; what stands in the column of identifiers and is none is part of no name. */
function namesOf(read: RowReader, refuse: (problem: RowProblem, field: ImportField) => never): DocumentNames {
  const written = read('address');
  const address = written === '' ? undefined : canonicalAddress(written);
  if (address !== undefined && !addressSchema.safeParse(address).success)
    return refuse('not-allowed', 'address');
  const given = readIdentifiers(read('identifier'));
  const identifiers = [
    ...(given.length > 0 ? given : identifiersOfTitle(read('document'))),
    ...(address === undefined ? [] : identifiersOfAddress(address)),
  ];
  const byValue = new Map(identifiers.map((one) => [`${one.scheme} ${one.value}`, one]));
  return { identifiers: [...byValue.values()], address };
}
