import type { KeptSettings } from '@waarborg/shared/api';
import type { DossierSettings } from '@waarborg/shared/dossier';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { getSettings, saveSettings } from './settings-store.ts';

/** Title and settings of a dossier, with their version. */
export async function readSettingsOf(database: Executor, dossier: string): Promise<KeptSettings> {
  const { title, withoutText, revision } = await getSettings(database, dossier);
  return { title, withoutText, revision };
}

/** Changes title and settings of the given version. */
export function updateSettings(
  database: Executor,
  writer: Writer,
  settings: DossierSettings,
  expected: ExpectedVersion,
): Promise<KeptSettings> {
  return applyChange(database, describeChange(writer, 'change-settings'), async (change) => {
    const { revision, ...before } = await getSettings(change.transaction, change.dossier);
    const { slug: _, ...current } = before;
    assertVersion({ ...current, revision }, expected);
    const after = { ...before, ...settings };
    const { title, withoutText } = settings;
    if (title === before.title && JSON.stringify(withoutText) === JSON.stringify(before.withoutText))
      return { ...settings, revision };
    await saveSettings(change, { before, after });
    return { ...settings, revision: change.revision };
  });
}
