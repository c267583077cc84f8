import { identityKeys } from '@waarborg/shared/references';
import { listAnnotations } from '../annotations/annotation-store.ts';
import { applyChange, type Change, type Executor } from '../database/index.ts';
import { findDocumentById } from '../documents/document-store.ts';
import { findDossierId } from '../dossiers/dossier-store.ts';

/** Path under which the server serves the papers of the example. */
export const papersPath = '/voorbeeld';

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

/** Within a change: gives one paper its new address, and the passages that were marked at the old one. */
async function relocatePaper(change: Change, { address, document, moved }: FormerAddress): Promise<void> {
  const { transaction, dossier, revision } = change;
  const before = await findDocumentById(transaction, dossier, document);
  const passages = await listAnnotations(transaction, dossier, document);
  const [key = moved] = identityKeys({
    addresses: [{ address: moved, mediaType: 'text/html' }],
    identifiers: [],
  });
  await transaction
    .updateTable('document_address')
    .set({ address: moved, key })
    .where('document_id', '=', document)
    .where('address', '=', address)
    .execute();
  await transaction.updateTable('document').set({ revision }).where('id', '=', document).execute();
  const after = await findDocumentById(transaction, dossier, document);
  change.record({ kind: 'document', id: document, before, after });
  await transaction
    .updateTable('annotation')
    .set({ source: moved, revision })
    .where('document_id', '=', document)
    .where('source', '=', address)
    .where('deleted', '=', 0)
    .execute();
  for (const passage of passages.filter(({ source }) => source === address)) {
    change.record({
      kind: 'annotation',
      id: passage.id,
      before: passage,
      after: { ...passage, source: moved, revision },
    });
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
