import type { Coding } from '@waarborg/shared/annotation';
import type { PassageLink } from '@waarborg/shared/dossier';
import type { CountedPassage } from '@waarborg/shared/matrix';
import type { Executor } from '../database/index.ts';

/** Passages that are read at once: other requests get their turn between. */
const passagesAtOnce = 2_000;

/** A part of the passages of a dossier, in the order of their identifiers. */
export interface PassagePage {
  readonly passages: readonly CountedPassage[];
  /** Identifier after which the next part begins; undefined after the last. */
  readonly next: string | undefined;
}

/** What the matrix counts of a dossier's passages, from the one after an identifier on. */
export async function listCountedPassages(
  database: Executor,
  dossier: string,
  after: string,
): Promise<PassagePage> {
  const rows = await database
    .selectFrom('annotation')
    .select(['id', 'document_id', 'source', 'rendition_id', 'ranges', 'note', 'gone', 'creator_id'])
    .where('dossier_id', '=', dossier)
    .where('id', '>', after)
    .orderBy('id')
    .limit(passagesAtOnce)
    .execute();
  const last = rows.at(-1)?.id;
  if (last === undefined) return { passages: [], next: undefined };
  const codings = await listCodings(database, dossier, after, last);
  const passages = rows.map((row) => ({
    id: row.id,
    document: row.document_id,
    source: row.source,
    ...(row.rendition_id === null ? {} : { rendition: row.rendition_id }),
    ranges: row.ranges,
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.gone === null ? {} : { gone: row.gone }),
    reviewer: row.creator_id,
    codings: codings.get(row.id) ?? [],
  }));
  return { passages, next: rows.length < passagesAtOnce ? undefined : last };
}

/** Codings of the passages after one identifier up to another, by passage. */
async function listCodings(database: Executor, dossier: string, after: string, last: string) {
  const rows = await database
    .selectFrom('annotation')
    .innerJoin('coding', 'coding.annotation_id', 'annotation.id')
    .select([
      'coding.id',
      'coding.annotation_id',
      'coding.safeguard',
      'coding.measure',
      'coding.stage',
      'coding.impact',
      'coding.direction',
      'coding.basis',
      'coding.speaker_id',
      'coding.provision',
      'coding.status',
    ])
    .where('annotation.dossier_id', '=', dossier)
    .where('annotation.id', '>', after)
    .where('annotation.id', '<=', last)
    .orderBy('annotation.id')
    .orderBy('coding.position')
    .execute();
  const byPassage = new Map<string, CountedPassage['codings'][number][]>();
  for (const row of rows) {
    const coding = {
      id: row.id,
      safeguard: row.safeguard,
      measure: (row.measure ?? undefined) as Coding['measure'],
      stage: (row.stage ?? undefined) as Coding['stage'],
      impact: row.impact ?? undefined,
      direction: row.direction as Coding['direction'],
      basis: row.basis as Coding['basis'],
      speaker: row.speaker_id,
      provision: row.provision ?? undefined,
      status: row.status as Coding['status'],
    };
    const own = byPassage.get(row.annotation_id);
    if (own) own.push(coding);
    else byPassage.set(row.annotation_id, [coding]);
  }
  return byPassage;
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
