import { isDeepStrictEqual } from 'node:util';
import type { KeptSettings } from '@waarborg/shared/api';
import type { DossierSettings } from '@waarborg/shared/dossier';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findDocumentId } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { getSettings, saveSettings } from './settings-store.ts';

/** What an owner sets, of all that is known of a dossier. */
function toSettings({ title, withoutText, bill }: DossierSettings): DossierSettings {
  return { title, withoutText, ...(bill === undefined ? {} : { bill }) };
}

/** Title and settings of a dossier, with their version. */
export async function readSettingsOf(database: Executor, dossier: string): Promise<KeptSettings> {
  const { revision, ...kept } = await getSettings(database, dossier);
  return { ...toSettings(kept), revision };
}

/**
 * Changes title and settings of the given version.
 *
 * @throws ApiError `document-not-found` where another bill is named that is no document of the dossier.
 */
export function updateSettings(
  database: Executor,
  writer: Writer,
  draft: DossierSettings,
  expected: ExpectedVersion,
): Promise<KeptSettings> {
  return applyChange(database, describeChange(writer, 'change-settings'), async (change) => {
    const { revision, ...before } = await getSettings(change.transaction, change.dossier);
    const { slug, deleted, ...current } = before;
    const settings = toSettings(draft);
    assertVersion({ ...current, revision }, expected);
    if (isDeepStrictEqual(settings, current)) return { ...settings, revision };
    const { bill } = settings;
    if (bill !== undefined && bill !== before.bill)
      if ((await findDocumentId(change.transaction, change.dossier, bill)) === undefined)
        throw new ApiError('document-not-found', [{ path: 'bill', message: bill }]);
    const after = { ...settings, slug, ...(deleted === undefined ? {} : { deleted }) };
    await saveSettings(change, { before, after });
    return { ...settings, revision: change.revision };
  });
}
