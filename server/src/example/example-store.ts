import { identityKeys } from '@waarborg/shared/references';
import type { Executor } from '../database/index.ts';

/** Path under which the server serves the papers of the example. */
export const papersPath = '/voorbeeld';

/**
 * The papers of the example are served by this server, so their addresses move with it: after a start
 * on another port they are put right. No other address is touched.
 */
export async function relocateExample(database: Executor, slug: string, publicUrl: string): Promise<void> {
  const rows = await database
    .selectFrom('document_address')
    .innerJoin('dossier', 'dossier.id', 'document_address.dossier_id')
    .select(['document_address.address', 'document_address.document_id', 'document_address.key'])
    .where('dossier.slug', '=', slug)
    .execute();
  for (const { address, document_id, key } of rows) {
    const { pathname, origin } = new URL(address);
    const isLoopback = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u.test(origin);
    const moved = `${publicUrl}${pathname}`;
    if (!pathname.startsWith(`${papersPath}/`) || !isLoopback || moved === address) continue;
    const [newKey = moved] = identityKeys({
      addresses: [{ address: moved, mediaType: 'text/html' }],
      identifiers: [],
    });
    await database
      .updateTable('document_address')
      .set({ address: moved, key: newKey })
      .where('document_id', '=', document_id)
      .where('key', '=', key)
      .execute();
    await database
      .updateTable('annotation')
      .set({ source: moved })
      .where('document_id', '=', document_id)
      .where('source', '=', address)
      .execute();
  }
}
