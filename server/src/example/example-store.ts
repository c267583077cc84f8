import { annotationItems, listAnnotations, saveAnnotation } from '../annotations/annotation-store.ts';
import { applyChange, type Change, type Executor } from '../database/index.ts';
import { findOwnDocument, saveDocument } from '../documents/document-store.ts';
import { listRenditions, saveRendition } from '../documents/rendition-store.ts';
import { findDossierId } from '../dossiers/dossier-store.ts';

/** Slug of the dossier that a first start makes. */
export const exampleSlug = 'voorbeeld';
/** Path under which the server serves the papers of the example. */
export const papersPath = '/voorbeeld';

/** Number of the change that fills the example, after the one that makes its dossier. */
export const fillingRevision = 2;

/** Whether there is no dossier yet, or none but an example that was not filled. */
export async function isExampleMissing(database: Executor, slug: string): Promise<boolean> {
  const dossiers = await database.selectFrom('dossier').select(['slug', 'revision']).limit(2).execute();
  return dossiers.every((dossier) => dossier.slug === slug && dossier.revision < fillingRevision);
}

/** An address of a paper of the example at which it was served before, with its place in the dossier. */
interface FormerAddress {
  readonly address: string;
  readonly document: string;
  readonly moved: string;
}

/** Where a paper of the example is now; undefined for any other address, and for one that is right. */
function movedAddress(address: string, publicUrl: string): string | undefined {
  const { pathname, origin } = new URL(address);
  const isLoopback = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u.test(origin);
  const moved = `${publicUrl}${pathname}`;
  return pathname.startsWith(`${papersPath}/`) && isLoopback && moved !== address ? moved : undefined;
}

async function findFormerAddresses(
  database: Executor,
  dossier: string,
  publicUrl: string,
): Promise<FormerAddress[]> {
  const rows = await database
    .selectFrom('document_address')
    .select(['address', 'document_id'])
    .where('dossier_id', '=', dossier)
    .execute();
  return rows.flatMap(({ address, document_id }) => {
    const moved = movedAddress(address, publicUrl);
    return moved === undefined ? [] : [{ address, document: document_id, moved }];
  });
}

/** Within a change: gives one paper its new address, the passages that were marked at the old one, and the texts kept there. */
async function relocatePaper(change: Change, { address, document, moved }: FormerAddress): Promise<void> {
  const { transaction, dossier } = change;
  const before = await findOwnDocument(transaction, dossier, document);
  if (!before) throw new RangeError(`document ${document} has an address and is not there`);
  const addresses = before.addresses.map((one) =>
    one.address === address ? { ...one, address: moved } : one,
  );
  await saveDocument(change, document, { before, after: { ...before, addresses } });
  for (const text of await listRenditions(transaction, document)) {
    if (text.source !== address) continue;
    await saveRendition(change, { before: text, after: { ...text, source: moved } });
  }
  for (const { id, source } of await listAnnotations(transaction, dossier, [document])) {
    const passage = source === address && (await annotationItems.find(transaction, dossier, id));
    if (passage) await saveAnnotation(change, id, { before: passage, after: { ...passage, source: moved } });
  }
}

/**
 * The papers of the example are served by this server, so their addresses move with it: after a start
 * on another port they are put right, as one change. No other address is touched.
 */
export async function relocateExample(database: Executor, slug: string, publicUrl: string): Promise<void> {
  const dossier = await findDossierId(database, slug);
  if (dossier === undefined) return;
  await applyChange(database, { dossier, operation: 'relocate-example' }, async (change) => {
    for (const former of await findFormerAddresses(change.transaction, dossier, publicUrl)) {
      await relocatePaper(change, former);
    }
  });
}
