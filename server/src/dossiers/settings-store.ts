import type { DossierSettings } from '@waarborg/shared/dossier';
import type { Change, Executor, ItemStore, Versions } from '../database/index.ts';

/** What can be changed of a dossier itself, with its name in addresses, as the log keeps it. */
export type LoggedDossier = DossierSettings & {
  readonly slug: string;
  /** Instant at which it was deleted; absent for one in which people work. */
  readonly deleted?: string;
};

/** Title and settings of a dossier; `revision` is the change that they were last part of. */
export async function getSettings(
  database: Executor,
  dossier: string,
): Promise<LoggedDossier & { readonly revision: number }> {
  const row = await database
    .selectFrom('dossier')
    .select(['slug', 'title', 'without_text', 'bill', 'settings_revision', 'deleted'])
    .where('id', '=', dossier)
    .executeTakeFirstOrThrow();
  return {
    slug: row.slug,
    title: row.title,
    withoutText: JSON.parse(row.without_text) as DossierSettings['withoutText'],
    ...(row.bill === null ? {} : { bill: row.bill }),
    ...(row.deleted === null ? {} : { deleted: row.deleted }),
    revision: row.settings_revision,
  };
}

/** Writes title and settings, and logs them. Changes before there were settings say nothing of them. */
export async function saveSettings(
  { transaction, dossier, revision, record }: Change,
  { before, after }: Versions<LoggedDossier>,
): Promise<void> {
  if (after) {
    await transaction
      .updateTable('dossier')
      .set({
        title: after.title,
        without_text: JSON.stringify(after.withoutText ?? []),
        bill: after.bill ?? null,
        settings_revision: revision,
        deleted: after.deleted ?? null,
      })
      .where('id', '=', dossier)
      .execute();
  }
  record({ kind: 'dossier', id: dossier, before, after });
}

/** How a change of a dossier itself is taken back. */
export const dossierItems: ItemStore<LoggedDossier> = {
  async find(executor, dossier) {
    const { revision: _, ...settings } = await getSettings(executor, dossier);
    return settings;
  },
  save: (change, _id, versions) => saveSettings(change, versions),
  // A dossier that was brought back is deleted anew, from today on, and not by an undo.
  isLost: (state) => state?.deleted !== undefined,
  // A dossier is not taken away by an undo.
  async findHindrances(_change, id, { after }) {
    return after ? [] : [{ field: 'dossier', subject: id }];
  },
};
