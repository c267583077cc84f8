import type { PassageLink } from '@waarborg/shared/dossier';
import type { CountedPassage } from '@waarborg/shared/matrix';
import { type Executor, prepareQuery } from '../database/index.ts';

/** Passages that are read at once: other requests get their turn between. */
const passagesAtOnce = 2_000;

/** A part of the passages of a dossier, in the order of their identifiers. */
export interface PassagePage {
  readonly passages: readonly CountedPassage[];
  /** Identifier after which the next part begins; undefined after the last. */
  readonly next: string | undefined;
}

const listPassages = prepareQuery((database, dossier: string, after: string, limit: number) =>
  database
    .selectFrom('annotation')
    .select([
      'id',
      'document_id as document',
      'source',
      'rendition_id as rendition',
      'ranges',
      'note',
      'gone',
    ])
    .select('creator_id as reviewer')
    .where('dossier_id', '=', dossier)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit),
);

/** Codings of the passages after one identifier up to another, in the order of those and then in their own. */
const listCodings = prepareQuery((database, dossier: string, after: string, last: string) =>
  database
    .selectFrom('annotation')
    .innerJoin('coding', 'coding.annotation_id', 'annotation.id')
    .select(['coding.annotation_id as passage', 'coding.id', 'coding.safeguard', 'coding.measure'])
    .select(['coding.stage', 'coding.impact', 'coding.direction', 'coding.basis'])
    .select(['coding.speaker_id as speaker', 'coding.provision', 'coding.status'])
    .where('annotation.dossier_id', '=', dossier)
    .where('annotation.id', '>', after)
    .where('annotation.id', '<=', last)
    .orderBy('annotation.id')
    .orderBy('coding.position'),
);

/** What the matrix counts of a dossier's passages, from the one after an identifier on. */
export async function listCountedPassages(
  database: Executor,
  dossier: string,
  after: string,
): Promise<PassagePage> {
  const rows = await listPassages(database, dossier, after, passagesAtOnce);
  const last = rows.at(-1)?.id;
  if (last === undefined) return { passages: [], next: undefined };
  const codings = await listCodings(database, dossier, after, last);
  let end = 0;
  const passages = rows.map((passage) => {
    const start = end;
    while (codings[end]?.passage === passage.id) end++;
    return Object.assign(passage, { codings: codings.slice(start, end) });
  });
  return { passages, next: rows.length < passagesAtOnce ? undefined : last };
}

/** Links that say that passages repeat each other. */
export async function listRepeats(database: Executor, dossier: string): Promise<PassageLink[]> {
  const rows = await database
    .selectFrom('link')
    .select(['id', 'from_id', 'to_id'])
    .where('dossier_id', '=', dossier)
    .where('kind', '=', 'repeats')
    .orderBy('id')
    .execute();
  return rows.map(({ id, from_id, to_id }) => ({ id, from: from_id, to: to_id, kind: 'repeats' }));
}
