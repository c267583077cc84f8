import type { SourceDocument } from '@waarborg/shared/dossier';
import { v7 as uuid } from 'uuid';
import { type CorpusPassage, readCorpusDocuments, readCorpusPassages } from './corpus.ts';

/** Asks the API of one dossier. */
export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** The corpus in a dossier. */
export interface SentCorpus {
  /** Ids in the dossier by names in the corpus. */
  readonly documents: ReadonlyMap<string, string>;
  /** Every passage with its id. */
  readonly passages: readonly { readonly id: string; readonly passage: CorpusPassage }[];
}

/**
 * Sends documents and codings of the corpus through the API, as a client does.
 *
 * @param isGone whether the passage with this number, from 0, is confirmed not to be in its document any more.
 */
export async function sendCorpus(
  folder: string,
  call: Call,
  isGone: (number: number) => boolean = () => false,
): Promise<SentCorpus> {
  const documents = new Map<string, string>();
  for (const { id: name, sourceType, title, issuer, date } of readCorpusDocuments(folder)) {
    const document = {
      ...{ id: uuid(), sourceType, title, issuer, date, identifiers: [] },
      addresses: [{ address: `https://example.org/${name}`, mediaType: 'text/html' }],
    };
    documents.set(name, ((await call('POST', '/documents', document)) as SourceDocument).id);
  }
  const passages: { id: string; passage: CorpusPassage }[] = [];
  for (const passage of readCorpusPassages(folder)) {
    const { document, exact, prefix, suffix, codings, comment } = passage;
    const id = uuid();
    await call('POST', '/annotations', {
      ...{ id, document: documents.get(document), source: `https://example.org/${document}`, codings },
      ranges: [{ exact, prefix, suffix }],
      ...(comment ? { note: comment } : {}),
      ...(isGone(passages.length) ? { gone: '2026-06-01T09:00:00Z' } : {}),
    });
    passages.push({ id, passage });
  }
  return { documents, passages };
}
