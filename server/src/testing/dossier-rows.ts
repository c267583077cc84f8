import { isDeepStrictEqual } from 'node:util';
import { foldName } from '@waarborg/shared/dossier';
import type { Executor } from '../database/index.ts';
import { itemStores } from '../history/item-stores.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';
import type { Finding } from '../upkeep/finding.ts';
import { readLog } from '../upkeep/integrity-store.ts';
import { readPresentItems } from '../upkeep/present-items.ts';
import { Replay } from '../upkeep/replay.ts';

/** Everything that a dossier holds, by kind and id. */
export async function readTables(database: Executor, dossier: string): Promise<Record<string, unknown>> {
  const things: Record<string, unknown> = {};
  for await (const { kind, id, value } of readPresentItems(database, dossier)) {
    things[`${kind} ${id}`] = value;
  }
  return things;
}

/** The same without which version of each thing is there, which is no content. */
export async function readContent(database: Executor, dossier: string): Promise<unknown> {
  return JSON.parse(
    JSON.stringify(await readTables(database, dossier), (key, value) =>
      ['revision', 'modified'].includes(key) ? undefined : value,
    ),
  );
}

/** Speakers who are not found by exactly the names that they have. */
async function findWronglyNamed(database: Executor, dossier: string): Promise<Finding[]> {
  const rows = await database
    .selectFrom('speaker_name')
    .select(['name', 'speaker_id'])
    .where('dossier_id', '=', dossier)
    .execute();
  const found = Map.groupBy(rows, ({ speaker_id }) => speaker_id);
  const speakers = await listSpeakers(database, dossier);
  const wrong = speakers.filter(({ id, name, aliases }) => {
    const names = new Set([name, ...aliases].map(foldName));
    return !isDeepStrictEqual(new Set(found.get(id)?.map((row) => row.name)), names);
  });
  const ids = new Set(speakers.map(({ id }) => id));
  const gone = [...found.keys()].filter((id) => !ids.has(id));
  return [...wrong.map(({ id }) => id), ...gone].map((id) => ({
    ...{ kind: 'other-than-logged' as const, dossier, item: `speaker ${id}` },
  }));
}

/** Where what comes of playing the log of a dossier is not what its tables hold, read one by one or all together. */
export async function findDifferences(database: Executor, dossier: string): Promise<Finding[]> {
  const replay = new Replay(dossier);
  const findings: (Finding | undefined)[] = [];
  for await (const item of readLog(database, dossier)) findings.push(replay.apply(item));
  for await (const item of readPresentItems(database, dossier)) {
    findings.push(replay.meet(item));
    const one = await itemStores[item.kind].find(database, dossier, item.id);
    const isSame = isDeepStrictEqual(one, item.value);
    if (!isSame) findings.push({ kind: 'not-logged', dossier, item: `${item.kind} ${item.id}` });
  }
  return [
    ...findings.filter((finding) => finding !== undefined),
    ...replay.missing(),
    ...(await findWronglyNamed(database, dossier)),
  ];
}
