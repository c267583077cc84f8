import type { PassageLink } from '@waarborg/shared/dossier';
import { findAnnotation } from '../annotations/annotation-store.ts';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { deleteLink, findLink, insertLink } from './link-store.ts';

/** Links two passages of a dossier. Linking twice with the same id is the same as once. */
export function createLink(
  database: Executor,
  writer: Writer,
  link: PassageLink,
): Promise<{ link: PassageLink; created: boolean }> {
  return applyChange(database, describeChange(writer, 'create-link'), async (change) => {
    const { dossier } = change;
    const known = await findLink(change.transaction, link.id);
    if (known) {
      const isSame = known.dossier === dossier && JSON.stringify(known.link) === JSON.stringify(link);
      if (!isSame) throw new ApiError('invalid-request', [{ path: 'id', message: 'is taken' }]);
      return { link, created: false };
    }
    if (link.from === link.to)
      throw new ApiError('invalid-request', [{ path: 'to', message: 'is the same passage' }]);
    for (const end of ['from', 'to'] as const) {
      const found = await findAnnotation(change.transaction, dossier, link[end]);
      if (!found) throw new ApiError('annotation-not-found', [{ path: end, message: link[end] }]);
    }
    await insertLink(change, link);
    return { link, created: true };
  });
}

export function removeLink(database: Executor, writer: Writer, id: string): Promise<void> {
  return applyChange(database, describeChange(writer, 'delete-link'), async (change) => {
    const known = await findLink(change.transaction, id);
    if (known?.dossier !== change.dossier) throw new ApiError('link-not-found');
    await deleteLink(change, known.link);
  });
}
