import type { DBSchema } from 'idb';
import { openOnce } from './open-once.ts';

/** A PDF as it was fetched or opened: it reloads without network. */
export interface StoredPdf {
  /** SHA-256 of the bytes, as lower-case hexadecimal digits. */
  readonly id: string;
  readonly bytes: ArrayBuffer;
  /** Address on the web, without fragment; absent for a file from disk. */
  readonly address?: string | undefined;
  /** Name of the file, where it came from disk. */
  readonly name?: string | undefined;
  /** ISO 8601 instant. */
  readonly storedAt: string;
}

/** What is known of a stored PDF beside its bytes, which are large. */
export type StoredPdfName = Omit<StoredPdf, 'bytes'>;

interface PdfSchema extends DBSchema {
  pdfs: { key: string; value: StoredPdf; indexes: { address: string } };
}

const database = openOnce<PdfSchema>('waarborg-pdfs', 1, (db) => {
  db.createObjectStore('pdfs', { keyPath: 'id' }).createIndex('address', 'address');
});

/** Keeps a PDF and gives its id. The same bytes are kept once, under their latest address. */
export async function putPdf(pdf: {
  readonly bytes: ArrayBuffer;
  readonly address?: string | undefined;
  readonly name?: string | undefined;
}): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', pdf.bytes));
  const id = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const transaction = (await database()).transaction('pdfs', 'readwrite', { durability: 'strict' });
  const before = await transaction.store.get(id);
  await transaction.store.put({
    id,
    bytes: pdf.bytes,
    ...addressOf(pdf.address ?? before?.address),
    ...((pdf.name ?? before?.name) ? { name: pdf.name ?? before?.name } : {}),
    storedAt: new Date().toISOString(),
  });
  await transaction.done;
  return id;
}

/** A stored PDF; undefined where the browser let it go. */
export async function getPdf(id: string): Promise<StoredPdf | undefined> {
  return (await database()).get('pdfs', id);
}

/** The PDF that was last fetched from an address. */
export async function findPdfByAddress(address: string): Promise<StoredPdf | undefined> {
  const found = await (await database()).getAllFromIndex('pdfs', 'address', withoutFragment(address));
  return found.toSorted((a, b) => b.storedAt.localeCompare(a.storedAt))[0];
}

function addressOf(address: string | undefined): { address?: string } {
  return address === undefined ? {} : { address: withoutFragment(address) };
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}
