import type { KeptLink, PassageLink } from '@waarborg/shared/dossier';
import { findAnnotation } from '../annotations/annotation-store.ts';
import { applyChange, applyDeletion, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { findSameLink, links } from './link-store.ts';

/** Links two passages of a dossier. What says the same as a link that is there, is that link: two may say it at once. */
export function createLink(
  database: Executor,
  writer: Writer,
  draft: PassageLink,
): Promise<{ link: KeptLink; created: boolean }> {
  return applyChange(database, describeChange(writer, 'create-link'), async (change) => {
    const { dossier, transaction } = change;
    const isSame = ({ from, to, kind }: KeptLink) =>
      from === draft.from && to === draft.to && kind === draft.kind;
    const known =
      (await links.findRepeated(change, draft.id, isSame)) ??
      (await findSameLink(transaction, dossier, draft));
    if (known) return { link: known, created: false };
    if (draft.from === draft.to)
      throw new ApiError('invalid-request', [{ path: 'to', message: 'is the same passage' }]);
    for (const end of ['from', 'to'] as const) {
      const found = await findAnnotation(transaction, dossier, draft[end]);
      if (!found) throw new ApiError('annotation-not-found', [{ path: end, message: draft[end] }]);
    }
    const link = { ...draft, revision: change.revision };
    await links.save(change, link.id, { after: link });
    return { link, created: true };
  });
}

/** Removes a link of the given version. */
export function removeLink(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'delete-link'), async (change) => {
    const before = await links.get(change.transaction, change.dossier, id);
    assertVersion(before, expected);
    await links.save(change, id, { before });
  });
}
