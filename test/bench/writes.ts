/**
 * What it costs to save an annotation: `node test/bench/writes.ts`.
 *
 * On SQLite and on PostgreSQL, each with two codings and its revision, over HTTP from another process, against
 * the bare driver that inserts the same rows in one durable transaction per annotation into the same database.
 * Then where the time goes with one client, layer by layer: each in short turns, one after the other, so that what
 * else the machine does meets all of them; medians of the turns. Options: `--count=N` (100), `--rounds=N` (9).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgresql } from '@waarborg/server/embedded-postgresql';
import { createWriteLayers } from '@waarborg/server/write-layers';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { median } from './statistics.ts';
import type { Load, Sent } from './write-load.ts';
import { prepareWritePlace } from './write-place.ts';
import {
  annotationBody,
  type BareDriver,
  cloneRows,
  openBarePostgresql,
  openBareSqlite,
} from './write-rows.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100' }, rounds: { type: 'string', default: '9' } },
});
const [count, rounds] = [Number(values.count), Number(values.rounds)];
const manyClients = 32;
/** Far above what the server gives out while we measure. */
let number = 1_000_000;

/** Lets annotations be sent by so many clients at once; gives what each of them took. */
async function sendEach(child: ChildProcess, load: Load): Promise<Sent> {
  child.send(load);
  const [{ elapsedMs, busyMs }] = (await once(child, 'message')) as [Sent];
  return { elapsedMs: elapsedMs / load.count, busyMs: busyMs / load.count };
}

/** Milliseconds for each annotation, sent by so many clients at once. */
async function loadMs(child: ChildProcess, load: Load): Promise<number> {
  return (await sendEach(child, load)).elapsedMs;
}

async function bareMs(bare: BareDriver, annotation: string): Promise<number> {
  const rows = await bare.readRows(annotation);
  const clones = Array.from({ length: count }, () => cloneRows(rows, ++number));
  const start = performance.now();
  for (const one of clones) await bare.insert(one);
  return (performance.now() - start) / count;
}

async function printRatios(kind: string, server: RunningServer, bare: BareDriver): Promise<void> {
  const place = await prepareWritePlace(server);
  const child = fork(path.join(import.meta.dirname, 'write-load.ts'));
  const ratios = { one: [] as number[], many: [] as number[] };
  const times = { bare: [] as number[], one: [] as number[], many: [] as number[], sending: [] as number[] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const one = await loadMs(child, { ...place, clients: 1, count });
    const alone = await bareMs(bare, place.annotation);
    const load = { ...place, clients: manyClients, count: count * 4 };
    const { elapsedMs: many, busyMs } = await sendEach(child, load);
    if (round === 0) continue;
    times.bare.push(alone);
    times.one.push(one);
    times.many.push(many);
    times.sending.push(busyMs);
    ratios.one.push(alone / one);
    ratios.many.push(alone / many);
  }
  child.kill();
  const percent = (list: readonly number[]) => `${(median(list) * 100).toFixed(0)} %`;
  const each = (list: readonly number[]) => `${median(list).toFixed(2)} ms`;
  console.log(`${kind}: of what the bare driver writes in the same time`);
  console.log(`  one client       ${percent(ratios.one)} (at least 25 %)`);
  console.log(`  ${manyClients} clients       ${percent(ratios.many)} (at least 50 %)`);
  console.log(
    `  each annotation  bare ${each(times.bare)}, one ${each(times.one)}, ${manyClients} ${each(times.many)}`,
  );
  console.log(`  sending them     keeps a processor of this machine busy for ${each(times.sending)} each`);
}

/** The layers of one write, by what each adds to the one before. */
async function printLayers(server: RunningServer, bare: BareDriver, environment: Record<string, string>) {
  const place = await prepareWritePlace(server);
  const child = fork(path.join(import.meta.dirname, 'write-load.ts'));
  const { layers, document, close } = await createWriteLayers(environment);
  const times = new Map<string, number[]>();
  const note = (name: string, ms: number) => times.set(name, [...(times.get(name) ?? []), ms]);
  for (let round = 0; round < rounds; round += 1) {
    note('bare driver', await bareMs(bare, place.annotation));
    const rows = await bare.readRows(place.annotation);
    for (const { name, write } of layers) {
      const work = Array.from(
        { length: count },
        () => [annotationBody(document), cloneRows(rows, ++number)] as const,
      );
      const start = performance.now();
      for (const [body, clone] of work) await write(body, clone);
      note(name, (performance.now() - start) / count);
    }
    note('HTTP', await loadMs(child, { ...place, clients: 1, count }));
  }
  await close();
  child.kill();
  const steps = [...times].map(([name, list]) => [name, median(list)] as const);
  const whole = steps.at(-1)?.[1] ?? Number.NaN;
  console.log('  one client, share of the time:');
  for (const [at, [name, ms]] of steps.entries()) {
    const added = ms - (steps[at - 1]?.[1] ?? 0);
    console.log(
      `    ${name.padEnd(12)} ${((added / whole) * 100).toFixed(0).padStart(4)} %  ${added.toFixed(2)} ms`,
    );
  }
}

async function measure(
  kind: string,
  environment: Record<string, string>,
  open: (server: RunningServer) => Promise<BareDriver>,
) {
  const server = await startServer({ ...environment, REQUESTS_PER_MINUTE: '0' });
  const bare = await open(server);
  try {
    await printRatios(kind, server, bare);
    await printLayers(server, bare, { ...environment, DATA_DIR: server.dataDir });
  } finally {
    await bare.close();
    await server.close();
  }
}

await measure('SQLite', {}, async ({ dataDir }) => openBareSqlite(path.join(dataDir, 'waarborg.sqlite')));
const postgresql = await startPostgresql({ durable: true });
try {
  const address = await postgresql.createDatabase('writes');
  const environment = { DATABASE_URL: address, AUTH_SECRET: 'a'.repeat(32) };
  await measure('PostgreSQL', environment, () => openBarePostgresql(address));
} finally {
  await postgresql.stop();
}
