import { type Executor, prepareQuery } from '../database/index.ts';

/** A dossier as it was laid out, written down. */
export interface KeptLayout {
  /** Number of the change as of which it is. */
  readonly revision: number;
  /** What is counted, and the texts beside it. */
  readonly content: Uint8Array;
  readonly texts: Uint8Array;
}

const selectLayout = prepareQuery((database, dossier: string, program: string) =>
  database
    .selectFrom('kept_layout')
    // The instant too: after a backup was restored another change may have the number of one that is lost.
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.dossier_id', '=', 'kept_layout.dossier_id')
        .onRef('revision.number', '=', 'kept_layout.revision')
        .onRef('revision.at', '=', 'kept_layout.at'),
    )
    .select(['kept_layout.revision', 'kept_layout.content', 'kept_layout.texts'])
    .where('kept_layout.dossier_id', '=', dossier)
    .where('kept_layout.program', '=', program),
);

/** What that program has kept of a dossier, as of a change that its log has. */
export async function findKeptLayout(
  database: Executor,
  dossier: string,
  program: string,
): Promise<KeptLayout | undefined> {
  const [layout] = await selectLayout(database, dossier, program);
  return layout;
}

/**
 * Keeps a layout in the place of the one before, unless another server has kept a later one of the same program by now.
 * Nothing of a deleted dossier, nor of one whose log lacks that change.
 */
export async function putKeptLayout(
  database: Executor,
  dossier: string,
  program: string,
  { revision, content, texts }: KeptLayout,
): Promise<void> {
  await database
    .insertInto('kept_layout')
    .columns(['dossier_id', 'revision', 'at', 'program', 'content', 'texts'])
    .expression(({ selectFrom, val }) =>
      selectFrom('revision')
        .innerJoin('dossier', 'dossier.id', 'revision.dossier_id')
        .select(['revision.dossier_id', 'revision.number', 'revision.at', val(program).as('program')])
        .select([val(content).as('content'), val(texts).as('texts')])
        .where('revision.dossier_id', '=', dossier)
        .where('revision.number', '=', revision)
        // One that is being erased gets no new rows.
        .where('dossier.deleted', 'is', null),
    )
    .onConflict((conflict) =>
      conflict
        .column('dossier_id')
        .doUpdateSet(({ ref }) => ({
          revision: ref('excluded.revision'),
          at: ref('excluded.at'),
          ...{ program, content, texts },
        }))
        .where(({ exists, not, or, eb, selectFrom }) =>
          or([
            eb('kept_layout.program', '!=', program),
            eb('kept_layout.revision', '<=', revision),
            // Of a change that is lost: a backup was restored.
            not(
              exists(
                selectFrom('revision')
                  .select('revision.number')
                  .whereRef('revision.dossier_id', '=', 'kept_layout.dossier_id')
                  .whereRef('revision.number', '=', 'kept_layout.revision')
                  .whereRef('revision.at', '=', 'kept_layout.at'),
              ),
            ),
          ]),
        ),
    )
    .execute();
}
