import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Language } from '@waarborg/shared/messages';
import { type Executor, prepareQuery } from '../database/index.ts';

const pack = promisify<string, Buffer>(gzip);
const unpack = promisify<Uint8Array, Buffer>(gunzip);

/** Which answer it is; each dossier has one version at a time in each language. */
export interface FirstMatrixVersion {
  readonly dossier: string;
  readonly language: Language;
  /** ETag of the answer. */
  readonly version: string;
}

const selectContent = prepareQuery((database, dossier: string, language: string, version: string) =>
  database
    .selectFrom('first_matrix')
    .select('content')
    .where('dossier_id', '=', dossier)
    .where('language', '=', language)
    .where('version', '=', version),
);

/** The answer of that version; undefined where it is not kept, and where it cannot be read. */
export async function findFirstMatrix(
  database: Executor,
  { dossier, language, version }: FirstMatrixVersion,
): Promise<string | undefined> {
  const [row] = await selectContent(database, dossier, language, version);
  if (!row) return undefined;
  try {
    return (await unpack(row.content)).toString('utf8');
  } catch {
    return undefined; // It is counted instead.
  }
}

/** Whether an answer is kept whose version looks so, `%` standing for anything. */
export async function hasFirstMatrix(
  database: Executor,
  dossier: string,
  versions: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('first_matrix')
    .select('language')
    .where('dossier_id', '=', dossier)
    .where('version', 'like', versions)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps an answer in the place of the one before; nothing of a dossier that is not there any more. */
export async function putFirstMatrix(
  database: Executor,
  { dossier, language, version }: FirstMatrixVersion,
  answer: string,
): Promise<void> {
  const content = await pack(answer);
  await database
    .insertInto('first_matrix')
    .columns(['dossier_id', 'language', 'version', 'content'])
    .expression(({ selectFrom, val }) =>
      selectFrom('dossier')
        .select(['id', val(language).as('language'), val(version).as('version'), val(content).as('content')])
        .where('id', '=', dossier),
    )
    .onConflict((conflict) => conflict.columns(['dossier_id', 'language']).doUpdateSet({ version, content }))
    .execute();
}
